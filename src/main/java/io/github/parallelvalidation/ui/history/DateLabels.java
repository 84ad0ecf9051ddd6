package io.github.parallelvalidation.ui.history;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The dates under the charts: as many as fit, each with its day where it is another one than that before.
///
/// @param at the place of the run, from 0
record DateLabels(int at, String text) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter YEAR = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    /// The width of a letter, and of the room between two labels, in pixels.
    private static final double LETTER = 6.2;

    private static final double GAP = 10;

    /// @param place the width of the place that each run has, in pixels
    static List<DateLabels> of(List<Instant> times, ZoneId zone, double place) {
        List<DateLabels> labels = new ArrayList<>();
        boolean isOneDay =
                times.stream().map(time -> day(time, zone)).distinct().count() <= 1;
        LocalDate shown = null;
        double free = 0;
        for (int i = 0; i < times.size(); i++) {
            ZonedDateTime time = times.get(i).atZone(zone);
            String text = text(time, shown, isOneDay);
            double middle = (i + 0.5) * place;
            double half = width(text) / 2;
            // The first may reach to the left of its place, under the axis of values.
            if (i == 0 || middle - half >= free) {
                labels.add(new DateLabels(i, text));
                free = middle + half + GAP;
                shown = time.toLocalDate();
            }
        }
        return labels;
    }

    double width() {
        return width(text);
    }

    private static double width(String text) {
        return text.length() * LETTER;
    }

    private static String text(ZonedDateTime time, @Nullable LocalDate shown, boolean isOneDay) {
        LocalDate day = time.toLocalDate();
        if (day.equals(shown)) {
            return TIME.format(time);
        }
        boolean isOtherYear = shown == null || shown.getYear() != day.getYear();
        String date = (isOtherYear ? YEAR : DAY).format(time);
        return isOneDay ? date + " " + TIME.format(time) : date;
    }

    private static LocalDate day(Instant time, ZoneId zone) {
        return time.atZone(zone).toLocalDate();
    }
}
