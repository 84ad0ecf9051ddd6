package io.github.parallelvalidation.backtest;

import static io.github.parallelvalidation.gate.MetricNames.HIT_RATE;
import static io.github.parallelvalidation.gate.MetricNames.IC;
import static io.github.parallelvalidation.gate.MetricNames.IC_P_VALUE;
import static io.github.parallelvalidation.gate.MetricNames.LUCK;
import static io.github.parallelvalidation.gate.MetricNames.SIGNAL_FREQUENCY;

import io.github.parallelvalidation.gate.L0Gates;
import io.github.parallelvalidation.gate.MetricNames;
import io.github.parallelvalidation.gate.Metrics;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.luck.LuckCount;
import io.github.parallelvalidation.luck.LuckSource;
import io.github.parallelvalidation.luck.PlaceboWorlds;
import io.github.parallelvalidation.strategy.Signals;
import io.github.parallelvalidation.strategy.Strategy;
import io.github.parallelvalidation.trace.Trace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Computes the L0 metrics of a strategy: signal frequency, hit rate, information coefficient of the score and forward
/// returns, and what it scores on rebuilt markets, which says how likely luck would do as well.
public final class L0Screen {
    /// Beyond some 3.02 million the sum of squared ranks is no `long` any more. More than five years of minutes fit.
    public static final int MOST_BARS = 3_000_000;

    private static final double PLACEBO_BEGINS = 0.5;
    private static final double PLACEBO_ENDS = 0.95;

    private final MarketWorlds market;
    private final L0Gates gates;
    private final PlaceboWorlds asked;
    private final ProgressListener progress;

    /// @param asked on how many rebuilt markets
    public L0Screen(MarketWorlds market, L0Gates gates, PlaceboWorlds asked, ProgressListener progress) {
        this.market = market;
        this.gates = gates;
        this.asked = asked;
        this.progress = progress;
    }

    /// @param strategy computed anew on each rebuilt market
    /// @param signals its signals on the market as it is
    public Measured measure(Strategy strategy, Signals signals) {
        L0Measure measure = new L0Measure(market, strategy.horizon());
        progress.at(0.45, "ic");
        measure.look(0, market.real(), signals);
        L0Signals rules = new L0Signals(strategy, market, measure, signals);
        Metrics own = new Figures(measure, rules.realIc()).metrics();
        // Now: the rebuilt markets overwrite the events.
        Trace trace =
                ScreenTrace.of(market.real(), market.start(), measure.events(), signals.score(), strategy.horizon());
        return switch (LuckSource.of(Tier.L0, asked, strategy.program().isPresent(), strategy.programWorlds())) {
            case LuckSource.Rebuilt(PlaceboWorlds wanted) -> rebuilt(own, rules, wanted, trace);
            case LuckSource.CircularShift _ ->
                new Measured(shifted(own, measure, rules.realIc()), Optional.empty(), trace);
            case LuckSource.None(String why) -> new Measured(count().none(own, why), Optional.empty(), trace);
        };
    }

    private Measured rebuilt(Metrics own, L0Signals rules, PlaceboWorlds wanted, Trace trace) {
        WorldLoop.Result result = new WorldLoop(
                        Tier.L0, wanted, rules, new WorldProgress(progress, PLACEBO_BEGINS, PLACEBO_ENDS))
                .run(rules.realIc().value());
        MarketLimits limits = MarketLimits.of(market.real(), market.start());
        return new Measured(
                PlaceboFigures.add(own, result, gates, limits.limits()), Optional.of(result.worlds()), trace);
    }

    /// The circular shift, for programs that are not run again on every rebuilt market.
    private Metrics shifted(Metrics own, L0Measure measure, L0Signals.Ic ic) {
        if (Double.isNaN(ic.value())) {
            return count().none(own, ic.why());
        }
        progress.at(PLACEBO_BEGINS, "placebo");
        Placebo placebo = Placebo.of(measure, gates);
        Metrics shifted = own.with(IC_P_VALUE, placebo.icPValue())
                .with(LUCK, placebo.luck())
                .with(MetricNames.PLACEBO, placebo.grid().document());
        return count().of(shifted, Optional.empty());
    }

    private LuckCount count() {
        return new LuckCount(Tier.L0, gates, asked.worlds());
    }

    /// The metrics of the market as it is.
    private static final class Figures {
        private final Map<String, @Nullable Object> values = new LinkedHashMap<>();
        private final Map<String, String> reasons = new LinkedHashMap<>();

        Figures(L0Measure measure, L0Signals.Ic ic) {
            values.put(SIGNAL_FREQUENCY, measure.events().count());
            hitRates(measure);
            if (measure.isEnough()) {
                byScore(measure, ic.isOfConstantScore());
            } else {
                missing(ic.why(), List.of(MetricNames.IC_BY_MONTH, MetricNames.RETURN_BY_SCORE_DECILE));
            }
            if (Double.isNaN(ic.value())) {
                missing(ic.why(), List.of(IC));
            } else {
                values.put(IC, ic.value());
            }
            values.put(MetricNames.OBSERVATIONS, measure.observations().count());
            values.put(MetricNames.CONFLICTS, measure.events().conflicts());
        }

        /// Of a score that is constant but for rounding no order is told.
        private void byScore(L0Measure measure, boolean isConstant) {
            Observations observed = measure.observations();
            int count = observed.count();
            double[] scores = isConstant ? new double[count] : observed.score();
            Ranks ranks = isConstant ? new Ranks(count).rank(scores, 0, count) : measure.score();
            values.put(MetricNames.IC_BY_MONTH, MonthlyIc.of(observed, scores));
            values.put(MetricNames.RETURN_BY_SCORE_DECILE, ScoreDeciles.of(observed, ranks));
        }

        private void hitRates(L0Measure measure) {
            List<String> names = List.of(HIT_RATE, MetricNames.HIT_RATE_P_VALUE, MetricNames.HIT_RATE_BASE);
            if (!measure.isEnough()) {
                missing(L0Signals.TOO_FEW, names);
            } else if (measure.hits().counted() == 0) {
                missing(
                        measure.events().count() == 0
                                ? "no signal events"
                                : "no signal event has a score and a forward return other than 0",
                        names);
            } else {
                values.put(HIT_RATE, measure.hits().rate());
                values.put(MetricNames.HIT_RATE_P_VALUE, measure.hits().pValue());
                values.put(MetricNames.HIT_RATE_BASE, measure.hits().base(measure.observations()));
            }
        }

        private void missing(String reason, List<String> names) {
            for (String name : names) {
                values.put(name, null);
                reasons.put(name, reason);
            }
        }

        Metrics metrics() {
            return new Metrics(values, reasons);
        }
    }
}
