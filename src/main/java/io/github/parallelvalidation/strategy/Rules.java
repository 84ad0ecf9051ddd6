package io.github.parallelvalidation.strategy;

import io.github.parallelvalidation.data.Bars;
import io.github.parallelvalidation.strategy.Expression.Logical;
import io.github.parallelvalidation.strategy.Expression.Numeric;
import java.util.Optional;

/// The compiled expressions of a strategy.
record Rules(Optional<Numeric> score, Logical longs, Logical shorts, Logical longExits, Logical shortExits) {

    /// Without a score it is +1 where only long holds, -1 where only short does, else 0.
    Signals evaluate(Bars bars) {
        Evaluator evaluator = new Evaluator(bars);
        if (score.isPresent()) {
            double[] values = evaluator.numbers(score.get());
            evaluator.define(values);
            return signals(evaluator, values, evaluator.truths(longs), evaluator.truths(shorts));
        }
        boolean[] isLong = evaluator.truths(longs);
        boolean[] isShort = evaluator.truths(shorts);
        double[] values = new double[bars.length()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (isLong[i] ? 1 : 0) - (isShort[i] ? 1 : 0);
        }
        evaluator.define(values);
        return signals(evaluator, values, isLong, isShort);
    }

    private Signals signals(Evaluator evaluator, double[] values, boolean[] isLong, boolean[] isShort) {
        return new Signals(values, isLong, isShort, evaluator.truths(longExits), evaluator.truths(shortExits));
    }
}
