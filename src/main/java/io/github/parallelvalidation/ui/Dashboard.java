package io.github.parallelvalidation.ui;

import io.github.parallelvalidation.run.Validation;
import io.github.parallelvalidation.workspace.Workspace;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Application;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// The window as an application: [#launch] opens it and returns when it is closed.
public final class Dashboard extends Application {
    // JavaFX makes the application itself and hands nothing over.
    private static final AtomicReference<@Nullable Start> START = new AtomicReference<>();

    private final ExecutorService background = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("dashboard-", 1).factory());

    private record Start(Validation validation, Workspace workspace) {}

    /// Opens the window on a workspace and returns when it is closed. Once in a program.
    public static void launch(Validation validation, Workspace workspace) {
        START.set(new Start(validation, workspace));
        Application.launch(Dashboard.class);
    }

    /// The workspace that the window had open last, when it is still there.
    public static Optional<Workspace> lastWorkspace() {
        return WindowMemory.read(memoryFile()).last().flatMap(Workspace::find);
    }

    @Override
    public void start(Stage stage) {
        Start start = Objects.requireNonNull(START.get(), "launch() says what to open");
        new DashboardWindow(
                        start.validation(),
                        start.workspace(),
                        WindowMemory.read(memoryFile()),
                        new Work(background, FxThread.EXECUTOR),
                        InstantSource.system())
                .show(stage);
    }

    @Override
    public void stop() {
        background.shutdownNow();
    }

    private static Path memoryFile() {
        return UserFolder.config(
                        System.getenv(), System.getProperty("os.name"), Path.of(System.getProperty("user.home")))
                .resolve("window.yaml");
    }
}
