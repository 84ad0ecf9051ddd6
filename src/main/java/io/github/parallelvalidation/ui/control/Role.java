package io.github.parallelvalidation.ui.control;

import java.util.Locale;

/// The meaning of a colour. Only the style sheet maps a role to a colour.
public enum Role {
    PLAIN,
    MUTED,
    ACCENT,
    SUCCESS,
    WARNING,
    DANGER;

    private final String style = "role-" + name().toLowerCase(Locale.ROOT);

    /// The style class of text and icons in this role.
    public String style() {
        return style;
    }
}
