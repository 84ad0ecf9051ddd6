package io.github.parallelvalidation.ui.strategy;

import io.github.parallelvalidation.display.MetricColumn;
import io.github.parallelvalidation.gate.MetricNames;
import java.util.List;

/// Which figures of a strategy are shown beside those of its gates, and what they mean.
final class FigureLists {
    private static final MetricColumn LUCK =
            new MetricColumn(MetricNames.LUCK, "luck", "A strategy like this one but without skill passes so often");
    static final List<MetricColumn> L0_HONESTY = List.of(
            LUCK,
            new MetricColumn(MetricNames.IC_NOISE_95, "noise reaches", "The ic that noise reaches once in twenty"),
            new MetricColumn(MetricNames.IC_P_VALUE, "p of ic", "Noise has an ic as large so often"),
            new MetricColumn(
                    MetricNames.IC_P_ADJUSTED, "p adj. in its run", "The best of the run is as good by luck so often"),
            new MetricColumn(MetricNames.IC_Q_VALUE, "q of ic in its run", "False-discovery rate, Benjamini-Hochberg"),
            new MetricColumn(MetricNames.HIT_RATE_P_VALUE, "p of hit rate", "Exact binomial test against a coin"));

    static final List<MetricColumn> L1_HONESTY = List.of(
            LUCK,
            new MetricColumn(
                    MetricNames.SHARPE_NOISE_95, "noise reaches", "The Sharpe ratio that noise reaches once in twenty"),
            new MetricColumn(MetricNames.SHARPE_P_VALUE, "p of sharpe", "Noise has a Sharpe ratio as large so often"),
            new MetricColumn(
                    MetricNames.SHARPE_P_ADJUSTED,
                    "p adj. in its run",
                    "The best of the run is as good by luck so often"),
            new MetricColumn(MetricNames.PSR, "sharpe above 0", "Probability that the true Sharpe ratio is above 0"),
            new MetricColumn(
                    MetricNames.MIN_TRACK_RECORD_DAYS,
                    "days needed",
                    "Shortest record that would show a ratio above 0 at 95 %"),
            new MetricColumn(
                    MetricNames.SHARPE_POWER,
                    "power",
                    "How often a true Sharpe ratio as high as the gate's would be significant in such a record"),
            new MetricColumn(MetricNames.AUTOCORRELATION, "autocorrelation", "Of the returns of one day and the next"),
            new MetricColumn(MetricNames.DSR, "deflated sharpe", "Probability of skill after so many trials"),
            new MetricColumn(
                    MetricNames.DSR_TRIALS, "trials count as", "Trials whose daily returns go together count as fewer"),
            new MetricColumn(
                    MetricNames.DSR_TRIALS_COUNTED, "trials so far", "Variants tried in this workspace, at any tier"));
    static final List<MetricColumn> BACKTEST = List.of(
            new MetricColumn(MetricNames.TOTAL_RETURN, "return", "Net of costs"),
            new MetricColumn(MetricNames.BENCHMARK_RETURN, "holding", "Bought at the first open, held to the end"),
            new MetricColumn(MetricNames.MAX_DRAWDOWN, "drawdown", "Largest loss from a peak"),
            new MetricColumn(MetricNames.WIN_RATE, "win rate", "Share of trades with a gain"),
            new MetricColumn(MetricNames.EXPOSURE, "in the market", "Share of bars with a position at the close"));

    private FigureLists() {}
}
