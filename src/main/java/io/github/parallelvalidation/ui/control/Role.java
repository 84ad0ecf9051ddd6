package io.github.parallelvalidation.ui.control;

import java.util.Locale;

/// What a colour means. Only the style sheet knows which colour that is.
public enum Role {
    PLAIN,
    MUTED,
    ACCENT,
    SUCCESS,
    WARNING,
    DANGER;

    /// The style class of text and icons in this role.
    public String style() {
        return "role-" + name().toLowerCase(Locale.ROOT);
    }
}
