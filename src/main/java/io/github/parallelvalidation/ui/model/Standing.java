package io.github.parallelvalidation.ui.model;

import io.github.parallelvalidation.run.WorkspaceView;
import io.github.parallelvalidation.ui.control.Role;
import java.util.Optional;

/// Whether the window runs something, could, or cannot: in a word, and in the colour of its role.
public record Standing(String word, Role role) {

    static Standing of(Activity activity, Optional<WorkspaceView> view) {
        if (activity != Activity.IDLE) {
            return new Standing(activity.word(), activity.role());
        }
        if (view.isEmpty()) {
            return new Standing("reading the workspace", Role.MUTED);
        }
        WorkspaceView seen = view.get();
        if (!seen.errors().isEmpty()) {
            return new Standing("cannot run: a file is broken", Role.DANGER);
        }
        if (seen.lockHolder().isPresent()) {
            return new Standing("locked", Role.WARNING);
        }
        return seen.interrupted().isPresent()
                ? new Standing("an interrupted run waits", Role.WARNING)
                : new Standing(activity.word(), activity.role());
    }
}
