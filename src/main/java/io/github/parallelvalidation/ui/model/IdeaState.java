package io.github.parallelvalidation.ui.model;

import io.github.parallelvalidation.idea.Idea;
import io.github.parallelvalidation.idea.IdeaLook;
import io.github.parallelvalidation.workspace.StrategyId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// An idea while it is seen and changed.
///
/// @param idea as its file said when it was read; empty while it is being read, or where it cannot be
/// @param edits the texts of fields that were typed in
/// @param look what can be said of it with these texts; of earlier ones until it is known
/// @param problem why something could not be done, in a sentence, or empty
public record IdeaState(
        StrategyId id, Optional<Idea> idea, Map<String, String> edits, Optional<IdeaLook> look, String problem) {
    public IdeaState {
        edits = Map.copyOf(edits);
    }

    static IdeaState unread(StrategyId id) {
        return new IdeaState(id, Optional.empty(), Map.of(), Optional.empty(), "");
    }

    static IdeaState of(Idea idea, Map<String, String> edits) {
        return new IdeaState(idea.id(), Optional.of(idea), edits, Optional.empty(), "");
    }

    IdeaState typed(String field, String text) {
        Map<String, String> more = new HashMap<>(edits);
        more.put(field, text);
        return new IdeaState(id, idea, more, look, "");
    }

    IdeaState seen(IdeaLook found) {
        return new IdeaState(id, idea, edits, Optional.of(found), problem);
    }

    IdeaState failed(String why) {
        return new IdeaState(id, idea, edits, look, why);
    }

    /// Whether something was changed and not saved.
    public boolean isDirty() {
        return idea.filter(read -> !read.changes(edits).isEmpty()).isPresent();
    }

    /// Whether it may be saved as it is typed.
    public boolean canSave() {
        return isDirty() && look.filter(IdeaLook::isSound).isPresent();
    }
}
