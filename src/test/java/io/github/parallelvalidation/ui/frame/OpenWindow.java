package io.github.parallelvalidation.ui.frame;

import io.github.parallelvalidation.run.Validation;
import io.github.parallelvalidation.ui.control.Motion;
import io.github.parallelvalidation.ui.model.BackgroundWork;
import io.github.parallelvalidation.ui.model.FakeValidation;
import io.github.parallelvalidation.ui.model.Samples;
import io.github.parallelvalidation.workspace.Workspace;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import javafx.stage.Stage;
import org.testfx.util.WaitForAsyncUtils;

/// A window on a workspace, for tests: with real work in the background, and without moves.
final class OpenWindow {
    private static final long PATIENCE_MILLIS = 20_000;

    /// The samples begin a little before.
    private static final InstantSource CLOCK = InstantSource.fixed(Samples.START.plusSeconds(4));

    private OpenWindow() {}

    /// What a window remembers, with nothing to remember but its size.
    ///
    /// @param folder where it is kept
    static WindowMemory memory(Path folder, int width, int height) {
        WindowMemory memory = WindowMemory.read(folder.resolve("window.yaml"));
        memory.size(width, height);
        return memory;
    }

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
        WindowMemory memory = memory(folder, width, height);
        return shown(stage, validation, workspace, memory, background, InstantSource.system());
    }

    /// A window on no files: it shows what the test says, at one moment.
    ///
    /// @param background ended with the window
    static DashboardWindow on(Stage stage, FakeValidation validation, WindowMemory memory, ExecutorService background) {
        return shown(stage, validation, FakeValidation.WORKSPACE, memory, background, CLOCK);
    }

    private static DashboardWindow shown(
            Stage stage,
            Validation validation,
            Workspace workspace,
            WindowMemory memory,
            ExecutorService background,
            InstantSource clock) {
        Motion.stop();
        DashboardWindow window = new DashboardWindow(
                validation, workspace, memory, new BackgroundWork(background, FxThread.EXECUTOR), clock);
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
