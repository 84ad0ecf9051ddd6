package io.github.parallelvalidation.ui;

import io.github.parallelvalidation.run.Validation;
import io.github.parallelvalidation.settings.UserState;
import io.github.parallelvalidation.workspace.Workspace;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// Opens the dashboard.
public final class Dashboard {
    private Dashboard() {}

    /// Opens the window and returns when it is closed.
    ///
    /// @param state the file that remembers theme, size and workspaces
    /// @throws NoDisplayException when no window can be shown here
    public static void open(Validation validation, Workspace workspace, Path state) {
        CountDownLatch closed = new CountDownLatch(1);
        AtomicReference<@Nullable RuntimeException> mistake = new AtomicReference<>();
        ExecutorService background = background();
        try {
            Platform.startup(() -> {
                try {
                    DashboardWindow window =
                            new DashboardWindow(new Stage(), validation, workspace, UserState.read(state), background);
                    window.onClose(last -> {
                        last.write(state);
                        closed.countDown();
                    });
                    window.show();
                } catch (RuntimeException e) {
                    mistake.set(e);
                    closed.countDown();
                }
            });
        } catch (RuntimeException | LinkageError e) {
            // JavaFX has no common exception for a missing display, a missing GTK or a missing library.
            throw new NoDisplayException(String.valueOf(e.getMessage()), e);
        }
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Platform.exit();
        background.shutdown();
        if (mistake.get() != null) {
            throw new IllegalStateException("the window could not be built", mistake.get());
        }
    }

    static ExecutorService background() {
        return Executors.newCachedThreadPool(
                Thread.ofPlatform().daemon().name("dashboard-", 1).factory());
    }
}
