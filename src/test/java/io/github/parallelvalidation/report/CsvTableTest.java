package io.github.parallelvalidation.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTableTest {
    @Test
    void noCellOrHeaderBeginsAFormula() {
        assertThat(CsvTable.of(List.of(List.of("=HYPERLINK(1)", "@SUM", "ic"), List.of(" +cmd", "-cmd|1", "\t=1"))))
                .isEqualTo("'=HYPERLINK(1),'@SUM,ic\n' +cmd,'-cmd|1,'\t=1\n");
    }

    @Test
    void numbersStayNumbers() {
        assertThat(CsvTable.of(List.of(List.of("-0.0123", "-1.2E-5", "-3", "1E12", ""))))
                .isEqualTo("-0.0123,-1.2E-5,-3,1E12,\n");
    }

    @Test
    void aCommaAQuoteAndALineEndAreQuotedAndWhatSteersIsVisible() {
        assertThat(CsvTable.of(List.of(List.of("a,b", "say \"x\"", "one\ntwo", "\u001b[2J"))))
                .isEqualTo("\"a,b\",\"say \"\"x\"\"\",\"one\ntwo\",\\u001b[2J\n");
    }
}
