package io.github.parallelvalidation.ui.control;

import io.github.parallelvalidation.ui.text.Texts;
/// How much room rows and cards have.

public enum Density {
    ROOMY("roomy"),
    COMPACT("compact");

    private final String code;

    Density(String code) {
        this.code = code;
    }

    /// As it is kept, and the style class of the window.
    public String code() {
        return code;
    }

    public String word() {
        return switch (this) {
            case ROOMY -> Texts.of("density.roomy");
            case COMPACT -> Texts.of("density.compact");
        };
    }

    public static Density parse(String text) {
        return text.equals(COMPACT.code) ? COMPACT : ROOMY;
    }
}
