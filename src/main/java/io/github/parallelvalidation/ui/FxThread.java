package io.github.parallelvalidation.ui;

import java.util.concurrent.Executor;
import javafx.application.Platform;

/// The one door to the JavaFX thread.
final class FxThread implements Executor {
    @Override
    public void execute(Runnable action) {
        if (Platform.isFxApplicationThread()) {
            action.run();
        } else {
            Platform.runLater(action);
        }
    }
}
