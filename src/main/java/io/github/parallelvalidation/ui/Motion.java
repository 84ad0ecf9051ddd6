package io.github.parallelvalidation.ui;

import javafx.application.Platform;

/// Whether things may move.
final class Motion {
    private Motion() {}

    /// As the desktop says it.
    static boolean isReduced() {
        return Platform.getPreferences().isReducedMotion();
    }
}
