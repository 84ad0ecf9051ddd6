package io.github.parallelvalidation.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.parallelvalidation.data.Timeframe;
import io.github.parallelvalidation.workspace.Problem;
import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.Source;
import io.github.parallelvalidation.workspace.YamlDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrategyFileTest {
    private static final String GOOD = """
        version: 1
        asset: BTCUSD
        timeframe: 1h
        signal:
          score: "-zscore(close, lookback)"
          long:  "score > entry_z && adx(14) < 25"
          short: "score < -entry_z"
          horizon: 12
        entry: {lookback: 48, entry_z: 1.5}
        filters: {trend: true, mode: fast}
        exit:
          hold_bars: 24
          long: "score < 0"
        position_sizing: {method: fixed_fractional, risk_per_trade: 0.02}
        """;

    @TempDir
    private Path folder;

    @Test
    void everySingleValueOfTheFourSectionsIsAParameter() throws IOException {
        Strategy strategy = read(GOOD).strategy();

        assertThat(strategy.asset()).isEqualTo("BTCUSD");
        assertThat(strategy.timeframe()).isEqualTo(Timeframe.H1);
        assertThat(strategy.horizon()).isEqualTo(12);
        assertThat(strategy.parameters())
                .containsEntry("lookback", new Value.Amount(48))
                .containsEntry("trend", new Value.Truth(true))
                .containsEntry("mode", new Value.Text("fast"))
                .containsEntry("hold_bars", new Value.Amount(24))
                .hasSize(5);
        assertThat(read(GOOD).warnings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"NULL", "null", "NO", "ON", "TRUE", "1e5", "2024-01-01", "007", "0x1F", "600519", "Y"})
    void anAssetIsTheWordThatIsWrittenWhateverYamlTakesItFor(String asset) throws IOException {
        assertThat(read(GOOD.replace("BTCUSD", asset)).strategy().asset()).isEqualTo(asset);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "~", "''"})
    void noAssetIsMissing(String nothing) {
        assertThatThrownBy(() -> read(GOOD.replace("BTCUSD", nothing))).hasMessageContaining("asset");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "timeframe: 1h | timeframe: 2h | :3:12: timeframe must be one of 1m 5m 15m 30m 1h 4h 8h 12h 1d 1w",
                "  horizon: 12 | |  the key 'horizon' is missing",
                "horizon: 12 | horizon: 0 | :8:12: signal.horizon must be a whole number from 1 to 100000, found '0'",
                "version: 1 | version: 2 | :1:10: version must be",
                "entry_z: 1.5 | entry_z: 1.5, hold_bars: 3 | 'hold_bars' is defined under 'entry' and under 'exit'",
                "lookback: 48 | lookback: 48, close: 3 | :9:23: the parameter 'close' has the name of a built-in",
                "adx(14) | adxx(14) | signal.long: in \"score > entry_z && adxx(14) < 25\" at column 20: the function",
                "score < 0 | score < oops | exit.long: in \"score < oops\" at column 9: the name 'oops' is not known",
                "  score: | #score: | 'score' is not defined"
            })
    void aMistakeIsNamedWithItsPlace(String right, String wrong, String message) {
        String text = GOOD.replace(right, wrong == null ? "" : wrong);
        assertThatThrownBy(() -> read(text))
                .hasMessageContaining("parameters.yaml:")
                .hasMessageContaining(message)
                .satisfies(first -> assertThat(faults(text))
                        .extracting(Problem::message)
                        .contains(((ProblemException) first).problem().message()));
    }

    @Test
    void allThatIsWrongIsFoundAtOnceInTheOrderOfTheFile() {
        String text = GOOD.replace("timeframe: 1h", "timeframe: 2h")
                .replace("adx(14)", "adxx(14)")
                .replace("horizon: 12", "horizon: 0")
                .replace("hold_bars: 24", "hold_bars: never")
                .replace("score < 0", "score < oops");

        assertThat(faults(text))
                .extracting(Problem::line)
                .as("timeframe, signal.long, horizon, hold_bars, exit.long")
                .containsExactly(3, 6, 8, 12, 13);
    }

    @Test
    void rulesAreNotBlamedForNumbersThatCannotBeRead() {
        assertThat(faults(GOOD.replace("lookback: 48", "close: 48")))
                .singleElement()
                .extracting(Problem::message)
                .asString()
                .contains("the parameter 'close' has the name of a built-in");
    }

    @Test
    void whatCanBeReadHasNoFault() {
        assertThat(faults(GOOD)).isEmpty();
        assertThat(faults("[]")).hasSize(1);
    }

    private static List<Problem> faults(String text) {
        return StrategyFaults.of(YamlDocument.parse(new Source(Path.of("parameters.yaml"), text)));
    }

    @Test
    void mergedMappingsAreParametersToo() throws IOException {
        String text = GOOD.replace("entry: {", "common: &common {shared: 3, lookback: 9}\nentry: {<<: *common, ");

        assertThat(read(text).strategy().parameters())
                .containsEntry("shared", new Value.Amount(3))
                .containsEntry("lookback", new Value.Amount(48));
    }

    @Test
    void aStrategyNeedsARule() {
        String text = GOOD.replaceAll("  (long|short): .*\n", "");
        assertThatThrownBy(() -> read(text)).hasMessageContaining("signal needs 'long' or 'short', or both");
    }

    @Test
    void manyTunableNumbersAreAWarning() throws IOException {
        String text = GOOD + "parameters: {a: 1, b: 2, c: 3, d: 4, e: 5}\n";

        assertThat(read(text).warnings())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).startsWith("8 tunable numbers, more than 7"));
    }

    @Test
    void withoutAScoreItIsTheDirectionThatHoldsAlone() throws IOException {
        Strategy strategy = read("""
            asset: X
            timeframe: 1h
            signal: {long: "close > 2", short: "close > 4 || close < 1", horizon: 1}
            """).strategy();
        Signals signals = strategy.signals(TestBars.closing(0.5, 2, 3, 5, Double.NaN));

        assertThat(signals.score()).containsExactly(-1, 0, 1, 0, 0);
        assertThat(signals.longs()).containsExactly(false, false, true, true, false);
        assertThat(signals.shorts()).containsExactly(true, false, false, true, false);
    }

    private StrategyFile.Loaded read(String text) throws IOException {
        return StrategyFile.read(Files.writeString(folder.resolve(StrategyFile.NAME), text));
    }
}
