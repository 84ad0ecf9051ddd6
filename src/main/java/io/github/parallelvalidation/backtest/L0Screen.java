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
import io.github.parallelvalidation.luck.PlaceboWorlds;
import io.github.parallelvalidation.luck.Worlds;
import io.github.parallelvalidation.strategy.Signals;
import io.github.parallelvalidation.strategy.Strategy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Computes the L0 metrics of a strategy: signal frequency, hit rate, information coefficient of the score and forward
/// returns, and what it scores on rebuilt markets, which says how likely luck would do as well.
public final class L0Screen {
    public static final String HIT_RATE_P_VALUE = "hit_rate_p_value";
    public static final String HIT_RATE_BASE = "hit_rate_base";
    public static final String IC_BY_MONTH = "ic_by_month";
    public static final String OBSERVATIONS = "observations";
    public static final String CONFLICTS = "conflicts";

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
        Figures figures = new Figures(measure, rules.realIc());
        Optional<Worlds> worlds = placebo(strategy, measure, rules, figures);
        return new Measured(figures.metrics(), worlds);
    }

    private Optional<Worlds> placebo(Strategy strategy, L0Measure measure, L0Signals rules, Figures figures) {
        boolean isProgram = strategy.program().isPresent();
        PlaceboWorlds wanted = strategy.programWorlds()
                .map(PlaceboWorlds::exactly)
                .orElse(isProgram ? PlaceboWorlds.exactly(0) : asked);
        if (asked.isNone()) {
            figures.missing("the protocol asks for no placebo worlds", List.of(IC_P_VALUE, LUCK));
            return Optional.empty();
        }
        if (wanted.isNone()) {
            shift(measure, figures);
            return Optional.empty();
        }
        WorldLoop.Result result = new WorldLoop(
                        Tier.L0, wanted, rules, new WorldProgress(progress, PLACEBO_BEGINS, PLACEBO_ENDS))
                .run(rules.realIc().value());
        MarketLimits limits = MarketLimits.of(market.real(), market.start());
        PlaceboFigures.put(figures.values, figures.reasons, result, gates, limits.limits());
        return Optional.of(result.worlds());
    }

    /// The circular shift, for programs that are not run again on every rebuilt market.
    private void shift(L0Measure measure, Figures figures) {
        if (Double.isNaN(figures.ic.value())) {
            figures.missing(figures.ic.why(), List.of(IC_P_VALUE, LUCK));
            return;
        }
        progress.at(PLACEBO_BEGINS, "placebo");
        Placebo placebo = Placebo.of(measure, gates);
        figures.values.put(IC_P_VALUE, placebo.icPValue());
        figures.values.put(LUCK, placebo.luck());
        figures.values.put(MetricNames.PLACEBO_METHOD, LuckCount.CIRCULAR_SHIFT);
        figures.values.put(MetricNames.PLACEBO, placebo.grid().document());
    }

    /// The metrics of the market as it is.
    private static final class Figures {
        private final Map<String, @Nullable Object> values = new LinkedHashMap<>();
        private final Map<String, String> reasons = new LinkedHashMap<>();
        private final L0Signals.Ic ic;

        Figures(L0Measure measure, L0Signals.Ic ic) {
            this.ic = ic;
            values.put(SIGNAL_FREQUENCY, measure.events().count());
            hitRates(measure);
            if (measure.isEnough()) {
                values.put(IC_BY_MONTH, MonthlyIc.of(measure.observations()));
            } else {
                missing(ic.why(), List.of(IC_BY_MONTH));
            }
            if (Double.isNaN(ic.value())) {
                missing(ic.why(), List.of(IC));
            } else {
                values.put(IC, ic.value());
            }
            values.put(OBSERVATIONS, measure.observations().count());
            values.put(CONFLICTS, measure.events().conflicts());
        }

        private void hitRates(L0Measure measure) {
            List<String> names = List.of(HIT_RATE, HIT_RATE_P_VALUE, HIT_RATE_BASE);
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
                values.put(HIT_RATE_P_VALUE, measure.hits().pValue());
                values.put(HIT_RATE_BASE, measure.hits().base(measure.observations()));
            }
        }

        void missing(String reason, List<String> names) {
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
