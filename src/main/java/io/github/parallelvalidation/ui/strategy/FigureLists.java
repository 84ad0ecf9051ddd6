package io.github.parallelvalidation.ui.strategy;

import io.github.parallelvalidation.display.MetricColumn;
import io.github.parallelvalidation.gate.MetricNames;
import io.github.parallelvalidation.ui.text.Texts;
import java.util.List;

/// Which figures of a strategy are shown beside those of its gates, and what they mean.
final class FigureLists {
    private static final MetricColumn LUCK =
            new MetricColumn(MetricNames.LUCK, Texts.of("figure.luck"), Texts.of("figure.luck.tip"));
    static final List<MetricColumn> L0_HONESTY = List.of(
            LUCK,
            new MetricColumn(MetricNames.IC_NOISE_95, Texts.of("figure.noise"), Texts.of("figure.noise.ic.tip")),
            new MetricColumn(MetricNames.IC_P_VALUE, Texts.of("figure.ic.p"), Texts.of("figure.ic.p.tip")),
            new MetricColumn(MetricNames.IC_P_ADJUSTED, Texts.of("figure.adjusted"), Texts.of("figure.adjusted.tip")),
            new MetricColumn(MetricNames.IC_Q_VALUE, Texts.of("figure.ic.q"), Texts.of("figure.ic.q.tip")),
            new MetricColumn(MetricNames.HIT_RATE_P_VALUE, Texts.of("figure.hits.p"), Texts.of("figure.hits.p.tip")));

    static final List<MetricColumn> L1_HONESTY = List.of(
            LUCK,
            new MetricColumn(
                    MetricNames.SHARPE_NOISE_95, Texts.of("figure.noise"), Texts.of("figure.noise.sharpe.tip")),
            new MetricColumn(MetricNames.SHARPE_P_VALUE, Texts.of("figure.sharpe.p"), Texts.of("figure.sharpe.p.tip")),
            new MetricColumn(
                    MetricNames.SHARPE_P_ADJUSTED, Texts.of("figure.adjusted"), Texts.of("figure.adjusted.tip")),
            new MetricColumn(MetricNames.PSR, Texts.of("figure.psr"), Texts.of("figure.psr.tip")),
            new MetricColumn(MetricNames.MIN_TRACK_RECORD_DAYS, Texts.of("figure.days"), Texts.of("figure.days.tip")),
            new MetricColumn(MetricNames.SHARPE_POWER, Texts.of("figure.power"), Texts.of("figure.power.tip")),
            new MetricColumn(
                    MetricNames.AUTOCORRELATION,
                    Texts.of("figure.autocorrelation"),
                    Texts.of("figure.autocorrelation.tip")),
            new MetricColumn(MetricNames.DSR, Texts.of("figure.deflated"), Texts.of("figure.deflated.tip")),
            new MetricColumn(MetricNames.DSR_TRIALS, Texts.of("figure.trials"), Texts.of("figure.trials.tip")),
            new MetricColumn(
                    MetricNames.DSR_TRIALS_COUNTED,
                    Texts.of("figure.trials.counted"),
                    Texts.of("figure.trials.counted.tip")));
    static final List<MetricColumn> BACKTEST = List.of(
            new MetricColumn(MetricNames.TOTAL_RETURN, Texts.of("figure.return"), Texts.of("figure.return.tip")),
            new MetricColumn(MetricNames.BENCHMARK_RETURN, Texts.of("figure.holding"), Texts.of("figure.holding.tip")),
            new MetricColumn(MetricNames.MAX_DRAWDOWN, Texts.of("figure.drawdown"), Texts.of("figure.drawdown.tip")),
            new MetricColumn(MetricNames.WIN_RATE, Texts.of("figure.wins"), Texts.of("figure.wins.tip")),
            new MetricColumn(MetricNames.EXPOSURE, Texts.of("figure.exposure"), Texts.of("figure.exposure.tip")));

    private FigureLists() {}
}
