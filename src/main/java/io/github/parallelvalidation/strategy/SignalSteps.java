package io.github.parallelvalidation.strategy;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// The steps of a plan that give a strategy's signals; those of its exits only where somebody asks for them.
record SignalSteps(int score, int longs, int shorts, OptionalInt longExits, OptionalInt shortExits) {

    /// Adds the exits to a plan that computes score and entries.
    ///
    /// @param exits empty: who only looks at entries does not pay for them
    static SignalSteps of(EvaluationPlan plan, int score, int longs, int shorts, Optional<Exits> exits) {
        return new SignalSteps(
                score,
                longs,
                shorts,
                exits.map(wanted -> OptionalInt.of(plan.add(wanted.ofLongs()))).orElse(OptionalInt.empty()),
                exits.map(wanted -> OptionalInt.of(plan.add(wanted.ofShorts()))).orElse(OptionalInt.empty()));
    }

    List<Integer> wanted() {
        return IntStream.concat(
                        IntStream.of(score, longs, shorts), IntStream.concat(longExits.stream(), shortExits.stream()))
                .boxed()
                .toList();
    }

    /// The series of these steps, valid until the next run.
    Signals of(Evaluator evaluator) {
        double[] scores = evaluator.numbers(score);
        boolean[] isLong = evaluator.truths(longs);
        boolean[] isShort = evaluator.truths(shorts);
        return longExits.isPresent() && shortExits.isPresent()
                ? new Signals(
                        scores,
                        isLong,
                        isShort,
                        evaluator.truths(longExits.getAsInt()),
                        evaluator.truths(shortExits.getAsInt()))
                : new Signals(scores, isLong, isShort);
    }
}
