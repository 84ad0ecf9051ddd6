package io.github.parallelvalidation.trace;

import java.time.Instant;
import java.util.Arrays;

/// The equity of a backtest at the closes of its window, beside that of buying at the window's first open and
/// holding. Both begin at 1 before the first mark.
public final class EquityMarks {
    private final long[] time;
    private final double[] equity;
    private final double[] position;
    private final double[] holding;

    /// @param time when the bars opened, in epoch milliseconds, rising
    /// @param position at the close: 1 long, -1 short, 0 none; NaN where it is not known
    /// @param holding NaN where it is not known
    public EquityMarks(long[] time, double[] equity, double[] position, double[] holding) {
        if (time.length != equity.length || time.length != position.length || time.length != holding.length) {
            throw new IllegalArgumentException("%d times, %d equities, %d positions, %d of holding"
                    .formatted(time.length, equity.length, position.length, holding.length));
        }
        this.time = time.clone();
        this.equity = equity.clone();
        this.position = position.clone();
        this.holding = holding.clone();
    }

    public int count() {
        return time.length;
    }

    /// When a bar opened, in epoch milliseconds.
    public long millis(int index) {
        return time[index];
    }

    /// When a bar opened.
    public Instant time(int index) {
        return Instant.ofEpochMilli(time[index]);
    }

    public double equity(int index) {
        return equity[index];
    }

    /// At the close: 1 long, -1 short, 0 none; NaN where it is not known.
    public double position(int index) {
        return position[index];
    }

    /// NaN where it is not known.
    public double holding(int index) {
        return holding[index];
    }

    /// Whether it is known what holding would have made, at each close.
    public boolean hasHolding() {
        return count() > 0 && Arrays.stream(holding).noneMatch(Double::isNaN);
    }

    public double totalReturn() {
        return count() == 0 ? 0 : equity[count() - 1] - 1;
    }

    /// By mark the share of the largest equity so far that is lost.
    public double[] drawdowns() {
        double[] drawdowns = new double[count()];
        double peak = 0;
        for (int i = 0; i < drawdowns.length; i++) {
            peak = Math.max(peak, equity[i]);
            drawdowns[i] = peak > 0 ? 1 - equity[i] / peak : 0;
        }
        return drawdowns;
    }

    public double maxDrawdown() {
        return Arrays.stream(drawdowns()).max().orElse(0);
    }
}
