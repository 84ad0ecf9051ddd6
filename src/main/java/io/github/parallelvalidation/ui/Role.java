package io.github.parallelvalidation.ui;

import java.util.Locale;

/// What a colour means. Only the style sheet knows which colour that is.
enum Role {
    PLAIN,
    MUTED,
    ACCENT,
    SUCCESS,
    WARNING,
    DANGER;

    /// The style class of text and icons in this role.
    String style() {
        return "role-" + name().toLowerCase(Locale.ROOT);
    }
}
