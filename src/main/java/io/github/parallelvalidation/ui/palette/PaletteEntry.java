package io.github.parallelvalidation.ui.palette;

import io.github.parallelvalidation.ui.text.Texts;
import java.util.Optional;
import org.kordamp.ikonli.feather.Feather;

/// One line of the palette.
///
/// @param name which is searched as well as the detail
/// @param detail its state, in a word or two; may be empty
/// @param keys that do the same; may be empty
/// @param refusal why it cannot be done now
record PaletteEntry(Kind kind, String name, String detail, String keys, Optional<String> refusal, Runnable perform) {

    /// What a line stands for.
    enum Kind {
        ACTION(Texts.of("palette.kind.action"), Feather.CHEVRON_RIGHT),
        RUN(Texts.of("palette.kind.run"), Feather.TRENDING_UP),
        STRATEGY(Texts.of("palette.kind.strategy"), Feather.ACTIVITY);

        private final String word;
        private final Feather glyph;

        Kind(String word, Feather glyph) {
            this.word = word;
            this.glyph = glyph;
        }

        String word() {
            return word;
        }

        Feather glyph() {
            return glyph;
        }
    }

    static PaletteEntry of(WindowAction action) {
        return new PaletteEntry(Kind.ACTION, action.name(), "", action.keyWords(), action.refusal(), action.perform());
    }

    boolean canBeDone() {
        return refusal.isEmpty();
    }

    /// What stands behind the name.
    String remark() {
        return refusal.orElse(detail);
    }
}
