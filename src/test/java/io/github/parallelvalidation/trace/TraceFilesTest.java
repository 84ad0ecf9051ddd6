package io.github.parallelvalidation.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@NullUnmarked // JUnit fills the fields
class TraceFilesTest {
    private static final Instant NEW_YEAR = Instant.parse("2023-01-01T00:00:00Z");
    private static final long HOUR = 3_600_000;

    @TempDir
    private Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("series.csv"), text);
    }

    @Test
    void eventsReadBackAsTheyWere() throws IOException {
        List<SignalEvent> events = List.of(
                new SignalEvent(
                        NEW_YEAR,
                        1,
                        OptionalDouble.of(0.1 + 0.2),
                        OptionalDouble.of(1e-9),
                        OptionalDouble.of(-1 / 3.0),
                        Optional.of(false)),
                new SignalEvent(
                        NEW_YEAR.plusMillis(HOUR + 7),
                        -1,
                        OptionalDouble.empty(),
                        OptionalDouble.of(16_541.77),
                        OptionalDouble.empty(),
                        Optional.empty()));
        String text = EventsFile.text(events);

        assertThat(text).isEqualTo("""
            time,direction,score,close,forward_return,hit
            2023-01-01T00:00:00Z,1,0.30000000000000004,1.0E-9,-0.3333333333333333,0
            2023-01-01T01:00:00.007Z,-1,,16541.77,,
            """);
        assertThat(EventsFile.read(file(text))).contains(events);
    }

    @Test
    void tradesReadBackAsTheyWere() throws IOException {
        List<ClosedTrade> trades = List.of(
                new ClosedTrade(
                        NEW_YEAR, NEW_YEAR.plusMillis(HOUR), -1, 10, 9.5, 0.0478951, OptionalInt.of(1), "exit_rule"),
                new ClosedTrade(NEW_YEAR, NEW_YEAR, 1, 10, 11, 0.1, OptionalInt.empty(), ""));
        String text = TradesFile.text(trades);

        assertThat(text).isEqualTo("""
            entry_time,exit_time,side,entry_price,exit_price,net_return,bars_held,exit_reason
            2023-01-01T00:00:00Z,2023-01-01T01:00:00Z,short,10.0,9.5,0.0478951,1,exit_rule
            2023-01-01T00:00:00Z,2023-01-01T00:00:00Z,long,10.0,11.0,0.1,,
            """);
        assertThat(TradesFile.read(file(text))).contains(trades);
    }

    private static EquityMarks walk(int count) {
        Random random = new Random(7);
        long[] time = new long[count];
        double[] equity = new double[count];
        double[] position = new double[count];
        double[] holding = new double[count];
        double value = 1;
        for (int i = 0; i < count; i++) {
            time[i] = NEW_YEAR.toEpochMilli() + i * HOUR;
            value *= 1 + random.nextGaussian() / 100;
            equity[i] = value;
            position[i] = random.nextInt(3) - 1;
            holding[i] = 1 / value;
        }
        return new EquityMarks(time, equity, position, holding);
    }

    @Test
    void equityReadsBackAsItWasBitForBit() throws IOException {
        EquityMarks marks = walk(8_760);
        String text = EquityFile.text(marks);
        EquityMarks read = EquityFile.read(file(text)).orElseThrow();

        assertThat(text).hasLineCount(1 + 8_760);
        assertThat(read.count()).isEqualTo(marks.count());
        for (int i = 0; i < read.count(); i++) {
            assertThat(read.time(i)).isEqualTo(marks.time(i));
            assertThat(List.of(read.equity(i), read.position(i), read.holding(i)))
                    .isEqualTo(List.of(marks.equity(i), marks.position(i), marks.holding(i)));
        }
        assertThat(read.hasHolding()).isTrue();
    }

    @Test
    void ofAWindowOfMinutesAPartIsKeptThatHasTheReturnAndTheDrawdown() throws IOException {
        EquityMarks marks = walk(525_600);
        EquityMarks read = EquityFile.read(file(EquityFile.text(marks))).orElseThrow();

        assertThat(read.count()).isBetween(EquityFile.MOST_LINES / 2, EquityFile.MOST_LINES + 3);
        assertThat(read.time(0)).isEqualTo(marks.time(0));
        assertThat(read.totalReturn()).isEqualTo(marks.totalReturn());
        assertThat(read.maxDrawdown()).isEqualTo(marks.maxDrawdown()).isGreaterThan(0.5);
    }

    @Test
    void anotherWorkerMayOrderColumnsOtherwiseLeaveSomeOutAndHaveMore() throws IOException {
        assertThat(EventsFile.read(
                        file("\uFEFF" + "note,direction,time\r\n\"a, b\",LONG,2023-01-01 00:00:00+00:00\r\n")))
                .contains(List.of(new SignalEvent(
                        NEW_YEAR,
                        1,
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        Optional.empty())));
        EquityMarks marks = EquityFile.read(file("time,equity\n2023-01-01T00:00:00Z,1.25\n"))
                .orElseThrow();
        assertThat(marks.totalReturn()).isEqualTo(0.25);
        assertThat(marks.hasHolding()).isFalse();
        assertThat(TradesFile.read(file("""
            entry_time,exit_time,side,entry_price,exit_price,net_return
            2023-01-01T00:00:00Z,2023-01-02T00:00:00Z,-1,2,1,0.5
            """)).orElseThrow().getFirst().barsHeld())
                .isEmpty();
    }

    @Test
    void noFileIsNoError() {
        assertThat(EventsFile.read(folder.resolve("series.csv"))).isEmpty();
        assertThat(TradesFile.read(folder.resolve("series.csv"))).isEmpty();
        assertThat(EquityFile.read(folder.resolve("series.csv"))).isEmpty();
    }

    @Test
    void headersAloneAreNoEventsAndNoTrades() throws IOException {
        assertThat(EventsFile.read(file(EventsFile.text(List.of())))).contains(List.of());
        assertThat(TradesFile.read(file(TradesFile.text(List.of())))).contains(List.of());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        2023-01-01T00:00:00Z,up,1,1,0.1,1   | 2:22: direction must be long or short, 1 or -1, found 'up'
        yesterday,1,1,1,0.1,1               | 2:1: time must be a time such as 2023-01-31T09:00:00Z, found 'yesterday'
        2023-01-01T00:00:00Z,1,0x1p3,1,0.1,1 | 2:24: score must be a finite number or empty, found '0x1p3'
        2023-01-01T00:00:00Z,1,NaN,1,0.1,1  | 2:24: score must be a finite number or empty, found 'NaN'
        2023-01-01T00:00:00Z,1,0.5,0,0.1,1  | 2:28: close must be above 0 or empty, found '0'
        2023-01-01T00:00:00Z,1,0.5,1,0.1,2  | 2:34: hit must be 1, 0 or empty, found '2'
        2023-01-01T00:00:00Z,1,0.5,1,0.1    | 2:1: must have 6 fields, found 5
        """)
    void aBrokenLineIsSaidWithLineColumnAndValue(String line, String said) throws IOException {
        Path file = file("time,direction,score,close,forward_return,hit\n" + line + "\n");

        assertThatThrownBy(() -> EventsFile.read(file)).hasMessageContaining("series.csv:" + said);
    }

    @Test
    void timesRiseAndATradeEndsNotBeforeItBegins() throws IOException {
        Path events = file("time,direction\n2023-01-02,1\n2023-01-02,-1\n");
        assertThatThrownBy(() -> EventsFile.read(events))
                .hasMessageContaining(
                        "3:1: time must be later than the line before, 2023-01-02T00:00:00Z, found '2023-01-02'");
        Path trades = file("""
            entry_time,exit_time,side,entry_price,exit_price,net_return
            2023-01-02,2023-01-01,long,1,1,0
            """);
        assertThatThrownBy(() -> TradesFile.read(trades))
                .hasMessageContaining("2:12: exit_time must not be before entry_time, 2023-01-02, found '2023-01-01'");
    }

    @Test
    void aMissingColumnAndAColumnThatIsThereTwiceAreRefused() throws IOException {
        Path lacking = file("time\n2023-01-02\n");
        assertThatThrownBy(() -> EquityFile.read(lacking))
                .hasMessageContaining("1:1: the column 'equity' is missing; found [time]");
        Path twice = file("time,equity,equity\n2023-01-02,1,1\n");
        assertThatThrownBy(() -> EquityFile.read(twice))
                .hasMessageContaining("1:1: the column 'equity' is there twice");
        Path empty = file("");
        assertThatThrownBy(() -> EquityFile.read(empty)).hasMessageContaining("must begin with a line of column names");
    }

    @Test
    void aLinkIsNotFollowed() throws IOException {
        Path elsewhere = Files.writeString(folder.resolve("elsewhere.csv"), "time,equity\n");
        Path link = Files.createSymbolicLink(folder.resolve("link.csv"), elsewhere);

        assertThatThrownBy(() -> EquityFile.read(link)).hasMessageContaining("is not a plain file");
    }
}
