package io.github.parallelvalidation.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.parallelvalidation.format.DataException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A column that names what the bars are of: one market a file, or none.
@NullUnmarked
class SymbolColumnTest {
    @TempDir
    private Path folder;

    private Path csv(String column, int first, String one, String other) throws IOException {
        String rows = IntStream.range(0, 40)
                .mapToObj(i -> Formula.row(i) + "," + (i < first ? one : other))
                .collect(Collectors.joining("\n"));
        return Files.writeString(
                folder.resolve("bars.csv"), "timestamp,open,high,low,close,volume," + column + "\n" + rows + "\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"symbol", "Ticker", "<TICKER>", "pair", "Instrument", "Name", "tic"})
    void twoSymbolsInOneFileAreRefusedAtTheFirstLineOfTheSecond(String column) throws IOException {
        Path file = csv(column, 30, "BTCUSD", "ETHUSD");

        assertThatThrownBy(() -> Formula.load(file))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("bars.csv:32:")
                .hasMessageContaining("the symbol is 'ETHUSD', but 'BTCUSD' in line 2; a file must hold the bars of one"
                        + " symbol: split it");
    }

    @Test
    void quotedFieldsAreTheSame() throws IOException {
        Path file = csv("symbol", 30, "\"BTC,USD\"", "\"ETH,USD\"");

        assertThatThrownBy(() -> Formula.load(file)).hasMessageContaining("'ETH,USD', but 'BTC,USD' in line 2");
    }

    @Test
    void oneSymbolInWhateverCaseIsRead() throws IOException {
        assertThat(Formula.load(csv("symbol", 30, "BTCUSD", "btcusd")).length()).isEqualTo(40);
        assertThat(Formula.load(csv("symbol", 30, "BTCUSD", "")).length()).isEqualTo(40);
    }

    @Test
    void aColumnThatNamesNoSymbolMayHoldAnything() throws IOException {
        assertThat(Formula.load(csv("comment", 30, "a", "b")).length()).isEqualTo(40);
    }

    @Test
    void jsonObjectsAreTheSame() throws IOException {
        String rows = IntStream.range(0, 4)
                .mapToObj(i -> "{\"t\":%d,\"o\":1,\"h\":1,\"l\":1,\"c\":1,\"v\":1,\"symbol\":\"%s\"}"
                        .formatted(Formula.time(i), i < 2 ? "A" : "B"))
                .collect(Collectors.joining(",", "[", "]"));
        Path file = Files.writeString(folder.resolve("bars.json"), rows);

        assertThatThrownBy(() -> Formula.load(file)).hasMessageContaining("row 3: the symbol is 'B', but 'A' in row 1");
    }
}
