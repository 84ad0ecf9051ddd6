package io.github.parallelvalidation.ui;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import javafx.scene.paint.Color;

/// Light or dark. The colours are those that TilesFX must be told in Java, because it reads no style sheets.
enum Theme {
    LIGHT(new PrimerLight().getUserAgentStylesheet(), "#0969da", "#d8dee4", "#24292f"),
    DARK(new PrimerDark().getUserAgentStylesheet(), "#58a6ff", "#30363d", "#c9d1d9");

    private final String stylesheet;
    private final String accent;
    private final String track;
    private final String text;

    Theme(String stylesheet, String accent, String track, String text) {
        this.stylesheet = stylesheet;
        this.accent = accent;
        this.track = track;
        this.text = text;
    }

    static Theme of(boolean dark) {
        return dark ? DARK : LIGHT;
    }

    String stylesheet() {
        return stylesheet;
    }

    /// Of a ring that fills.
    Color accent() {
        return Color.web(accent);
    }

    /// Of the part that is not filled yet.
    Color track() {
        return Color.web(track);
    }

    /// Of figures.
    Color text() {
        return Color.web(text);
    }
}
