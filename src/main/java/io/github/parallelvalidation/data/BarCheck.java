package io.github.parallelvalidation.data;

import java.nio.file.Path;
import java.time.Instant;

/// Lets through only bars that can be: in order, on one side of each other, with possible prices.
final class BarCheck implements BarSink {
    private final Timeframe timeframe;
    private final BarSink next;
    private Path file;
    private long previous;
    private boolean any;

    /// @param timeframe the length of the bars in the files
    BarCheck(Timeframe timeframe, Path file, BarSink next) {
        this.timeframe = timeframe;
        this.file = file;
        this.next = next;
    }

    /// The bars that follow are from this file; they continue those of the one before.
    void startFile(Path nextFile) {
        file = nextFile;
    }

    boolean isEmpty() {
        return !any;
    }

    @Override
    public void add(long time, double open, double high, double low, double close, double volume, long line) {
        checkOrder(time, line);
        checkPrice("open", open, line);
        checkPrice("high", high, line);
        checkPrice("low", low, line);
        checkPrice("close", close, line);
        if (high < Math.max(open, close)) {
            throw invalid(
                    line,
                    "high is %s, below the %s; high must be at least open %s and close %s"
                            .formatted(high, high < open ? "open" : "close", open, close));
        }
        if (low > Math.min(open, close)) {
            throw invalid(
                    line,
                    "low is %s, above the %s; low must be at most open %s and close %s"
                            .formatted(low, low > open ? "open" : "close", open, close));
        }
        if (!Double.isFinite(volume) || volume < 0) {
            throw invalid(line, "volume is " + volume + "; it must be a finite number, 0 or more");
        }
        any = true;
        previous = time;
        next.add(time, open, high, low, close, volume, line);
    }

    private void checkOrder(long time, long line) {
        if (!any) {
            return;
        }
        long step = time - previous;
        if (step == 0) {
            throw invalid(line, "duplicate timestamp %s; each bar may be there once".formatted(text(time)));
        }
        if (step < 0) {
            throw invalid(
                    line,
                    "timestamp %s is before the %s of the bar above; bars must be in ascending order"
                            .formatted(text(time), text(previous)));
        }
        if (step < timeframe.millis()) {
            throw invalid(
                    line,
                    "timestamp %s comes %s s after %s, but bars of %s are %s s apart"
                            .formatted(text(time), step / 1000, text(previous), timeframe, timeframe.millis() / 1000));
        }
    }

    private void checkPrice(String name, double price, long line) {
        if (!(price > 0) || !Double.isFinite(price)) {
            throw invalid(line, name + " is " + price + "; a price must be finite and above 0");
        }
    }

    private DataException invalid(long line, String message) {
        return DataException.invalid(file, line, message);
    }

    private static String text(long time) {
        return Instant.ofEpochMilli(time).toString();
    }
}
