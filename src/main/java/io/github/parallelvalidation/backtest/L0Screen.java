package io.github.parallelvalidation.backtest;

import static io.github.parallelvalidation.gate.MetricNames.HIT_RATE;
import static io.github.parallelvalidation.gate.MetricNames.IC;
import static io.github.parallelvalidation.gate.MetricNames.IC_P_VALUE;
import static io.github.parallelvalidation.gate.MetricNames.LUCK;
import static io.github.parallelvalidation.gate.MetricNames.PLACEBO;
import static io.github.parallelvalidation.gate.MetricNames.SIGNAL_FREQUENCY;

import io.github.parallelvalidation.data.Bars;
import io.github.parallelvalidation.gate.L0Gates;
import io.github.parallelvalidation.gate.Metrics;
import io.github.parallelvalidation.strategy.Signals;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Computes the L0 metrics of a strategy: signal frequency, hit rate, information coefficient of the score and forward
/// returns, and the placebo test that says how likely luck would do as well.
public final class L0Screen {
    public static final String HIT_RATE_P_VALUE = "hit_rate_p_value";
    public static final String HIT_RATE_BASE = "hit_rate_base";
    public static final String IC_BY_MONTH = "ic_by_month";
    public static final String OBSERVATIONS = "observations";
    public static final String CONFLICTS = "conflicts";

    private static final int FEWEST = 200;
    private static final int GUARDS = 4;

    private final L0Gates gates;
    private final ProgressListener progress;
    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();
    private final Map<String, String> reasons = new LinkedHashMap<>();

    private L0Screen(L0Gates gates, ProgressListener progress) {
        this.gates = gates;
        this.progress = progress;
    }

    /// @param start index of the first bar that counts; those before it are for indicators to settle
    public static Metrics screen(
            Bars bars, int start, Signals signals, int horizon, L0Gates gates, ProgressListener progress) {
        return new L0Screen(gates, progress).measure(bars, start, signals, horizon);
    }

    private Metrics measure(Bars bars, int start, Signals signals, int horizon) {
        SignalEvents events = SignalEvents.of(signals, start);
        Observations observations = Observations.of(bars, start, signals.score(), events, horizon);
        values.put(SIGNAL_FREQUENCY, events.count());
        int n = observations.count();
        if (n < FEWEST || n < GUARDS * Placebo.guard(horizon)) {
            missing(
                    "too few observations",
                    List.of(HIT_RATE, HIT_RATE_P_VALUE, HIT_RATE_BASE, IC, IC_P_VALUE, LUCK, IC_BY_MONTH));
        } else {
            hitRates(observations, events);
            informationCoefficient(observations, horizon, events.count());
        }
        values.put(OBSERVATIONS, n);
        values.put(CONFLICTS, events.conflicts());
        return new Metrics(values, reasons);
    }

    private void hitRates(Observations observations, SignalEvents events) {
        HitRate rate = HitRate.of(observations);
        if (rate.counted() == 0) {
            missing(
                    events.count() == 0
                            ? "no signal events"
                            : "no signal event has a score and a forward return other than 0",
                    List.of(HIT_RATE, HIT_RATE_P_VALUE, HIT_RATE_BASE));
            return;
        }
        values.put(HIT_RATE, rate.rate());
        values.put(HIT_RATE_P_VALUE, rate.pValue());
        values.put(HIT_RATE_BASE, rate.base());
    }

    private void informationCoefficient(Observations observations, int horizon, int frequency) {
        progress.at(0.5, "ic");
        Ranks score = Ranks.of(observations.score());
        Ranks forward = Ranks.of(observations.forward());
        values.put(IC_BY_MONTH, MonthlyIc.of(observations, score, forward));
        if (score.isConstant() || forward.isConstant()) {
            missing(
                    score.isConstant() ? "the score is constant" : "the forward returns are constant",
                    List.of(IC, IC_P_VALUE, LUCK));
            return;
        }
        values.put(IC, score.correlation(forward));
        progress.at(0.6, "placebo");
        Placebo placebo = Placebo.of(observations, score, forward, horizon, frequency, gates);
        values.put(IC_P_VALUE, placebo.icPValue());
        values.put(LUCK, placebo.luck());
        values.put(PLACEBO, placebo.grid().document());
    }

    private void missing(String reason, List<String> names) {
        for (String name : names) {
            values.put(name, null);
            reasons.put(name, reason);
        }
    }
}
