package io.github.parallelvalidation.strategy;

import io.github.parallelvalidation.data.Bars;
import io.github.parallelvalidation.strategy.Expression.Logical;
import io.github.parallelvalidation.strategy.Expression.Numeric;
import java.util.Optional;

/// The compiled expressions of a strategy.
///
/// @param score where it is absent, the score is +1 where only long holds, -1 where only short does, else 0
record Rules(Optional<Numeric> score, Logical longs, Logical shorts, Exits exits) implements SignalSource {

    @Override
    public Signals signals(Bars bars, boolean withExits) {
        EvaluationPlan plan = new EvaluationPlan();
        Optional<Integer> written = score.map(plan::add);
        written.ifPresent(plan::define);
        int isLong = plan.add(longs);
        int isShort = plan.add(shorts);
        int scores = written.orElseGet(() -> plan.direction(isLong, isShort));
        plan.define(scores);
        return exits.complete(plan, bars, scores, isLong, isShort, withExits);
    }
}
