package io.github.parallelvalidation.ui.palette;

import io.github.parallelvalidation.ui.text.Texts;
/// A key, or keys that are pressed together.
///
/// @param combination as JavaFX writes it: "Shortcut+Enter"; a single sign is one that is typed, on whichever key it is

public record Shortcut(String combination) {

    /// Whether it is a sign, which in a field is text.
    public boolean isTyped() {
        return combination.length() == 1;
    }

    /// For people: "Ctrl+Enter".
    public String words() {
        return combination
                .replace("Shortcut", Texts.of("key.shortcut"))
                .replace("Comma", ",")
                .replace("Period", ".");
    }
}
