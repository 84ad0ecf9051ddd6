package io.github.parallelvalidation.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Where several columns may be the time of a bar, the one that stands where bars begin is.
@NullUnmarked
class TimeColumnTest {
    private static final int COUNT = 60;
    private static final String PRICES = "open,high,low,close,volume";

    @TempDir
    private Path folder;

    private void isReadAsTheGrid(String header, IntFunction<String> times) throws IOException {
        String rows = IntStream.range(0, COUNT)
                .mapToObj(i -> times.apply(i) + "," + Formula.row(i).split(",", 2)[1])
                .collect(Collectors.joining("\n"));
        Path file = Files.writeString(folder.resolve("bars.csv"), header + "," + PRICES + "\n" + rows + "\n");

        assertThat(Formula.load(file).time()).isEqualTo(Formula.bars(COUNT).time());
    }

    private static Instant start(int i) {
        return Instant.ofEpochMilli(Formula.time(i));
    }

    @Test
    void startOfThePeriodFirstTradeAndLastTrade() throws IOException {
        isReadAsTheGrid(
                "time_period_start,time_period_end,time_open,time_close",
                i -> String.join(
                        ",",
                        start(i).toString(),
                        start(i + 1).toString(),
                        start(i).plusMillis(1_300 + i * 7_919L % 60_000).toString(),
                        start(i + 1).minusMillis(17 + i).toString()));
    }

    @Test
    void theFirstTradeBeforeTheStartInTheFile() throws IOException {
        isReadAsTheGrid("open_time,date", i -> start(i).plusSeconds(3 + i % 7) + "," + start(i));
    }

    @Test
    void theEndOfTheBarAndItsStart() throws IOException {
        isReadAsTheGrid("timestamp,date", i -> start(i + 1).minusMillis(1) + "," + start(i));
    }

    @Test
    void whenTheRowWasWrittenDown() throws IOException {
        isReadAsTheGrid("timestamp,unix", i -> start(i + 1).plusMillis(412 + i) + "," + start(i).getEpochSecond());
    }

    @Test
    void dayAndTimeOfDayOfAJsonObjectAreOneTime() throws IOException {
        Path file = Files.writeString(folder.resolve("bars.json"), """
            [{"date":"2025-01-01","time":"00:00:00","open":1,"high":1,"low":1,"close":1,"volume":1},
            {"date":"2025-01-01","time":"01:00:00","open":1,"high":1,"low":1,"close":1,"volume":1}]
            """);

        assertThat(Formula.load(file).time()).containsExactly(Formula.time(0), Formula.time(1));
    }
}
