package io.github.parallelvalidation.data;

import io.github.parallelvalidation.format.ColumnRoles;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Price bars of one symbol in columns, oldest first. The arrays are shared; those of a market as it was read are
/// never changed, those of a rebuilt one are overwritten by the next.
public final class Bars {
    /// Time, four prices and volume.
    private static final int COLUMNS = 6;

    private final String symbol;
    private final Timeframe timeframe;
    private final String source;
    private final long[] time;
    private final double[] open;
    private final double[] high;
    private final double[] low;
    private final double[] close;
    private final double[] volume;
    private final int duplicates;
    private @Nullable Quality quality;

    /// @param source the file or files, for people
    /// @param time open times, epoch milliseconds, strictly increasing
    public Bars(
            String symbol,
            Timeframe timeframe,
            String source,
            long[] time,
            double[] open,
            double[] high,
            double[] low,
            double[] close,
            double[] volume) {
        this(symbol, timeframe, source, time, open, high, low, close, volume, 0);
    }

    /// @param duplicates how many rows of the source said again what one of these bars says
    Bars(String symbol, Timeframe timeframe, String source, Columns columns, int duplicates) {
        this(
                symbol,
                timeframe,
                source,
                columns.time(),
                columns.values(ColumnRoles.OPEN),
                columns.values(ColumnRoles.HIGH),
                columns.values(ColumnRoles.LOW),
                columns.values(ColumnRoles.CLOSE),
                columns.values(ColumnRoles.VOLUME),
                duplicates);
    }

    private Bars(
            String symbol,
            Timeframe timeframe,
            String source,
            long[] time,
            double[] open,
            double[] high,
            double[] low,
            double[] close,
            double[] volume,
            int duplicates) {
        int length = time.length;
        if (open.length != length
                || high.length != length
                || low.length != length
                || close.length != length
                || volume.length != length) {
            throw new IllegalArgumentException("all columns have one length");
        }
        this.symbol = symbol;
        this.timeframe = timeframe;
        this.source = source;
        this.time = time;
        this.open = open;
        this.high = high;
        this.low = low;
        this.close = close;
        this.volume = volume;
        this.duplicates = duplicates;
    }

    public String symbol() {
        return symbol;
    }

    public Timeframe timeframe() {
        return timeframe;
    }

    public String source() {
        return source;
    }

    /// Whether these are the same bars from the same place.
    public boolean isSameAs(Bars other) {
        return this == other || isEqualTo(other);
    }

    private boolean isEqualTo(Bars other) {
        return timeframe == other.timeframe
                && duplicates == other.duplicates
                && symbol.equals(other.symbol)
                && source.equals(other.source)
                && Arrays.equals(time, other.time)
                && Arrays.equals(close, other.close)
                && Arrays.equals(open, other.open)
                && Arrays.equals(high, other.high)
                && Arrays.equals(low, other.low)
                && Arrays.equals(volume, other.volume);
    }

    public int length() {
        return time.length;
    }

    /// How much memory the columns take, in bytes.
    public long bytes() {
        return (long) COLUMNS * Long.BYTES * length();
    }

    public long[] time() {
        return time;
    }

    public double[] open() {
        return open;
    }

    public double[] high() {
        return high;
    }

    public double[] low() {
        return low;
    }

    public double[] close() {
        return close;
    }

    public double[] volume() {
        return volume;
    }

    /// Places where at least one bar is missing between two neighbours.
    public int gaps() {
        int gaps = 0;
        for (int i = 1; i < time.length; i++) {
            if (timeframe.isGap(time[i] - time[i - 1])) {
                gaps++;
            }
        }
        return gaps;
    }

    /// What a person should know about these bars. Computed at the first call.
    public Quality quality() {
        Quality known = quality;
        if (known == null) {
            known = Quality.of(this, duplicates);
            quality = known;
        }
        return known;
    }
}
