package io.github.parallelvalidation.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintableTest {
    @Test
    void whatSteersIsMadeVisible() {
        assertThat(Printable.visible("a\u001b[2J\u0007\u009b31m")).isEqualTo("a\\u001b[2J\\u0007\\u009b31m");
        assertThat(Printable.visible("\u202egnp.exe\u2066\r")).isEqualTo("\\u202egnp.exe\\u2066\\u000d");
    }

    @Test
    void wordsOfAnyWritingStayAsTheyAre() {
        String words = "Zürich – 東京 שלום \uD83D\uDC68\u200D\uD83D\uDCBB\n\tnext line";
        assertThat(Printable.visible(words)).isEqualTo(words);
        assertThat(Printable.oneLine("a\n\tb")).isEqualTo("a\\u000a\\u0009b");
    }
}
