package io.github.parallelvalidation.ui;

import javafx.application.Platform;

/// Whether the person's system asks for little motion.
final class Motion {
    private Motion() {}

    static boolean wanted() {
        return !Platform.getPreferences().isReducedMotion() && !Boolean.getBoolean("parallelvalidation.still");
    }
}
