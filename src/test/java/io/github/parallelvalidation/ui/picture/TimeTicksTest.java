package io.github.parallelvalidation.ui.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimeTicksTest {
    private static final long HOUR = 3_600_000;

    private static List<String> texts(String from, String to, int most) {
        long first = millis(from);
        return TimeTicks.of(first, millis(to), most, at -> (int) Math.ceilDiv(at - first, HOUR)).stream()
                .map(TimeTicks.Tick::text)
                .toList();
    }

    private static long millis(String time) {
        return Instant.parse(time).toEpochMilli();
    }

    @Test
    void aDayIsCutIntoRoundHoursAndMidnightSaysItsDate() {
        assertThat(texts("2023-07-05T21:20:00Z", "2023-07-06T07:00:00Z", 6)).containsExactly("6 Jul", "03:00", "06:00");
    }

    @Test
    void weeksBeginOnMondays() {
        List<TimeTicks.Tick> ticks =
                TimeTicks.of(millis("2023-07-05T00:00:00Z"), millis("2023-07-31T00:00:00Z"), 4, at ->
                        (int) ((at - millis("2023-07-05T00:00:00Z")) / HOUR));
        assertThat(ticks).extracting(TimeTicks.Tick::text).containsExactly("10 Jul", "17 Jul", "24 Jul", "31 Jul");
        assertThat(ticks.getFirst().bar()).isEqualTo(5 * 24);
    }

    @Test
    void aYearIsCutIntoQuarters() {
        assertThat(texts("2023-01-01T00:00:00Z", "2023-12-31T00:00:00Z", 5))
                .containsExactly("Jan 2023", "Apr 2023", "Jul 2023", "Oct 2023");
    }

    @Test
    void manyYearsAreCutIntoRoundOnes() {
        assertThat(texts("1993-03-01T00:00:00Z", "2023-12-31T00:00:00Z", 8))
                .containsExactly("1995", "2000", "2005", "2010", "2015", "2020");
    }

    @Test
    void thereAreNeverManyMoreThanHaveRoom() {
        for (int hours = 1; hours < 400_000; hours = hours * 3 / 2 + 1) {
            List<String> ticks = texts(
                    "2020-01-01T00:00:00Z",
                    Instant.parse("2020-01-01T00:00:00Z")
                            .plusSeconds(hours * 3600L)
                            .toString(),
                    8);
            assertThat(ticks).as("%d hours", hours).hasSizeBetween(hours < 2 ? 0 : 1, 10);
        }
    }
}
