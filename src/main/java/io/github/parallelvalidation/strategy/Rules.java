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
    public Evaluation evaluation(int length, boolean withExits) {
        return evaluation(length, withExits, Optional.empty());
    }

    /// Without exits, every series disturbed.
    Evaluation disturbed(int length, RoundingNoise noise) {
        return evaluation(length, false, Optional.of(noise));
    }

    @Override
    public boolean readsVolume() {
        EvaluationPlan plan = new EvaluationPlan();
        steps(plan, true);
        return plan.readsVolume();
    }

    private Evaluation evaluation(int length, boolean withExits, Optional<RoundingNoise> noise) {
        EvaluationPlan plan = new EvaluationPlan();
        SignalSteps steps = steps(plan, withExits);
        Evaluator evaluator = new Evaluator(plan, length, steps.wanted(), noise);
        return new Evaluation() {
            @Override
            public Signals on(Bars bars) {
                evaluator.run(bars);
                return steps.of(evaluator);
            }

            @Override
            public double[] score(Bars bars) {
                // All that it is made of stands before it in the plan, and of the signals hardly anything.
                evaluator.run(bars, steps.score());
                return evaluator.numbers(steps.score());
            }
        };
    }

    private SignalSteps steps(EvaluationPlan plan, boolean withExits) {
        Optional<Integer> written = score.map(plan::add);
        written.ifPresent(plan::define);
        int isLong = plan.add(longs);
        int isShort = plan.add(shorts);
        int scores = written.orElseGet(() -> plan.direction(isLong, isShort));
        plan.define(scores);
        return SignalSteps.of(plan, scores, isLong, isShort, withExits ? Optional.of(exits) : Optional.empty());
    }
}
