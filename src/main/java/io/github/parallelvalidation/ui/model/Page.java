package io.github.parallelvalidation.ui.model;

import org.kordamp.ikonli.feather.Feather;

/// The pages of the side navigation, in order.
public enum Page {
    QUEUE("Queue", Feather.LIST),
    RESULTS("Results", Feather.CHECK_SQUARE),
    HISTORY("History", Feather.TRENDING_UP),
    SETTINGS("Settings", Feather.SLIDERS);

    private final String title;
    private final Feather glyph;

    Page(String title, Feather glyph) {
        this.title = title;
        this.glyph = glyph;
    }

    public String title() {
        return title;
    }

    public Feather glyph() {
        return glyph;
    }
}
