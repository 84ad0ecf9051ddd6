package io.github.parallelvalidation.ui.frame;

import io.github.parallelvalidation.run.Validation;
import io.github.parallelvalidation.ui.control.Motion;
import io.github.parallelvalidation.ui.model.BackgroundWork;
import io.github.parallelvalidation.workspace.Workspace;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import javafx.stage.Stage;
import org.testfx.util.WaitForAsyncUtils;

/// A window on a workspace, for tests: with real work in the background, and without moves.
final class OpenWindow {
    private static final long PATIENCE_MILLIS = 20_000;

    private OpenWindow() {}

    /// @param folder where the window remembers its looks
    /// @param background ended with the window
    static DashboardWindow on(
            Stage stage,
            Validation validation,
            Workspace workspace,
            Path folder,
            ExecutorService background,
            int width,
            int height) {
        Motion.stop();
        WindowMemory memory = WindowMemory.read(folder.resolve("window.yaml"));
        memory.size(width, height);
        DashboardWindow window = new DashboardWindow(
                validation,
                workspace,
                memory,
                new BackgroundWork(background, FxThread.EXECUTOR),
                InstantSource.system());
        window.show(stage);
        return window;
    }

    /// A window that is closed follows no files any more.
    static void close(DashboardWindow window, ExecutorService background) {
        WaitForAsyncUtils.waitForAsyncFx(
                PATIENCE_MILLIS, () -> window.scene().getWindow().hide());
        background.shutdownNow();
    }
}
