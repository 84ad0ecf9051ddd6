package io.github.parallelvalidation;

import io.github.parallelvalidation.ui.frame.Dashboard;
import io.github.parallelvalidation.workspace.Workspace;
import io.github.parallelvalidation.workspace.WorkspaceTemplate;
import java.nio.file.Path;
import java.util.Locale;

/// The training run for the window's cache: it opens on a copy of the sample workspace, shows each page, and closes.
final class WindowTraining {
    private WindowTraining() {}

    /// @param arguments an empty folder
    static void main(String[] arguments) {
        Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT);
        Workspace workspace = WorkspaceTemplate.SAMPLE.copyTo(Path.of(arguments[0], "workspace"));
        Dashboard.rehearse(Main.validation(), workspace);
        System.exit(0);
    }
}
