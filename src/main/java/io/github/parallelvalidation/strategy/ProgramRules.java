package io.github.parallelvalidation.strategy;

import io.github.parallelvalidation.gate.FailureReason;
import io.github.parallelvalidation.strategy.Expression.Logical;
import java.util.Optional;

/// The rules of a strategy whose score comes from its own program, and its entries too, unless expressions define them.
///
/// @param runner runs the program
/// @param longs when long holds, where an expression defines it; where neither expression nor program defines entries,
///     long holds where the score is above 0
/// @param shorts likewise, below 0
record ProgramRules(
        Program program, ProgramRunner runner, Optional<Logical> longs, Optional<Logical> shorts, Exits exits)
        implements SignalSource {
    private static final Logical NEVER = new Expression.Always(false);
    private static final Logical ABOVE =
            new Expression.Comparison(">", new Expression.Score(), new Expression.Constant(0));
    private static final Logical BELOW =
            new Expression.Comparison("<", new Expression.Score(), new Expression.Constant(0));

    @Override
    public boolean readsVolume() {
        return false;
    }

    @Override
    public Evaluation evaluation(int length, boolean withExits) {
        return bars -> {
            ProgramOutput output = runner.run(program, bars, length);
            refuseTwice("long", longs, output.longs());
            refuseTwice("short", shorts, output.shorts());
            boolean saysEntries = output.saysEntries() || longs.isPresent() || shorts.isPresent();
            EvaluationPlan plan = new EvaluationPlan();
            int score = plan.given(output.score());
            plan.define(score);
            int isLong = entries(plan, longs, output.longs(), saysEntries ? NEVER : ABOVE);
            int isShort = entries(plan, shorts, output.shorts(), saysEntries ? NEVER : BELOW);
            SignalSteps steps =
                    SignalSteps.of(plan, score, isLong, isShort, withExits ? Optional.of(exits) : Optional.empty());
            Evaluator evaluator = new Evaluator(plan, length, steps.wanted(), Optional.empty());
            evaluator.run(bars);
            return steps.of(evaluator);
        };
    }

    private static int entries(
            EvaluationPlan plan, Optional<Logical> rule, Optional<boolean[]> said, Logical otherwise) {
        return said.isPresent() ? plan.given(said.get()) : plan.add(rule.orElse(otherwise));
    }

    private static void refuseTwice(String side, Optional<Logical> rule, Optional<boolean[]> said) {
        if (rule.isPresent() && said.isPresent()) {
            throw new ProgramException(
                    FailureReason.STRATEGY_INVALID,
                    "signal.%s is an expression, and the program writes a column '%s'; one of them must go"
                            .formatted(side, side));
        }
    }
}
