package io.github.parallelvalidation.display;

import io.github.parallelvalidation.gate.MetricNames;
import io.github.parallelvalidation.gate.Tier;
import java.util.List;
import java.util.stream.Stream;

/// A metric that has its own table column.
///
/// @param header short, as it stands over the column
/// @param meaning for the header's tooltip
public record MetricColumn(String metric, String header, String meaning) {
    /// Of a whole run; it has no place in a table that grows while the run is on.
    public static final MetricColumn Q = new MetricColumn(
            MetricNames.IC_Q_VALUE, "q", "False-discovery rate at which the ic would count, over the run");

    private static final List<MetricColumn> L0 = List.of(
            new MetricColumn(MetricNames.SIGNAL_FREQUENCY, "signals", "Signal events: entries, not bars in position"),
            new MetricColumn(MetricNames.HIT_RATE, "hit", "Share of signals after which the price went their way"),
            new MetricColumn(
                    MetricNames.IC, "ic", "Information coefficient: rank correlation of score and forward return"),
            new MetricColumn(
                    MetricNames.IC_P_VALUE, "p", "Share of time-shifted copies of the score with an ic as large"),
            new MetricColumn(
                    MetricNames.LUCK,
                    "luck",
                    "How often a strategy like this one, but without skill, would pass all gates"));
    private static final List<MetricColumn> L1 = List.of(
            new MetricColumn(MetricNames.TRADES, "trades", "Closed trades"),
            new MetricColumn(MetricNames.SHARPE, "sharpe", "Yearly Sharpe ratio of daily returns, net of costs"),
            new MetricColumn(MetricNames.PROFIT_FACTOR, "profit f.", "Gains divided by losses, net of costs"),
            new MetricColumn(MetricNames.TOTAL_RETURN, "return", "What the window made of the money, net of costs"),
            new MetricColumn(MetricNames.MAX_DRAWDOWN, "drawd.", "Largest loss from a peak"),
            new MetricColumn(
                    MetricNames.DSR,
                    "dsr",
                    "Deflated Sharpe ratio: the probability that the Sharpe ratio is above what the best of so many"
                            + " trials without skill would show"));

    public static List<MetricColumn> of(Tier tier) {
        return switch (tier) {
            case L0 -> L0;
            case L1 -> L1;
        };
    }

    /// The short word for a metric, also where it has no column.
    public static String label(String metric) {
        return Stream.concat(L0.stream(), L1.stream())
                .filter(column -> column.metric().equals(metric))
                .map(MetricColumn::header)
                .findFirst()
                .orElse(metric.replace('_', ' '));
    }
}
