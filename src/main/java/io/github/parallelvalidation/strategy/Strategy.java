package io.github.parallelvalidation.strategy;

import io.github.parallelvalidation.data.Bars;
import io.github.parallelvalidation.data.Timeframe;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;

/// A strategy whose expressions are compiled.
public final class Strategy {
    private final StrategySource source;
    private final Map<String, Value> parameters;
    private final Rules rules;
    private final OptionalInt holdBars;

    Strategy(StrategySource source, Map<String, Value> parameters, Rules rules, OptionalInt holdBars) {
        this.source = source;
        this.parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        this.rules = rules;
        this.holdBars = holdBars;
    }

    public String asset() {
        return source.asset();
    }

    public Timeframe timeframe() {
        return source.timeframe();
    }

    /// How many bars ahead hit rate and IC look, 1 or more.
    public int horizon() {
        return source.horizon();
    }

    /// After how many bars a position is left, 1 or more; empty for never.
    public OptionalInt holdBars() {
        return holdBars;
    }

    /// In the order of the file.
    public Map<String, Value> parameters() {
        return parameters;
    }

    /// The strategy's score and signals for each bar. Without a score it is +1 where only long holds, -1
    /// where only short does, else 0.
    public Signals signals(Bars bars) {
        return rules.evaluate(bars);
    }

    /// Tells this strategy from others and from its own variants: 16 hexadecimal digits over all that decides its
    /// signals. Comments, order and spacing of the file do not count.
    public String hash() {
        return StrategyHash.of(source, parameters);
    }

    /// The same strategy with every tunable number multiplied; where a period is needed the product is rounded,
    /// halves to the even side.
    ///
    /// @throws io.github.parallelvalidation.workspace.ProblemException when the rules cannot take such numbers
    public Strategy scaled(double factor) {
        Map<String, Value> scaled = new LinkedHashMap<>();
        parameters.forEach((name, value) -> scaled.put(name, value.scaled(factor)));
        return source.compile(scaled, true);
    }
}
