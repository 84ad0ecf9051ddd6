package io.github.parallelvalidation.ui.control;

import javafx.application.Platform;

/// The setting for reduced motion.
public final class Motion {
    private static volatile boolean still;

    private Motion() {}

    /// Pictures are taken of a window at rest.
    public static void stop() {
        still = true;
    }

    /// As the desktop says it.
    public static boolean isReduced() {
        return still || Platform.getPreferences().isReducedMotion();
    }
}
