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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@NullUnmarked
class JsonTest {
    @TempDir
    private Path folder;

    @Test
    void freqtradesListsAreBars() throws IOException {
        String text = IntStream.range(0, 5000)
                .mapToObj(i -> {
                    double[] bar = Formula.bar(i);
                    return "[%d,%s,%s,%s,%s,%s]".formatted(Formula.time(i), bar[0], bar[1], bar[2], bar[3], bar[4]);
                })
                .collect(Collectors.joining(",", "[", "]"));

        assertThat(Formula.numbers(load(text))).isEqualTo(Formula.numbers(Formula.bars(5000)));
    }

    @Test
    void binancesApiWritesItsNumbersAsTexts() throws IOException {
        Bars bars = load("""
            [
              [1735689600000, "93576.00", "94509.42", "93489.03", "94401.14", "755.99", 1735693199999, "1", 2, "3", "4", "0"]
            ]
            """);

        assertThat(Formula.numbers(bars)).isEqualTo("2025-01-01T00:00:00Z 93576.0 94509.42 93489.03 94401.14 755.99\n");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void objectsThatNameTheirValuesAreBarsToo(boolean isList) throws IOException {
        String text = IntStream.range(0, 50)
                .mapToObj(i -> {
                    double[] bar = Formula.bar(i);
                    return "{\"Timestamp\":%d,\"Date\":\"x\",\"about\":{\"a\":[1]},\"close\":\"%s\",\"open\":%s,\"high\":%s,\"low\":%s,\"Volume BTC\":%s}"
                            .formatted(Formula.time(i), bar[3], bar[0], bar[1], bar[2], bar[4]);
                })
                .collect(Collectors.joining(isList ? "," : "\n", isList ? "[" : "", isList ? "]" : ""));

        assertThat(Formula.numbers(load(text))).isEqualTo(Formula.numbers(Formula.bars(50)));
        assertThatThrownBy(() -> load(text.replace("\"close\":\"%s\",".formatted(Formula.bar(7)[3]), "")))
                .hasMessageContaining("row 8: the close is missing; every bar has one");
    }

    @Test
    void anObjectWithoutEndIsNotTakenIntoMemory() {
        assertThatThrownBy(() -> load("[{" + "\"a\":1,".repeat(2000)))
                .hasMessageContaining("row 1: the object has more than 1000 values");
    }

    @Test
    void listsInTheOrderOfAnotherExchangeAreRefused() {
        assertThatThrownBy(() -> load(lists("[%1$d,%2$s,%3$s,%4$s,%5$s,%7$s,%6$s]")))
                .as("Kraken's API has an average price before the volume")
                .hasMessageContaining(
                        "row 1: the rows are not [time, open, high, low, close, volume, …]: the sixth value");
        assertThatThrownBy(() -> load(lists("[%1$d,%4$s,%3$s,%2$s,%5$s,%6$s]")))
                .as("Coinbase's API begins with the low")
                .hasMessageContaining("the third value is mostly not the highest, or the fourth not the lowest");
    }

    /// Bars that open where the last one closed.
    private static String lists(String form) {
        return IntStream.range(0, 40)
                .mapToObj(i -> {
                    double open = Formula.bar(i)[0];
                    double close = Formula.bar(i + 1)[0];
                    double high = Math.max(open, close) + 1;
                    double low = Math.min(open, close) - 1;
                    return form.formatted(Formula.time(i), open, high, low, close, 2000 + i, (high + low) / 2);
                })
                .collect(Collectors.joining(",", "[", "]"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[[1735689600000,1,2,0.5,1.5,7],[1735693200000,1,2,0.5,null,7]] | row 2: close is null; it must be a",
                "[[1735689600000,1,2,0.5,1.5]] | row 1: the row has 5 values; a row is [time, open, high, low, close",
                "[[1735689600000,1,2,0.5,1.5,7],[1735693200000,1,0.9,0.5,1.5,7]] | row 2: high is 0.9, below the open",
                "[[\"soon\",1,2,0.5,1.5,7]] | row 1: 'soon' is not a timestamp",
                "[[1735689600000,1,2,0.5,1.5,7] | row 2: the list does not end",
                "[[1735689600000,1,2,0.5,1.5,7]] 9 | row 2: something follows the list",
                "[[1735689600000,1,2,0.5,[1],7]] | row 1: a value is itself a list",
                "[{\"open\": 1}] | row 1: a JSON object is read when it is a bar; this one lacks the column 'high';"
                        + " found open",
                "{\"data\": [[1735689600000,1,2,0.5,1.5,7]]} | row 1: a JSON object is read when it is a bar; this one",
                "[7] | row 1: found 7; a row is [time, open",
                "[[1735689600000,1,,2]] | row 1: the JSON is damaged",
                "[] | there is no bar in the file"
            })
    void whatIsWrongIsSaidWithItsRow(String text, String message) {
        assertThatThrownBy(() -> load(text))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("bars.json: ")
                .hasMessageContaining(message);
    }

    private Bars load(String text) throws IOException {
        return Formula.load(Files.writeString(folder.resolve("bars.json"), text));
    }
}
