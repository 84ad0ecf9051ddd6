package io.github.parallelvalidation.ui.frame;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import javafx.application.Application;
import org.kordamp.ikonli.feather.Feather;

/// The light and the dark theme. The style sheet of the program only refers to roles, so that both share it.
public enum Theme {
    LIGHT("light", Feather.MOON, new PrimerLight().getUserAgentStylesheet()),
    DARK("dark", Feather.SUN, new PrimerDark().getUserAgentStylesheet());

    private final String code;
    private final Feather glyphOfOther;
    private final String sheet;

    Theme(String code, Feather glyphOfOther, String sheet) {
        this.code = code;
        this.glyphOfOther = glyphOfOther;
        this.sheet = sheet;
    }

    public String code() {
        return code;
    }

    /// The glyph of the button that leads to the other theme.
    Feather glyphOfOther() {
        return glyphOfOther;
    }

    Theme other() {
        return this == LIGHT ? DARK : LIGHT;
    }

    public void apply() {
        Application.setUserAgentStylesheet(sheet);
    }

    static Theme parse(String text) {
        return text.equals(DARK.code) ? DARK : LIGHT;
    }
}
