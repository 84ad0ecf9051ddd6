package io.github.parallelvalidation.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.parallelvalidation.format.DataException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BarLoaderTest {
    private static final String HEADER = "timestamp,open,high,low,close,volume\n";
    private static final Lookback ALL = new Lookback(Period.ofYears(20), 0);

    @TempDir
    private Path folder;

    @Test
    void columnsMayComeInAnyOrderAndCase() throws IOException {
        Bars bars = load(Timeframe.H1, "Close,VOLUME,Date,Low,High,Open,Trades\n2.5,7,2025-01-01 00:00,1,3,2,9\n");

        assertThat(bars.time())
                .containsExactly(Instant.parse("2025-01-01T00:00:00Z").toEpochMilli());
        assertThat(bars.open()).containsExactly(2);
        assertThat(bars.high()).containsExactly(3);
        assertThat(bars.low()).containsExactly(1);
        assertThat(bars.close()).containsExactly(2.5);
        assertThat(bars.volume()).containsExactly(7);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "2025-01-01T01:15:00Z,2,3,1,2.5,7 | :3:1: timestamp 2025-01-01T01:15:00Z comes 900 s after",
                "2025-01-01T02:00:00Z,2,2.4,1,2.5,7 | :3:24: high is 2.4, below the close; high must be at least open"
                        + " 2.0 and",
                "2025-01-01T02:00:00Z,2,3,2.1,2.5,7 | :3:26: low is 2.1, above the open; low must be at most open 2.0"
                        + " and",
                "2025-01-01T02:00:00Z,2,3,0,2.5,7 | :3:26: low is 0.0; a price must be finite and above 0",
                "2025-01-01T02:00:00Z,2,Infinity,1,2.5,7 | :3:24: high is Infinity; a price must be finite",
                "2025-01-01T02:00:00Z,2,3,1,2.5,-7 | :3:32: volume is -7.0; it must be a finite number, 0 or more",
                "2025-01-01T02:00:00Z,2,3,1,n/a,7 | :3:28: close is 'n/a'; it must be a number",
                "2025-01-01T02:00:00Z,2,3,1,NaN,7 | :3:28: close is 'NaN'; it must be a number. A bar that is not"
                        + " there",
                "2025-01-01T02:00:00Z,2,3,1,,7 | :3:28: close is ''; it must be a number. A bar that is not there",
                "01/02/2025,2,3,1,2.5,7 | :3:1: '01/02/2025' may mean two days",
                "2025-01-01T02:00:00Z,2,3 | :3:1: the row has 3 fields; the first row has 6"
            })
    void anImpossibleBarIsRefusedWithItsLine(String row, String message) {
        assertThatThrownBy(() -> load(Timeframe.H1, HEADER + "2025-01-01T01:00:00Z,2,3,1,2.5,7\n" + row + "\n"))
                .isInstanceOfSatisfying(
                        DataException.class, e -> assertThat(e.kind()).isEqualTo(DataException.Kind.DATA_INVALID))
                .hasMessageContaining("BTCUSD_1h.csv" + message);
    }

    @Test
    void gapsAreCountedAndNotFilled() throws IOException {
        Bars bars = load(
                Timeframe.H1,
                HEADER + row("2025-01-01T00:00:00Z") + row("2025-01-01T01:00:00Z") + row("2025-01-01T05:00:00Z"));

        assertThat(bars.length()).isEqualTo(3);
        assertThat(bars.gaps()).isEqualTo(1);
    }

    @Test
    void coarserBarsAreBuiltAndAnUnfinishedLastOneIsDropped() throws IOException {
        Bars bars = load(write(HEADER + """
            2025-01-01T00:00:00Z,10,12,9,11,1
            2025-01-01T00:30:00Z,11,15,10,14,2
            2025-01-01T01:00:00Z,14,14,8,9,4
            2025-01-01T01:30:00Z,9,10,7,8,8
            2025-01-01T02:00:00Z,8,9,7,9,16
            """), Timeframe.M30, Timeframe.H1, ALL);

        assertThat(bars.open()).containsExactly(10, 14);
        assertThat(bars.high()).containsExactly(15, 14);
        assertThat(bars.low()).containsExactly(9, 7);
        assertThat(bars.close()).containsExactly(14, 8);
        assertThat(bars.volume()).containsExactly(3, 12);
    }

    @Test
    void tooFewBarsForOneCoarserBarAreRefused() throws IOException {
        Path file = write(HEADER + row("2025-01-01T00:00:00Z"));

        assertThatThrownBy(() -> load(file, Timeframe.M30, Timeframe.H1, ALL))
                .hasMessageContaining("the bars of 30m do not make one whole bar of 1h");
    }

    @Test
    void barsThatAreAllFartherApartAreOfAnotherTimeframe() {
        StringBuilder text = new StringBuilder(HEADER);
        for (int day = 10; day < 20; day++) {
            text.append(row("2025-01-" + day + "T00:00:00Z"));
        }
        assertThatThrownBy(() -> load(Timeframe.H1, text.toString()))
                .hasMessageContaining("no two bars are less than 86400 s apart: these are no bars of 1h");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-01-01T00:59:59.999Z", "1735693199999", "2025-01-01 00:59:59"})
    void aTimeThatIsTheEndOfABarIsRefused(String time) {
        assertThatThrownBy(() -> load(Timeframe.H1, HEADER + row(time)))
                .hasMessageContaining("BTCUSD_1h.csv:2:1: timestamp 2025-01-01T00:59:59")
                .hasMessageContaining("is the end of a bar; bars are known by their open, here 2025-01-01T00:00:00Z");
    }

    @Test
    void aNamedFileMaySayInItsRowsThatItsBarsAreFiner() throws IOException {
        Path minutes = Files.writeString(
                folder.resolve("my bars.csv"), HEADER + row("2025-01-01T00:00:00Z") + row("2025-01-01T00:01:00Z"));

        assertThat(BarSource.ofFile(minutes, Timeframe.H1).timeframe()).isEqualTo(Timeframe.M1);
        assertThat(BarSource.ofFile(minutes, Timeframe.M1).timeframe()).isEqualTo(Timeframe.M1);
        assertThat(BarSource.ofFile(folder.resolve("none.csv"), Timeframe.H1).timeframe())
                .isEqualTo(Timeframe.H1);
    }

    @Test
    void weeksBeginOnMonday() {
        assertThat(Timeframe.W1.barStart(Instant.parse("2025-01-05T23:00:00Z").toEpochMilli()))
                .isEqualTo(Instant.parse("2024-12-30T00:00:00Z").toEpochMilli());
    }

    @Test
    void onlyTheWindowAndItsWarmUpAreKept() throws IOException {
        StringBuilder text = new StringBuilder(HEADER);
        Instant first = Instant.parse("2025-01-01T00:00:00Z");
        for (int hour = 0; hour < 20_000; hour++) {
            text.append(row(first.plusSeconds(3600L * hour).toString()));
        }
        Lookback history = new Lookback(Period.ofMonths(1), 100);
        Bars bars = load(write(text.toString()), Timeframe.H1, Timeframe.H1, history);

        // The last bar opens 2027-04-14T07:00; bars after 2027-03-14T07:00 count: 31 days of 24.
        assertThat(Instant.ofEpochMilli(bars.time()[bars.length() - 1])).hasToString("2027-04-14T07:00:00Z");
        assertThat(history.windowStart(bars)).isEqualTo(100);
        assertThat(bars.length()).isEqualTo(100 + 31 * 24);
    }

    private Bars load(Timeframe timeframe, String text) throws IOException {
        return load(write(text), timeframe, timeframe, ALL);
    }

    private Bars load(Path file, Timeframe from, Timeframe to, Lookback history) {
        return new BarLoader(Optional.empty()).load(new BarSource(List.of(file), from), "BTCUSD", to, history, folder);
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("BTCUSD_1h.csv"), text);
    }

    private static String row(String time) {
        return time + ",2,3,1,2.5,7\n";
    }
}
