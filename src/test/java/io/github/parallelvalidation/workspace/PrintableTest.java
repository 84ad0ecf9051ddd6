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

    @Test
    void aLineKeepsWhatHasAPictureAndIsNoLongerThanAsked() {
        assertThat(Printable.line(" a\tb\nc\u0007 ")).isEqualTo("a b c");
        assertThat(Printable.line(" ic 0.02 ")).isEqualTo("ic 0.02");
        assertThat(Printable.cut("ic 0.02 ", 8)).isEqualTo("ic 0.02");
        assertThat(Printable.cut("a\tb\nc\u202e", 8)).isEqualTo("a b·c·");
        assertThat(Printable.cut("twelve", 3)).isEqualTo("twe…");
        assertThat(Printable.cut("\uD83D\uDC68\uD83D\uDC68\uD83D\uDC68", 2)).isEqualTo("\uD83D\uDC68\uD83D\uDC68…");
    }

    @Test
    void aQuotedValueIsCutWhereItWouldHideTheSentence() {
        assertThat(Printable.quoted("7h")).isEqualTo("'7h'");
        assertThat(Printable.quoted("ü".repeat(100))).isEqualTo("'" + "ü".repeat(100) + "'");
        assertThat(Printable.quoted("\uD83D\uDC68".repeat(101))).isEqualTo("'" + "\uD83D\uDC68".repeat(100) + "…'");
    }
}
