package io.github.parallelvalidation.strategy;

import io.github.parallelvalidation.data.Bars;
import io.github.parallelvalidation.data.Timeframe;
import io.github.parallelvalidation.strategy.Expression.Logical;
import io.github.parallelvalidation.strategy.Expression.Numeric;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// A strategy whose expressions are compiled.
public final class Strategy {
    private final String asset;
    private final Timeframe timeframe;
    private final int horizon;
    private final Map<String, Value> parameters;
    private final Optional<Numeric> score;
    private final Logical longEntry;
    private final Logical shortEntry;

    Strategy(
            String asset,
            Timeframe timeframe,
            int horizon,
            Map<String, Value> parameters,
            Optional<Numeric> score,
            Optional<Logical> longEntry,
            Optional<Logical> shortEntry) {
        this.asset = asset;
        this.timeframe = timeframe;
        this.horizon = horizon;
        this.parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        this.score = score;
        this.longEntry = longEntry.orElse(new Expression.Always(false));
        this.shortEntry = shortEntry.orElse(new Expression.Always(false));
    }

    public String asset() {
        return asset;
    }

    public Timeframe timeframe() {
        return timeframe;
    }

    /// How many bars ahead hit rate and IC look, 1 or more.
    public int horizon() {
        return horizon;
    }

    /// In the order of the file.
    public Map<String, Value> parameters() {
        return parameters;
    }

    /// The strategy's score and signals for each bar. Without a score it is +1 where only long holds, -1
    /// where only short does, else 0.
    public Signals signals(Bars bars) {
        Evaluator evaluator = new Evaluator(bars);
        if (score.isPresent()) {
            double[] values = evaluator.numbers(score.get());
            evaluator.define(values);
            return new Signals(values, evaluator.truths(longEntry), evaluator.truths(shortEntry));
        }
        boolean[] longs = evaluator.truths(longEntry);
        boolean[] shorts = evaluator.truths(shortEntry);
        double[] values = new double[bars.length()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (longs[i] ? 1 : 0) - (shorts[i] ? 1 : 0);
        }
        return new Signals(values, longs, shorts);
    }
}
