package io.github.parallelvalidation.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.parallelvalidation.format.DataException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Days and weeks that begin at midnight of a place: in spring one of them is an hour short, in autumn an hour long.
class LocalMidnightTest {
    private static final LocalDate MONDAY = LocalDate.of(2019, 1, 7);
    private static final Lookback ALL = new Lookback(Period.ofYears(10), 0);

    @TempDir
    private Path folder;

    private Bars load(Stream<LocalDate> dates, String zone, Timeframe written, Timeframe wanted) throws IOException {
        StringBuilder csv = new StringBuilder("time,open,high,low,close,volume\n");
        dates.forEach(date -> csv.append(
                "%s,10,12,9,11,1%n".formatted(date.atStartOfDay(ZoneId.of(zone)).toInstant())));
        Path file = Files.writeString(folder.resolve("bars.csv"), csv);
        return new BarLoader(Optional.empty()).load(new BarSource(List.of(file), written), "SPY", wanted, ALL, folder);
    }

    private static Stream<LocalDate> every(int days, int count) {
        return Stream.iterate(MONDAY, date -> date.plusDays(days)).limit(count);
    }

    @ParameterizedTest
    @ValueSource(strings = {"America/New_York", "Europe/Berlin", "Pacific/Auckland", "Asia/Tokyo", "UTC"})
    void theyHaveNoGaps(String zone) throws IOException {
        for (Bars bars : List.of(
                load(every(1, 800), zone, Timeframe.D1, Timeframe.D1),
                load(every(7, 110), zone, Timeframe.W1, Timeframe.W1))) {
            assertThat(bars.gaps()).isZero();
            assertThat(bars.quality().gaps().missingBars()).isZero();
        }
    }

    @Test
    void aDayThatIsMissingWhereTheClockChangesIsOneBar() throws IOException {
        for (LocalDate missing : List.of(LocalDate.of(2019, 3, 10), LocalDate.of(2019, 11, 3))) {
            Bars bars = load(
                    every(1, 800).filter(date -> !date.equals(missing)),
                    "America/New_York",
                    Timeframe.D1,
                    Timeframe.D1);
            assertThat(bars.quality().gaps().count()).isEqualTo(1);
            assertThat(bars.quality().gaps().missingBars()).isEqualTo(1);
        }
    }

    @Test
    void hoursAreStillAWholeHourApart() {
        assertThatThrownBy(() -> load(every(1, 50), "UTC", Timeframe.W1, Timeframe.W1))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("but bars of 1w are 604800 s apart");
        assertThat(Timeframe.H1.slack()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"America/New_York", "Pacific/Honolulu", "Europe/Berlin", "Asia/Tokyo", "Pacific/Auckland"})
    void daysBelongToTheWeekThatItIsThere(String zone) throws IOException {
        Bars weeks = load(
                every(1, 7 * 60).filter(date -> date.getDayOfWeek() != DayOfWeek.SUNDAY || zone.startsWith("A")),
                zone,
                Timeframe.D1,
                Timeframe.W1);
        for (int week = 0; week < weeks.length(); week++) {
            assertThat(weeks.time()[week])
                    .isEqualTo(MONDAY.plus(week, ChronoUnit.WEEKS)
                            .atStartOfDay(ZoneId.of("UTC"))
                            .toInstant()
                            .toEpochMilli());
            assertThat(weeks.volume()[week]).isEqualTo(zone.startsWith("A") ? 7 : 6);
        }
        assertThat(weeks.length()).isGreaterThanOrEqualTo(59);
    }
}
