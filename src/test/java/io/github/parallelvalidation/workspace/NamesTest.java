package io.github.parallelvalidation.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// "Did you mean" is for slips of the pen.
class NamesTest {
    private static final Set<String> KNOWN = Set.of("macd", "rsi", "mult", "z", "zscore", "crossed_above");

    @ParameterizedTest
    @CsvSource({"mcad, macd", "rsii, rsi", "rs, rsi", "zz, z", "zscoer, zscore", "crosd_above, crossed_above"})
    void aSlipIsUnderstood(String wrong, String meant) {
        assertThat(Names.nearest(wrong, KNOWN)).contains(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hull", "mean", "vwap", "supertrend"})
    void anotherWordIsNotTakenForOne(String other) {
        assertThat(Names.nearest(other, KNOWN)).isEmpty();
    }

    @Test
    void ofSeveralTheNearestIsMeant() {
        assertThat(Names.nearest("macds", Set.of("macd", "macd_signal", "mac"))).contains("macd");
    }
}
