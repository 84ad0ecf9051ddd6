package io.github.parallelvalidation.ui.model;

import io.github.parallelvalidation.ui.text.Texts;
import org.kordamp.ikonli.feather.Feather;

/// The pages of the side navigation, in order.
public enum Page {
    QUEUE(Texts.of("page.queue"), Feather.LIST),
    RESULTS(Texts.of("page.results"), Feather.CHECK_SQUARE),
    HISTORY(Texts.of("page.history"), Feather.TRENDING_UP),
    SETTINGS(Texts.of("page.settings"), Feather.SLIDERS);

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
