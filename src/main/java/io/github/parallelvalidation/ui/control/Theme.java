package io.github.parallelvalidation.ui.control;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import io.github.parallelvalidation.ui.text.Texts;
import java.util.Arrays;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import org.kordamp.ikonli.feather.Feather;

/// The light and the dark theme, or the one that the desktop has. The style sheet of the program only refers to roles,
/// so that both share it.
public enum Theme {
    LIGHT("light"),
    DARK("dark"),
    SYSTEM("system");

    private static final String LIGHT_SHEET = new PrimerLight().getUserAgentStylesheet();
    private static final String DARK_SHEET = new PrimerDark().getUserAgentStylesheet();

    private final String code;

    Theme(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /// For people: "as the system".
    public String word() {
        return switch (this) {
            case LIGHT -> Texts.of("theme.light");
            case DARK -> Texts.of("theme.dark");
            case SYSTEM -> Texts.of("theme.system");
        };
    }

    /// The glyph of the button that leads to the other theme.
    public Feather glyphOfOther() {
        return isDark() ? Feather.SUN : Feather.MOON;
    }

    /// The opposite of what is seen.
    public Theme other() {
        return isDark() ? LIGHT : DARK;
    }

    public void apply() {
        Application.setUserAgentStylesheet(isDark() ? DARK_SHEET : LIGHT_SHEET);
    }

    private boolean isDark() {
        return switch (this) {
            case LIGHT -> false;
            case DARK -> true;
            case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        };
    }

    public static Theme parse(String text) {
        return Arrays.stream(values())
                .filter(theme -> theme.code.equals(text))
                .findFirst()
                .orElse(LIGHT);
    }
}
