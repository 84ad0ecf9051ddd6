package io.github.parallelvalidation.data;

import io.github.parallelvalidation.format.ColumnRoles;
import io.github.parallelvalidation.format.DataException;
import io.github.parallelvalidation.format.Origin;
import io.github.parallelvalidation.format.RowBlock;
import io.github.parallelvalidation.number.PlainNumber;
import java.time.Instant;

/// Checks bars as they are read: times in order and at least one timeframe apart, possible prices and volumes. A row
/// that repeats the one before is dropped and counted; anything else is refused with its line.
final class BarCheck {
    private static final long MINUTE = 60_000;
    /// Fewer bars may by chance have a gap between any two.
    private static final int ENOUGH = 10;
    /// They are remembered one by one.
    private static final long MOST_REPEATS = 1 << 20;

    private final Timeframe timeframe;
    private final BarSink next;
    private final double[] previous = new double[ColumnRoles.VALUES];
    private Origin origin;
    private Origin previousOrigin;
    private long previousTime;
    private long previousLine;
    private long count;
    private long repeats;
    private long shortest = Long.MAX_VALUE;

    /// @param timeframe the length of the bars in the files
    BarCheck(Timeframe timeframe, Origin origin, BarSink next) {
        this.timeframe = timeframe;
        this.origin = origin;
        this.previousOrigin = origin;
        this.next = next;
    }

    /// Takes some rows of a file, which are not before those taken already.
    void add(Origin from, RowBlock block, int start, int end) {
        origin = from;
        double[][] values = block.values;
        for (int i = start; i < end; i++) {
            add(
                    block.time[i],
                    values[ColumnRoles.OPEN][i],
                    values[ColumnRoles.HIGH][i],
                    values[ColumnRoles.LOW][i],
                    values[ColumnRoles.CLOSE][i],
                    values[ColumnRoles.VOLUME][i],
                    block.line[i]);
        }
    }

    private void add(long time, double open, double high, double low, double close, double volume, long line) {
        if (count > 0 && time - previousTime < timeframe.millis() - timeframe.slack()) {
            if (time != previousTime) {
                throw tooClose(time, line);
            }
            checkSame(new double[] {open, high, low, close, volume}, line);
            if (++repeats > Math.max(MOST_REPEATS, 4 * count)) {
                throw origin.invalid(line, ColumnRoles.OTHER, "%d rows only repeat another one".formatted(repeats));
            }
            next.duplicate(time);
            return;
        }
        checkPrices(open, high, low, close, line);
        if (!(volume >= 0 && volume <= PriceLimits.MOST_VOLUME)) {
            throw origin.invalid(
                    line,
                    ColumnRoles.VOLUME,
                    Double.isFinite(volume) && volume > 0
                            ? "volume is " + volume + "; it must be at most " + PriceLimits.MOST_VOLUME
                            : "volume is " + volume + "; it must be a finite number, 0 or more");
        }
        if (count++ == 0) {
            checkOpen(time, line);
        } else {
            checkMove(previous[ColumnRoles.CLOSE], high, low, line);
            shortest = Math.min(shortest, time - previousTime);
        }
        previousTime = time;
        previousLine = line;
        previousOrigin = origin;
        previous[ColumnRoles.OPEN] = open;
        previous[ColumnRoles.HIGH] = high;
        previous[ColumnRoles.LOW] = low;
        previous[ColumnRoles.CLOSE] = close;
        previous[ColumnRoles.VOLUME] = volume;
        next.add(time, open, high, low, close, volume);
    }

    /// A close time is often written as the last second or millisecond of the bar.
    private void checkOpen(long time, long line) {
        long beforeMinute = MINUTE - Math.floorMod(time, MINUTE);
        if (beforeMinute == 1 || beforeMinute == 1000) {
            throw origin.invalid(
                    line,
                    ColumnRoles.TIME,
                    "timestamp %s is the end of a bar; bars are known by their open, here %s"
                            .formatted(
                                    Instant.ofEpochMilli(time),
                                    Instant.ofEpochMilli(time + beforeMinute - timeframe.millis())));
        }
    }

    /// All rows have come.
    ///
    /// @throws DataException when all of them are so far apart that they must be bars of another length
    void finish() {
        if (count >= ENOUGH && shortest >= 2 * timeframe.millis()) {
            throw DataException.invalid(
                    origin.file(),
                    "no two bars are less than %d s apart: these are no bars of %s; name the file by what it holds"
                            .formatted(shortest / 1000, timeframe));
        }
    }

    private void checkPrices(double open, double high, double low, double close, long line) {
        // With bounds for low and high, the two order checks settle the rest; NaN fails every comparison.
        if (low >= PriceLimits.LEAST
                && low <= open
                && low <= close
                && open <= high
                && close <= high
                && high <= PriceLimits.MOST) {
            return;
        }
        checkPrice(ColumnRoles.OPEN, open, line);
        checkPrice(ColumnRoles.HIGH, high, line);
        checkPrice(ColumnRoles.LOW, low, line);
        checkPrice(ColumnRoles.CLOSE, close, line);
        if (high < Math.max(open, close)) {
            throw origin.invalid(
                    line,
                    ColumnRoles.HIGH,
                    "high is %s, below the %s; high must be at least open %s and close %s"
                            .formatted(high, high < open ? "open" : "close", open, close));
        }
        if (low > Math.min(open, close)) {
            throw origin.invalid(
                    line,
                    ColumnRoles.LOW,
                    "low is %s, above the %s; low must be at most open %s and close %s"
                            .formatted(low, low > open ? "open" : "close", open, close));
        }
    }

    private void checkPrice(int role, double price, long line) {
        if (!(price > 0) || !Double.isFinite(price)) {
            throw origin.invalid(
                    line, role, ColumnRoles.name(role) + " is " + price + "; a price must be finite and above 0");
        }
        if (price < PriceLimits.LEAST || price > PriceLimits.MOST) {
            throw origin.invalid(
                    line,
                    role,
                    "%s is %s; a price must be from %s to %s"
                            .formatted(ColumnRoles.name(role), price, PriceLimits.LEAST, PriceLimits.MOST));
        }
    }

    private void checkMove(double before, double high, double low, long line) {
        if (PriceLimits.ratio(before, high, low) > PriceLimits.FARTHEST) {
            throw origin.invalid(
                    line,
                    high / before > PriceLimits.FARTHEST ? ColumnRoles.HIGH : ColumnRoles.LOW,
                    "%s; from one bar to the next a price must not change by more than %s times"
                            .formatted(PriceLimits.move(before, high, low), PriceLimits.FARTHEST));
        }
    }

    private void checkSame(double[] values, long line) {
        for (int role = 0; role < values.length; role++) {
            if (Double.compare(values[role], previous[role]) != 0) {
                throw origin.invalid(
                        line,
                        role,
                        "duplicate timestamp %s that contradicts %s: %s is %s here and %s there"
                                .formatted(
                                        Instant.ofEpochMilli(previousTime),
                                        previousPlace(),
                                        ColumnRoles.name(role),
                                        values[role],
                                        previous[role]));
            }
        }
    }

    private String previousPlace() {
        String location = previousOrigin.location(previousLine);
        return previousOrigin.file().equals(origin.file())
                ? location
                : location + " of " + previousOrigin.file().getFileName();
    }

    private DataException tooClose(long time, long line) {
        long millis = time - previousTime;
        String seconds = PlainNumber.of(millis / 1000.0);
        return origin.invalid(
                line,
                ColumnRoles.TIME,
                "timestamp %s comes %s s after %s, but bars of %s are %s s apart"
                        .formatted(
                                Instant.ofEpochMilli(time),
                                seconds,
                                Instant.ofEpochMilli(previousTime),
                                timeframe,
                                timeframe.millis() / 1000));
    }
}
