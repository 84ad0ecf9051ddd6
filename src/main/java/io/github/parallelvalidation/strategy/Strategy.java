package io.github.parallelvalidation.strategy;

import io.github.parallelvalidation.data.Bars;
import io.github.parallelvalidation.data.Timeframe;
import io.github.parallelvalidation.workspace.Problem;
import io.github.parallelvalidation.workspace.ProblemException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A strategy as its `parameters.yaml` defines it.
public final class Strategy {
    private final String asset;
    private final Timeframe timeframe;
    private final int horizon;
    private final Map<String, Object> parameters;
    private final @Nullable Rule score;
    private final @Nullable Rule longs;
    private final @Nullable Rule shorts;
    private final List<Rule> exits;
    private final List<Problem> warnings;

    /// @param parameters numbers and truth values by name
    Strategy(
            String asset,
            Timeframe timeframe,
            int horizon,
            Map<String, Object> parameters,
            @Nullable Rule score,
            @Nullable Rule longs,
            @Nullable Rule shorts,
            List<Rule> exits,
            List<Problem> warnings) {
        this.asset = asset;
        this.timeframe = timeframe;
        this.horizon = horizon;
        this.parameters = new LinkedHashMap<>(parameters);
        this.score = score;
        this.longs = longs;
        this.shorts = shorts;
        this.exits = List.copyOf(exits);
        this.warnings = List.copyOf(warnings);
    }

    /// The symbol as written.
    public String asset() {
        return asset;
    }

    public Timeframe timeframe() {
        return timeframe;
    }

    /// Bars ahead that hit rate and IC look.
    public int horizon() {
        return horizon;
    }

    /// Parameters by name: numbers and truth values.
    public Map<String, Object> parameters() {
        return Map.copyOf(parameters);
    }

    public List<Problem> warnings() {
        return warnings;
    }

    /// Finds every error that does not depend on data.
    ///
    /// @throws ProblemException with file, line and column
    void check() {
        Bars none = Bars.none(asset, timeframe);
        Signals signals = signals(none);
        for (Rule exit : exits) {
            truths(exit, evaluator(none, signals.score()));
        }
    }

    /// What the strategy says at each bar.
    ///
    /// @throws ProblemException when an expression cannot be computed
    public Signals signals(Bars bars) {
        double[] given = score == null ? Rolling.nan(bars.size()) : score(score, new Evaluator(bars, names()));
        Evaluator evaluator = score == null ? new Evaluator(bars, names()) : evaluator(bars, given);
        boolean[] isLong = longs == null ? new boolean[bars.size()] : truths(longs, evaluator);
        boolean[] isShort = shorts == null ? new boolean[bars.size()] : truths(shorts, evaluator);
        if (score == null) {
            for (int i = 0; i < given.length; i++) {
                given[i] = (isLong[i] ? 1 : 0) - (isShort[i] ? 1 : 0);
            }
        }
        return new Signals(given, isLong, isShort);
    }

    private Evaluator evaluator(Bars bars, double[] given) {
        Map<String, Value> names = names();
        names.put("score", new Value.Series(given));
        return new Evaluator(bars, names);
    }

    private Map<String, Value> names() {
        Map<String, Value> names = new HashMap<>();
        parameters.forEach((name, value) -> names.put(
                name,
                value instanceof Number number
                        ? new Value.Constant(number.doubleValue())
                        : new Value.Truth((Boolean) value)));
        return names;
    }

    private static double[] score(Rule rule, Evaluator evaluator) {
        return rule.with(expression -> evaluator.numbers(evaluator.value(expression), expression));
    }

    private static boolean[] truths(Rule rule, Evaluator evaluator) {
        return rule.with(expression -> evaluator.truths(evaluator.value(expression), expression));
    }
}
