package io.github.parallelvalidation.backtest;

import static io.github.parallelvalidation.gate.MetricNames.PROFIT_FACTOR;
import static io.github.parallelvalidation.gate.MetricNames.SHARPE;
import static io.github.parallelvalidation.gate.MetricNames.TRADES;
import static io.github.parallelvalidation.gate.MetricNames.WIN_RATE;

import io.github.parallelvalidation.data.Bars;
import io.github.parallelvalidation.gate.L1Gates;
import io.github.parallelvalidation.gate.MetricNames;
import io.github.parallelvalidation.gate.Metrics;
import io.github.parallelvalidation.gate.SanityFlag;
import io.github.parallelvalidation.strategy.Signals;
import io.github.parallelvalidation.trace.Trace;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// Computes the L1 metrics of a strategy from a backtest of its signals after costs, filled at the next open.
public final class L1Backtest {

    private static final double BASIS_POINTS = 10_000;

    private final Bars bars;
    private final int start;
    private final Signals signals;
    private final Backtest backtest;
    private final double[] lastOfEachDay;
    private final DailyReturns daily;
    private final L1Gates gates;
    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();
    private final Map<String, String> reasons = new LinkedHashMap<>();

    private L1Backtest(Bars bars, int start, Signals signals, Backtest backtest, L1Gates gates) {
        this.bars = bars;
        this.start = start;
        this.signals = signals;
        this.backtest = backtest;
        this.lastOfEachDay = backtest.lastOfEachDay();
        this.daily = DailyReturns.of(lastOfEachDay);
        this.gates = gates;
    }

    /// @param start index of the first bar that counts
    /// @param holdBars a position is left after so many bars
    /// @param roundTripCostBps cost of opening and closing together, in hundredths of a percent
    public static Metrics measure(
            Bars bars, int start, Signals signals, OptionalInt holdBars, double roundTripCostBps, L1Gates gates) {
        return run(bars, start, signals, holdBars, roundTripCostBps, gates).metrics();
    }

    /// The same, for whoever wants to know more than the metrics.
    static L1Backtest run(
            Bars bars, int start, Signals signals, OptionalInt holdBars, double roundTripCostBps, L1Gates gates) {
        Backtest backtest = Backtest.run(bars, start, signals, holdBars, costPerSide(roundTripCostBps));
        return new L1Backtest(bars, start, signals, backtest, gates);
    }

    /// @param returns is given the daily returns
    /// @param factor by which it knows them
    void tell(DailyReturnsListener returns, double factor) {
        returns.returned(factor, daily.days(bars, start), daily.values());
    }

    /// Its trades and its equity.
    Trace.Traded trace() {
        return BacktestTrace.of(backtest, bars, start, signals);
    }

    static double costPerSide(double roundTripCostBps) {
        return roundTripCostBps / 2 / BASIS_POINTS;
    }

    Metrics metrics() {
        int trades = trades();
        double sharpe = sharpe();
        put(MetricNames.TOTAL_RETURN, null, backtest.totalReturn());
        put(MetricNames.MAX_DRAWDOWN, null, backtest.maxDrawdown());
        put(MetricNames.EXPOSURE, null, backtest.exposure());
        put(MetricNames.BENCHMARK_RETURN, null, backtest.benchmarkReturn());
        values.put(
                MetricNames.SANITY_FLAGS,
                SanityFlags.of(backtest, trades, sharpe, gates.minTrades(), lastOfEachDay).stream()
                        .map(SanityFlag::code)
                        .toList());
        return new Metrics(values, reasons);
    }

    private int trades() {
        TradeSums sums = backtest.sums();
        boolean none = sums.trades() == 0;
        values.put(TRADES, sums.trades());
        put(WIN_RATE, none ? "no trades" : null, (double) sums.wins() / sums.trades());
        put(PROFIT_FACTOR, sums.losses() > 0 ? null : none ? "no trades" : "no losing trade", sums.profitFactor());
        return sums.trades();
    }

    private double sharpe() {
        String missing = daily.count() < 2
                ? "fewer than two days"
                : daily.isConstant() ? "the daily returns never change, up to rounding" : null;
        double sharpe = missing == null ? daily.sharpe() : Double.NaN;
        put(SHARPE, missing, sharpe);
        values.put(MetricNames.DAYS, daily.count());
        put(MetricNames.SKEWNESS, missing, missing == null ? daily.skewness() : Double.NaN);
        put(MetricNames.KURTOSIS, missing, missing == null ? daily.kurtosis() : Double.NaN);
        put(MetricNames.AUTOCORRELATION, missing, missing == null ? daily.autocorrelation() : Double.NaN);
        return sharpe;
    }

    private void put(String name, @Nullable String missing, double value) {
        String reason = missing == null && !Double.isFinite(value) ? "beyond all numbers" : missing;
        values.put(name, reason == null ? value : null);
        if (reason != null) {
            reasons.put(name, reason);
        }
    }
}
