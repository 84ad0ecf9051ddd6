package io.github.parallelvalidation.ui.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.MissingResourceException;
import org.junit.jupiter.api.Test;

class TextsTest {

    @Test
    void aTextIsAsItStandsInTheFile() {
        assertThat(Texts.of("strategy.returns")).isEqualTo("Returns by month, %");
        assertThat(Texts.of("palette.keys")).isEqualTo("↑ ↓ choose · Enter does it · Esc closes");
    }

    @Test
    void valuesTakeTheirPlaces() {
        assertThat(Texts.of("tile.attempt", 2, 3)).isEqualTo("attempt 2 of 3");
        assertThat(Texts.of("banner.stopped", "The run", "100 % of it")).isEqualTo("The run stopped: 100 % of it.");
    }

    @Test
    void oneIsWordedOtherThanMany() {
        assertThat(Texts.counted("run.alerts", 0, 0)).isEqualTo("0 alerts");
        assertThat(Texts.counted("run.alerts", 1, 1)).isEqualTo("1 alert");
        assertThat(Texts.counted("run.alerts", 2, 2)).isEqualTo("2 alerts");
    }

    @Test
    void aKeyWithoutATextIsRefusedByItsName() {
        assertThatThrownBy(() -> Texts.of("palette.of.nobody"))
                .isInstanceOf(MissingResourceException.class)
                .hasMessage("window.properties has no text with the key palette.of.nobody.");
    }
}
