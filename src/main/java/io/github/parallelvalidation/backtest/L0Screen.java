package io.github.parallelvalidation.backtest;

import io.github.parallelvalidation.gate.L0Gates;
import io.github.parallelvalidation.gate.MetricNames;
import io.github.parallelvalidation.gate.Metrics;
import io.github.parallelvalidation.strategy.Signals;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The L0 metrics of a strategy's signals.
public final class L0Screen {
    private static final int FEWEST_OBSERVATIONS = 200;
    private static final int FEWEST_GUARDS = 4;
    private static final List<String> OVER_OBSERVATIONS = List.of(
            MetricNames.HIT_RATE,
            MetricNames.HIT_RATE_P_VALUE,
            MetricNames.HIT_RATE_BASE,
            MetricNames.IC,
            MetricNames.IC_P_VALUE,
            MetricNames.LUCK,
            MetricNames.IC_BY_MONTH);

    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();
    private final Map<String, String> reasons = new LinkedHashMap<>();

    private L0Screen() {}

    /// @param horizon bars ahead that hit rate and IC look
    /// @param gates what the placebo is held to
    /// @param stage told what is being computed
    public static Metrics metrics(Signals signals, Window window, int horizon, L0Gates gates, Consumer<String> stage) {
        return new L0Screen().screen(signals, window, horizon, gates, stage);
    }

    private Metrics screen(Signals signals, Window window, int horizon, L0Gates gates, Consumer<String> stage) {
        SignalEvents events = SignalEvents.of(signals, window);
        Observations seen = Observations.of(signals, events, window, horizon);
        values.put(MetricNames.SIGNAL_FREQUENCY, events.count());
        int fewest = Math.max(FEWEST_OBSERVATIONS, FEWEST_GUARDS * Placebo.guard(horizon));
        if (seen.size() < fewest) {
            String why = "too few observations: %d, at least %d needed".formatted(seen.size(), fewest);
            OVER_OBSERVATIONS.forEach(name -> missing(name, why));
        } else {
            hitRate(seen);
            stage.accept("ic");
            correlation(seen, horizon, events.count(), gates, stage);
            values.put(MetricNames.IC_BY_MONTH, InformationCoefficient.byMonth(seen));
        }
        values.put(MetricNames.CONFLICTS, events.conflicts());
        values.put(MetricNames.OBSERVATIONS, seen.size());
        return new Metrics(values, reasons);
    }

    private void hitRate(Observations seen) {
        HitRate hits = HitRate.of(seen);
        if (hits.events() == 0) {
            String why = "no signal event with a forward return other than 0";
            missing(MetricNames.HIT_RATE, why);
            missing(MetricNames.HIT_RATE_P_VALUE, why);
            missing(MetricNames.HIT_RATE_BASE, why);
            return;
        }
        values.put(MetricNames.HIT_RATE, hits.rate());
        values.put(MetricNames.HIT_RATE_P_VALUE, hits.pValue());
        values.put(MetricNames.HIT_RATE_BASE, hits.base());
    }

    private void correlation(Observations seen, int horizon, int frequency, L0Gates gates, Consumer<String> stage) {
        long[] score = Ranks.centred(seen.score());
        long[] forward = Ranks.centred(seen.forward());
        OptionalDouble ic = InformationCoefficient.of(score, forward);
        if (ic.isEmpty()) {
            String why = Ranks.sumOfSquares(score) == 0
                    ? "the score is the same at all observations"
                    : "the forward return is the same at all observations";
            List.of(MetricNames.IC, MetricNames.IC_P_VALUE, MetricNames.LUCK).forEach(name -> missing(name, why));
            return;
        }
        stage.accept("placebo");
        Placebo placebo = Placebo.of(seen, score, forward, horizon, frequency, gates);
        values.put(MetricNames.IC, ic.getAsDouble());
        values.put(MetricNames.IC_P_VALUE, placebo.pValue());
        values.put(MetricNames.LUCK, placebo.luck());
    }

    private void missing(String name, String why) {
        values.put(name, null);
        reasons.put(name, why);
    }
}
