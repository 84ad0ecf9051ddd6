package io.github.parallelvalidation.fix;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.gate.FailureReason;
import io.github.parallelvalidation.strategy.ParameterVariation;
import io.github.parallelvalidation.strategy.Strategy;
import io.github.parallelvalidation.strategy.StrategyFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NullUnmarked
class FixTableTest {
    private static final String HEAD = "version: 1\nasset: BTCUSD\ntimeframe: 1h\n";
    private static final String REVERSION = HEAD + """
        signal:
          score: "-zscore(close, lookback)"
          long: "score > entry_z && adx(trend) < calm"
          short: "score < -entry_z"
          horizon: 12
        entry: {lookback: 48, entry_z: 1.5, trend: 14, calm: 25, unused: 3}
        exit: {hold_bars: 24, long: "score < level", level: 0}
        """;

    @TempDir
    private Path folder;

    private Strategy strategy(String text) throws IOException {
        Path file = folder.resolve(StrategyFile.NAME);
        Files.writeString(file, text);
        return StrategyFile.read(file).strategy();
    }

    @Test
    void eachReasonNamesItsNumbers() throws IOException {
        Strategy strategy = strategy(REVERSION);
        assertThat(FixTable.numbers(FailureReason.SIGNAL_FREQUENCY_LOW, strategy))
                .isEqualTo(Map.of("entry_z", 1.5, "trend", 14.0, "calm", 25.0));
        assertThat(FixTable.numbers(FailureReason.WIN_RATE_SUSPICIOUS, strategy))
                .isEqualTo(Map.of("lookback", 48.0));
        // The level of 0 stays 0 whatever it is multiplied by.
        assertThat(FixTable.numbers(FailureReason.PROFIT_FACTOR_LOW, strategy)).isEqualTo(Map.of("hold_bars", 24.0));
        assertThat(FixTable.numbers(FailureReason.SHARPE_BELOW_THRESHOLD, strategy))
                .containsOnlyKeys("entry_z", "trend", "calm", "hold_bars");
        assertThat(FixTable.numbers(FailureReason.DSR_BELOW_THRESHOLD, strategy))
                .isEmpty();
    }

    @Test
    void withoutExitNumbersTheEntryNumbersAreVaried() throws IOException {
        Strategy strategy = strategy(HEAD + "signal: {long: 'rsi(14) < level', horizon: 4}\nentry: {level: 30}\n");
        assertThat(FixTable.numbers(FailureReason.PROFIT_FACTOR_LOW, strategy)).isEqualTo(Map.of("level", 30.0));
    }

    @Test
    void threeAttemptsWithinAFifthPeriodsWhole() throws IOException {
        List<ParameterVariation> variations =
                FixTable.variations(FailureReason.SIGNAL_FREQUENCY_LOW, strategy(REVERSION));
        assertThat(variations).extracting(ParameterVariation::factor).containsExactly(0.9, 0.8, 1.2);
        assertThat(variations).extracting(ParameterVariation::number).containsExactly(1, 2, 3);
        // 14 bars times 0.9, 0.8 and 1.2 are 12.6, 11.2 and 16.8.
        assertThat(variations)
                .extracting(ParameterVariation::tried)
                .containsExactly(
                        Map.of("entry_z", 1.35, "trend", 13.0, "calm", 22.5),
                        Map.of("entry_z", 1.2, "trend", 11.0, "calm", 20.0),
                        Map.of("entry_z", 1.8, "trend", 17.0, "calm", 30.0));
    }

    @Test
    void whatChangesNothingIsPassedOver() throws IOException {
        Strategy strategy = strategy(HEAD + "signal: {long: 'close > sma(close, n)', horizon: 4}\nentry: {n: 3}\n");
        // 2.7 and 3.3 are 3 bars again, 2.4 is 2, 3.6 is 4.
        assertThat(FixTable.variations(FailureReason.TRADE_COUNT_LOW, strategy))
                .extracting(ParameterVariation::tried)
                .containsExactly(Map.of("n", 2.0), Map.of("n", 4.0));
        assertThat(FixTable.variations(FailureReason.LOOKAHEAD_BIAS, strategy)).isEmpty();
    }
}
