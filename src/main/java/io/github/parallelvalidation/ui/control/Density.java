package io.github.parallelvalidation.ui.control;

/// How much room rows and cards have.
public enum Density {
    ROOMY("roomy"),
    COMPACT("compact");

    private final String code;

    Density(String code) {
        this.code = code;
    }

    /// Its word, and the style class of the window.
    public String code() {
        return code;
    }

    public static Density parse(String text) {
        return text.equals(COMPACT.code) ? COMPACT : ROOMY;
    }
}
