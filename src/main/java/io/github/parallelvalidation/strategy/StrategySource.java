package io.github.parallelvalidation.strategy;

import io.github.parallelvalidation.data.Timeframe;
import io.github.parallelvalidation.strategy.Expression.Logical;
import io.github.parallelvalidation.strategy.Expression.Numeric;
import io.github.parallelvalidation.workspace.YamlMapping;
import io.github.parallelvalidation.workspace.YamlNode;
import io.github.parallelvalidation.workspace.YamlScalar;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/// A strategy as it is written, which gives rules once its parameters have values.
///
/// @param exit the section of that name
record StrategySource(String asset, Timeframe timeframe, int horizon, YamlMapping signal, Optional<YamlMapping> exit) {
    static final String HOLD_BARS = "hold_bars";

    private static final int LONGEST_HOLD = 10_000_000;

    /// @param roundsPeriods whether a period that is not a whole number is rounded, or an error
    Strategy compile(Map<String, Value> parameters, boolean roundsPeriods) {
        boolean hasScore = signal.find("score").isPresent();
        Compiler forScore = new Compiler(parameters, false, roundsPeriods);
        Compiler forEntries = new Compiler(parameters, hasScore, roundsPeriods);
        Compiler forExits = new Compiler(parameters, true, roundsPeriods);
        Optional<Numeric> score = signal.find("score").map(node -> compile(node, "signal.score", forScore::number));
        Rules rules = new Rules(
                score,
                truth(Optional.of(signal), "long", "signal.long", forEntries),
                truth(Optional.of(signal), "short", "signal.short", forEntries),
                truth(exit, "long", "exit.long", forExits),
                truth(exit, "short", "exit.short", forExits));
        return new Strategy(this, parameters, rules, holdBars(parameters, roundsPeriods));
    }

    private static Logical truth(Optional<YamlMapping> section, String key, String what, Compiler compiler) {
        return section.flatMap(mapping -> mapping.find(key))
                .map(node -> compile(node, what, compiler::truth))
                .orElse(new Expression.Always(false));
    }

    private static <T> T compile(YamlNode node, String what, Function<String, T> compiler) {
        YamlScalar scalar = node.asScalar(what);
        try {
            return compiler.apply(scalar.value());
        } catch (ExpressionException e) {
            throw scalar.problem(e.sentence(what, scalar.value().strip()));
        }
    }

    private OptionalInt holdBars(Map<String, Value> parameters, boolean rounds) {
        Optional<YamlNode> node = exit.flatMap(mapping -> mapping.find(HOLD_BARS));
        if (node.isEmpty() || node.get().isNull()) {
            return OptionalInt.empty();
        }
        int written = node.get().asScalar("exit." + HOLD_BARS).asInt("exit." + HOLD_BARS, 1, LONGEST_HOLD);
        return OptionalInt.of(
                rounds && parameters.get(HOLD_BARS) instanceof Value.Amount(double scaled)
                        ? (int) Math.max(1, Math.rint(scaled))
                        : written);
    }
}
