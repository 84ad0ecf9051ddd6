package io.github.parallelvalidation.ui.picture;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongToIntFunction;

/// Round times on the axis of a picture of bars, UTC.
final class TimeTicks {
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter YEAR = DateTimeFormatter.ofPattern("yyyy", Locale.ENGLISH);
    private static final int[] MINUTES = {1, 5, 15, 30, 60, 180, 360, 720};
    private static final int[] DAYS = {1, 2, 7, 14};
    private static final int[] MONTHS = {1, 3, 6, 12, 24, 60, 120};

    /// A round time and the bar there.
    record Tick(int bar, String text) {}

    private TimeTicks() {}

    /// @param from of the bars that are seen, epoch milliseconds
    /// @param to the same
    /// @param most how many have room
    /// @param bar the first bar at a time or after it
    static List<Tick> of(long from, long to, int most, LongToIntFunction bar) {
        long room = Math.max(1, (to - from) / Math.max(1, most));
        ZonedDateTime first = Instant.ofEpochMilli(from).atZone(ZoneOffset.UTC);
        for (int minutes : MINUTES) {
            if (Duration.ofMinutes(minutes).toMillis() >= room) {
                long step = Duration.ofMinutes(minutes).toMillis();
                List<Tick> ticks = new ArrayList<>();
                for (long at = Math.ceilDiv(from, step) * step; at <= to; at += step) {
                    ZonedDateTime time = Instant.ofEpochMilli(at).atZone(ZoneOffset.UTC);
                    boolean isMidnight = time.toLocalTime().toSecondOfDay() == 0;
                    ticks.add(new Tick(bar.applyAsInt(at), (isMidnight ? DAY : HOUR).format(time)));
                }
                return ticks;
            }
        }
        ZonedDateTime midnight = first.truncatedTo(ChronoUnit.DAYS);
        for (int days : DAYS) {
            if (Duration.ofDays(days).toMillis() >= room) {
                // Weeks and fortnights begin on Mondays.
                long day = midnight.toLocalDate().toEpochDay();
                long begin = Math.floorDiv(day - 4, days) * days + 4;
                return from(midnight.plusDays(begin - day), Period.ofDays(days), from, to, DAY, bar);
            }
        }
        ZonedDateTime month = midnight.withDayOfMonth(1);
        for (int months : MONTHS) {
            if (Duration.ofDays(30L * months).toMillis() >= room || months == MONTHS[MONTHS.length - 1]) {
                int whole = 12 * month.getYear() + month.getMonthValue() - 1;
                ZonedDateTime begin = month.plusMonths((long) Math.floorDiv(whole, months) * months - whole);
                return from(begin, Period.ofMonths(months), from, to, months < 12 ? MONTH : YEAR, bar);
            }
        }
        throw new AssertionError("the last step is taken whatever the room");
    }

    private static List<Tick> from(
            ZonedDateTime begin, Period step, long from, long to, DateTimeFormatter words, LongToIntFunction bar) {
        List<Tick> ticks = new ArrayList<>();
        for (ZonedDateTime at = begin; at.toInstant().toEpochMilli() <= to; at = at.plus(step)) {
            long millis = at.toInstant().toEpochMilli();
            if (millis >= from) {
                ticks.add(new Tick(bar.applyAsInt(millis), words.format(at)));
            }
        }
        return ticks;
    }
}
