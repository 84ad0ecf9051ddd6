package io.github.parallelvalidation.ui;

import org.kordamp.ikonli.feather.Feather;

/// The pages of the side navigation, in order.
enum Page {
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

    String title() {
        return title;
    }

    Feather glyph() {
        return glyph;
    }
}
