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
    private static final MetricColumn LUCK = new MetricColumn(
            MetricNames.LUCK, "luck", "How often a strategy like this one, but without skill, would pass all gates");
    private static final MetricColumn Q = new MetricColumn(
            MetricNames.IC_Q_VALUE, "q", "False-discovery rate at which the ic would count, over the run");

    private static final List<MetricColumn> L0 = List.of(
            new MetricColumn(MetricNames.SIGNAL_FREQUENCY, "signals", "Signal events: entries, not bars in position"),
            new MetricColumn(MetricNames.HIT_RATE, "hit", "Share of signals after which the price went their way"),
            new MetricColumn(
                    MetricNames.IC, "ic", "Information coefficient: rank correlation of score and forward return"),
            noiseReaches(MetricNames.IC_NOISE_95, "ic"),
            new MetricColumn(MetricNames.IC_P_VALUE, "p", "How often noise has an ic as large"),
            LUCK);
    private static final List<MetricColumn> L1 = List.of(
            new MetricColumn(MetricNames.TRADES, "trades", "Closed trades"),
            new MetricColumn(MetricNames.SHARPE, "sharpe", "Yearly Sharpe ratio of daily returns, net of costs"),
            noiseReaches(MetricNames.SHARPE_NOISE_95, "Sharpe ratio"),
            new MetricColumn(MetricNames.SHARPE_P_VALUE, "p", "How often noise has a Sharpe ratio as large"),
            LUCK,
            new MetricColumn(MetricNames.PROFIT_FACTOR, "profit f.", "Gains divided by losses, net of costs"),
            new MetricColumn(MetricNames.TOTAL_RETURN, "return", "What the window made of the money, net of costs"),
            new MetricColumn(MetricNames.MAX_DRAWDOWN, "drawd.", "Largest loss from a peak"),
            new MetricColumn(
                    MetricNames.DSR,
                    "dsr",
                    "Deflated Sharpe ratio: the probability that the Sharpe ratio is above what the best of so many"
                            + " trials without skill would show"));

    private static final List<MetricColumn> L0_OF_RUN = List.of(adjusted(MetricNames.IC_P_ADJUSTED), Q);
    private static final List<MetricColumn> L1_OF_RUN = List.of(adjusted(MetricNames.SHARPE_P_ADJUSTED));

    private static MetricColumn noiseReaches(String metric, String score) {
        return new MetricColumn(
                metric,
                "noise reaches",
                "The %s that noise reaches once in twenty: below it, this data cannot tell the strategy from luck"
                        .formatted(score));
    }

    private static MetricColumn adjusted(String metric) {
        return new MetricColumn(metric, "p adj.", "How often the best of the whole run would be as good by luck");
    }

    /// Those that a whole run has beside the strategy's own; while a run is on they are not known yet.
    public static List<MetricColumn> ofRun(Tier tier) {
        return switch (tier) {
            case L0 -> L0_OF_RUN;
            case L1 -> L1_OF_RUN;
        };
    }

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
