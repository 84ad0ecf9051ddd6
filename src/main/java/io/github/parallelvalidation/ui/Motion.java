package io.github.parallelvalidation.ui;

import javafx.application.Platform;

/// Whether things may move.
final class Motion {
    private static volatile boolean still;

    private Motion() {}

    /// Pictures are taken of a window at rest.
    static void stop() {
        still = true;
    }

    /// As the desktop says it.
    static boolean isReduced() {
        return still || Platform.getPreferences().isReducedMotion();
    }
}
