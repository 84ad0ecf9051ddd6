package io.github.parallelvalidation.data;

/// Resamples bars to a coarser timeframe: open of the first, highest high, lowest low, close of the last, sum of the
/// volumes. A last bar whose period is not complete is left out.
final class Resampler implements BarSink {
    private final Timeframe from;
    private final Timeframe to;
    private final BarSink next;
    private boolean started;
    private long start;
    private long lastTime;
    private double open;
    private double high;
    private double low;
    private double close;
    private double volume;

    Resampler(Timeframe from, Timeframe to, BarSink next) {
        this.from = from;
        this.to = to;
        this.next = next;
    }

    @Override
    public void add(long time, double o, double h, double l, double c, double v) {
        long bar = to.barStart(from, time);
        if (!started || bar != start) {
            emit();
            started = true;
            start = bar;
            open = o;
            high = h;
            low = l;
            volume = 0;
        }
        high = Math.max(high, h);
        low = Math.min(low, l);
        close = c;
        volume += v;
        lastTime = time;
    }

    @Override
    public void duplicate(long time) {
        next.duplicate(time);
    }

    /// The last bar, where the finer bars reach its end.
    void finish() {
        if (from.barStart(from, lastTime) + from.millis() >= start + to.millis()) {
            emit();
        }
    }

    private void emit() {
        if (started) {
            next.add(start, open, high, low, close, volume);
        }
    }
}
