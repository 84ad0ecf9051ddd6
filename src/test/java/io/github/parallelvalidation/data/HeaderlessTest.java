package io.github.parallelvalidation.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Files without a header, and files whose days leave open which number is the month.
@NullUnmarked
class HeaderlessTest {
    private static final int BARS = 400;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%1$d,%2$s,%3$s,%4$s,%5$s,%6$s",
                "%1$d,%2$s,%3$s,%4$s,%5$s,%6$s,17",
                "%1$d,%2$s,%3$s,%4$s,%5$s,%6$s,2.5,3.5,1",
                "%8$s;%2$s;%3$s;%4$s;%5$s;%6$s",
                "%9$s,%2$s,%3$s,%4$s,%5$s,%6$s",
                "%1$d,%2$s,%3$s,%4$s,%5$s,%6$s,",
            })
    void timeAndFiveValuesAreReadWithoutNames(String form) throws IOException {
        Bars bars = load(rows(form));

        assertThat(bars.length()).isEqualTo(BARS);
        assertThat(bars.time()[7]).isEqualTo(Formula.time(7));
        assertThat(bars.open()[7]).isEqualTo(open(7));
        assertThat(bars.high()[7]).isEqualTo(high(7));
        assertThat(bars.low()[7]).isEqualTo(low(7));
        assertThat(bars.close()[7]).isEqualTo(open(8));
        assertThat(bars.volume()[7]).isEqualTo(2007);
    }

    @Test
    void newestFirstAndNumbersForNamesAreNoObstacle() throws IOException {
        List<String> rows = rows("%1$d,%2$s,%3$s,%4$s,%5$s,%6$s");
        Collections.reverse(rows);
        rows.addFirst("0,1,2,3,4,5");

        assertThat(load(rows).length()).isEqualTo(BARS);
    }

    @Test
    void otherOrdersAreRefused() {
        assertThatThrownBy(() -> load(rows("%1$d,%4$s,%3$s,%2$s,%5$s,%6$s")))
                .as("Coinbase: low, high, open, close")
                .hasMessageContaining("bars.csv:1:1: no header, and the columns are not time, open, high, low, close")
                .hasMessageContaining("the third value is mostly not the highest, or the fourth not the lowest");
        assertThatThrownBy(() -> load(rows("%1$d,%5$s,%3$s,%4$s,%2$s,%6$s")))
                .hasMessageContaining("open and close are exchanged");
        assertThatThrownBy(() -> load(rows("%1$d,%2$s,%3$s,%4$s,%5$s,%7$s,%6$s")))
                .as("Kraken's API: an average price before the volume")
                .hasMessageContaining("the sixth value is mostly between low and high");
    }

    @Test
    void anImpossibleBarIsRefusedForItself() {
        List<String> rows = rows("%1$d,%2$s,%3$s,%4$s,%5$s,%6$s");
        rows.set(5, "%d,2,1,1,1,7".formatted(Formula.time(5)));

        assertThatThrownBy(() -> load(rows)).hasMessageContaining("bars.csv:6:17: high is 1.0, below the open");
    }

    @Test
    void namesThatAreNotKnownAreNotPassedOver() {
        List<String> rows = rows("%1$d,%2$s,%3$s,%4$s,%5$s,%6$s");
        rows.addFirst("Zeit,Anfang,Hoch,Tief,Ende,Umsatz");

        assertThatThrownBy(() -> load(rows))
                .hasMessageContaining("bars.csv:1:1: the file begins with neither a header such as timestamp,open");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dd/MM/yyyy HH:mm", "MM/dd/yyyy HH:mm", "M/d/yy H:mm", "d-M-yyyy HH:mm:ss"})
    void theFirstDayAfterTheTwelfthTellsHowAllAreMeant(String pattern) throws IOException {
        assertThat(load(dated(pattern, BARS)).time())
                .isEqualTo(Formula.bars(BARS).time());
    }

    @Test
    void withoutSuchADayTheyAreRefused() throws IOException {
        assertThatThrownBy(() -> load(dated("dd/MM/yyyy HH:mm", 12 * 24)))
                .hasMessageContaining("bars.csv:2:1: '01/01/2025 00:00' may mean two days");
        assertThat(load(dated("dd/MM/yyyy HH:mm", 24)).length())
                .as("the first of January is the same either way")
                .isEqualTo(24);
    }

    private static List<String> dated(String pattern, int bars) {
        DateTimeFormatter form = DateTimeFormatter.ofPattern(pattern).withZone(ZoneOffset.UTC);
        return IntStream.rangeClosed(0, bars)
                .mapToObj(i -> i == 0
                        ? "date,open,high,low,close,volume"
                        : form.format(Instant.ofEpochMilli(Formula.time(i - 1))) + ",2,3,1,2,7")
                .collect(Collectors.toList());
    }

    /// Bars that open where the last one closed.
    private static List<String> rows(String form) {
        DateTimeFormatter metaTrader =
                DateTimeFormatter.ofPattern("yyyy.MM.dd,HH:mm").withZone(ZoneOffset.UTC);
        DateTimeFormatter histData =
                DateTimeFormatter.ofPattern("yyyyMMdd HHmmss").withZone(ZoneOffset.UTC);
        return IntStream.range(0, BARS)
                .mapToObj(i -> {
                    Instant time = Instant.ofEpochMilli(Formula.time(i));
                    return form.formatted(
                            time.getEpochSecond(),
                            open(i),
                            high(i),
                            low(i),
                            open(i + 1),
                            2000 + i,
                            (high(i) + low(i)) / 2,
                            histData.format(time),
                            metaTrader.format(time));
                })
                .collect(Collectors.toList());
    }

    private static double open(int i) {
        return Formula.bar(i)[0];
    }

    private static double high(int i) {
        return Math.max(open(i), open(i + 1)) + 1;
    }

    private static double low(int i) {
        return Math.min(open(i), open(i + 1)) - 1;
    }

    private Bars load(List<String> rows) throws IOException {
        return Formula.load(Files.writeString(folder.resolve("bars.csv"), String.join("\n", rows) + "\n"));
    }
}
