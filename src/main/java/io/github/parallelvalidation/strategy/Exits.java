package io.github.parallelvalidation.strategy;

import io.github.parallelvalidation.data.Bars;
import io.github.parallelvalidation.strategy.Expression.Logical;
import java.util.List;

/// The exit signals of a strategy. They are computed only for a backtest, as nothing else needs them.
record Exits(Logical ofLongs, Logical ofShorts) {

    /// Runs a plan that computes score and entries, and with it the exits where they are wanted.
    ///
    /// @param score the step that gives the score; the others give when long and short hold
    Signals complete(EvaluationPlan plan, Bars bars, int score, int longs, int shorts, boolean wanted) {
        if (!wanted) {
            EvaluationPlan.Results results = plan.run(bars, List.of(score, longs, shorts));
            return new Signals(results.numbers(score), results.truths(longs), results.truths(shorts));
        }
        int longExits = plan.add(ofLongs);
        int shortExits = plan.add(ofShorts);
        EvaluationPlan.Results results = plan.run(bars, List.of(score, longs, shorts, longExits, shortExits));
        return new Signals(
                results.numbers(score),
                results.truths(longs),
                results.truths(shorts),
                results.truths(longExits),
                results.truths(shortExits));
    }
}
