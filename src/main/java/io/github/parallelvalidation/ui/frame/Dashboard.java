package io.github.parallelvalidation.ui.frame;

import io.github.parallelvalidation.run.Validation;
import io.github.parallelvalidation.ui.model.BackgroundWork;
import io.github.parallelvalidation.ui.notice.DesktopNotices;
import io.github.parallelvalidation.workspace.UserFolders;
import io.github.parallelvalidation.workspace.Workspace;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import javafx.application.Application;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// The JavaFX application: [#launch] opens the window and returns when it is closed.
public final class Dashboard extends Application {
    // JavaFX makes the application itself and hands nothing over.
    private static final AtomicReference<@Nullable Start> START = new AtomicReference<>();

    /// From here on a failure is ours, not the display's.
    private static final AtomicBoolean STARTED = new AtomicBoolean();

    private final ExecutorService background = WindowThreads.start();

    /// @param after what happens once the window is shown
    private record Start(Validation validation, Workspace workspace, BiConsumer<DashboardWindow, Stage> after) {}

    /// Opens the window on a workspace and returns when it is closed. Once in a program.
    ///
    /// @throws NoDisplayException when no window can be shown here
    public static void launch(Validation validation, Workspace workspace) {
        launch(new Start(validation, workspace, (_, _) -> {}));
    }

    /// Opens the window, shows each page once, and closes it.
    ///
    /// @throws NoDisplayException when no window can be shown here
    public static void rehearse(Validation validation, Workspace workspace) {
        launch(new Start(validation, workspace, (window, stage) -> new Rehearsal(window, stage).start()));
    }

    private static void launch(Start start) {
        START.set(start);
        try {
            Application.launch(Dashboard.class);
        } catch (RuntimeException | LinkageError e) {
            if (STARTED.get()) {
                throw e;
            }
            throw NoDisplayException.of(e);
        }
    }

    /// The workspace that the window had open last, when it is still there.
    public static Optional<Workspace> lastWorkspace() {
        return memory().last().flatMap(Workspace::find);
    }

    @Override
    public void start(Stage stage) {
        STARTED.set(true);
        Start start = Objects.requireNonNull(START.get(), "launch() says what to open");
        DashboardWindow window = new DashboardWindow(
                start.validation(),
                start.workspace(),
                memory(),
                new BackgroundWork(background, FxThread.EXECUTOR),
                InstantSource.system());
        window.overlay()
                .opener(file -> getHostServices().showDocument(file.toUri().toString()));
        window.notices(DesktopNotices.ofThisDesktop(background));
        window.show(stage);
        start.after().accept(window, stage);
    }

    @Override
    public void stop() {
        background.shutdownNow();
    }

    private static WindowMemory memory() {
        UserFolders folders = UserFolders.ofProcess();
        return WindowMemory.read(folders.window(), folders.formerWindow());
    }
}
