package io.github.parallelvalidation.data;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Parses a timeframe as exchanges and programs write it in file names: `1h`, `1H`, `60`, `60min`, `1hour`, `hourly`,
/// `H1`, `PT1H`.
final class TimeframeName {
    private static final Pattern NAME = Pattern.compile("(?:p|pt)?([1-9][0-9]*)?"
            + "(t|m|mins?|minutes?|minutely|h|hrs?|hours?|hourly|d|days?|daily|w|weeks?|weekly)?");
    /// MetaTrader puts the unit first.
    private static final Pattern META_TRADER = Pattern.compile("([mhdw])([1-9][0-9]*)");
    private static final int LONGEST = 10;

    private TimeframeName() {}

    /// @param isBehindNumber whether a number stands before it, as in a date; then it is none itself
    static Optional<Timeframe> parse(String text, boolean isBehindNumber) {
        String lower = text.toLowerCase(Locale.ROOT);
        Matcher metaTrader = META_TRADER.matcher(lower);
        if (text.length() > LONGEST || text.isEmpty()) {
            return Optional.empty();
        }
        if (metaTrader.matches()) {
            return minutes(metaTrader.group(2), metaTrader.group(1));
        }
        Matcher name = NAME.matcher(lower);
        boolean isName = name.matches() && !(name.group(1) == null && name.group(2) == null);
        // A letter alone is short for a day, an hour or a week; M is a month.
        boolean isMonth = lower.equals("m") || lower.equals("t") || (text.endsWith("M") && !lower.startsWith("p"));
        if (!isName || isMonth || (name.group(2) == null && isBehindNumber)) {
            return Optional.empty();
        }
        return minutes(
                name.group(1) == null ? "1" : name.group(1),
                name.group(2) == null ? "m" : name.group(2).substring(0, 1));
    }

    private static Optional<Timeframe> minutes(String count, String unit) {
        long minutes = Long.parseLong(count)
                * switch (unit) {
                    case "h" -> 60;
                    case "d" -> 1440;
                    case "w" -> 10_080;
                    default -> 1;
                };
        return Arrays.stream(Timeframe.values())
                .filter(timeframe -> timeframe.millis() == minutes * 60_000)
                .findFirst();
    }
}
