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
import io.github.parallelvalidation.number.Rounding;
import io.github.parallelvalidation.strategy.Signals;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Computes the L1 metrics of a strategy from a backtest of its signals after costs, filled at the next open.
public final class L1Backtest {

    private static final double BASIS_POINTS = 10_000;

    private final Backtest backtest;
    private final DailyReturns daily;
    private final L1Gates gates;
    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();
    private final Map<String, String> reasons = new LinkedHashMap<>();

    private L1Backtest(Backtest backtest, DailyReturns daily, L1Gates gates) {
        this.backtest = backtest;
        this.daily = daily;
        this.gates = gates;
    }

    /// @param start index of the first bar that counts
    /// @param holdBars a position is left after so many bars
    /// @param roundTripCostBps cost of opening and closing together, in hundredths of a percent
    public static Metrics measure(
            Bars bars, int start, Signals signals, OptionalInt holdBars, double roundTripCostBps, L1Gates gates) {
        return measure(bars, start, signals, holdBars, roundTripCostBps, gates, _ -> {});
    }

    /// @param returns is given the daily returns
    static Metrics measure(
            Bars bars,
            int start,
            Signals signals,
            OptionalInt holdBars,
            double roundTripCostBps,
            L1Gates gates,
            Consumer<DailyReturns> returns) {
        double costPerSide = roundTripCostBps / 2 / BASIS_POINTS;
        Backtest backtest = Backtest.run(bars, start, signals, holdBars, costPerSide);
        DailyReturns daily = DailyReturns.of(bars, start, backtest.lastOfEachDay());
        returns.accept(daily);
        return new L1Backtest(backtest, daily, gates).measure();
    }

    private Metrics measure() {
        trades();
        double[] lastOfEachDay = backtest.lastOfEachDay();
        double sharpe = sharpe();
        values.put(MetricNames.TOTAL_RETURN, backtest.totalReturn());
        values.put(MetricNames.MAX_DRAWDOWN, backtest.maxDrawdown());
        values.put(MetricNames.EXPOSURE, backtest.exposure());
        values.put(MetricNames.BENCHMARK_RETURN, backtest.benchmarkReturn());
        values.put(
                MetricNames.SANITY_FLAGS,
                SanityFlags.of(backtest, sharpe, gates.minTrades(), lastOfEachDay).stream()
                        .map(SanityFlag::code)
                        .toList());
        return new Metrics(values, reasons);
    }

    private void trades() {
        List<Trade> trades = backtest.trades();
        double gains = 0;
        double losses = 0;
        int wins = 0;
        for (Trade trade : trades) {
            // What rounding left of a trade that ended where it began is neither a gain nor a loss.
            double net = Rounding.isZero(trade.netReturn()) ? 0 : trade.netReturn();
            gains += Math.max(0, net);
            losses -= Math.min(0, net);
            wins += net > 0 ? 1 : 0;
        }
        values.put(TRADES, trades.size());
        put(WIN_RATE, trades.isEmpty() ? "no trades" : null, (double) wins / trades.size());
        put(PROFIT_FACTOR, losses > 0 ? null : trades.isEmpty() ? "no trades" : "no losing trade", gains / losses);
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
        values.put(name, missing == null ? value : null);
        if (missing != null) {
            reasons.put(name, missing);
        }
    }
}
