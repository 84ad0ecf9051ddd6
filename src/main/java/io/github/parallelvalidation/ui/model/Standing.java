package io.github.parallelvalidation.ui.model;

import io.github.parallelvalidation.run.WorkspaceView;
import io.github.parallelvalidation.ui.control.Role;
import io.github.parallelvalidation.ui.text.Texts;
import java.util.Optional;

/// Whether the window runs something, could, or cannot: in a word, and in the colour of its role.
public record Standing(String word, Role role) {

    static Standing of(Activity activity, Optional<WorkspaceView> view) {
        if (activity != Activity.IDLE) {
            return new Standing(activity.word(), activity.role());
        }
        if (view.isEmpty()) {
            return new Standing(Texts.of("standing.reading"), Role.MUTED);
        }
        WorkspaceView seen = view.get();
        if (!seen.errors().isEmpty()) {
            return new Standing(Texts.of("standing.broken"), Role.DANGER);
        }
        if (seen.lockHolder().isPresent()) {
            return new Standing(Texts.of("standing.locked"), Role.WARNING);
        }
        return seen.interrupted().isPresent()
                ? new Standing(Texts.of("standing.interrupted"), Role.WARNING)
                : new Standing(activity.word(), activity.role());
    }
}
