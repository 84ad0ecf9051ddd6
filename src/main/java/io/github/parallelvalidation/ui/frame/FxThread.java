package io.github.parallelvalidation.ui.frame;

import java.util.concurrent.Executor;
import javafx.application.Platform;

/// Starts the JavaFX toolkit and runs code on its thread.
public final class FxThread {
    public static final Executor EXECUTOR = FxThread::run;

    private FxThread() {}

    /// Starts the toolkit where no application has.
    public static void start() {
        try {
            Platform.startup(() -> Platform.setImplicitExit(false));
        } catch (IllegalStateException e) {
            // It runs already, which is all that was wanted.
            System.getLogger(FxThread.class.getName()).log(System.Logger.Level.DEBUG, "JavaFX runs already", e);
        }
    }

    /// Once all that happens now has happened.
    static void later(Runnable action) {
        Platform.runLater(action);
    }

    private static void run(Runnable action) {
        if (Platform.isFxApplicationThread()) {
            action.run();
        } else {
            Platform.runLater(action);
        }
    }
}
