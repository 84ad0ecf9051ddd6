package io.github.parallelvalidation.settings;

import java.time.Period;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Parses a period of calendar time as people write it: `6 months`, `1 year`, `90 days`, `6mo`, `P6M`.
final class DataPeriod {
    private static final Pattern FORM =
            Pattern.compile("([0-9]{1,4})[ _-]*(years?|yr?|months?|mo|m|weeks?|w|days?|d)", Pattern.CASE_INSENSITIVE);
    private static final Pattern ISO = Pattern.compile(
            "P(?=[0-9])([0-9]{1,4}Y)?([0-9]{1,4}M)?([0-9]{1,4}W)?([0-9]{1,4}D)?", Pattern.CASE_INSENSITIVE);

    private DataPeriod() {}

    static Optional<Period> parse(String text) {
        String stripped = text.strip();
        if (ISO.matcher(stripped).matches()) {
            return positive(Period.parse(stripped));
        }
        Matcher matcher = FORM.matcher(stripped);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int count = Integer.parseInt(matcher.group(1));
        return positive(
                switch (matcher.group(2).toLowerCase(Locale.ROOT).charAt(0)) {
                    case 'y' -> Period.ofYears(count);
                    case 'm' -> Period.ofMonths(count);
                    case 'w' -> Period.ofWeeks(count);
                    default -> Period.ofDays(count);
                });
    }

    private static Optional<Period> positive(Period period) {
        return Optional.of(period).filter(p -> !p.isZero());
    }
}
