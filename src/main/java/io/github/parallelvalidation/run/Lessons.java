package io.github.parallelvalidation.run;

import io.github.parallelvalidation.fix.FixAttempt;
import io.github.parallelvalidation.fix.FixAttempts;
import io.github.parallelvalidation.gate.FailureReason;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.number.PlainNumber;
import io.github.parallelvalidation.result.Failure;
import io.github.parallelvalidation.result.StrategyResult;
import io.github.parallelvalidation.strategy.Strategy;
import io.github.parallelvalidation.supervise.Attempt;
import io.github.parallelvalidation.supervise.AttemptOutcome;
import io.github.parallelvalidation.worker.StrategyInputs;
import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.StrategyId;
import io.github.parallelvalidation.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Derives the lessons of a run, in sentences. The same run gives the same sentences.
record Lessons(Workspace workspace, Tier tier) {

    List<String> of(List<StrategyResult> results, List<Attempt> attempts, FixAttempts fixes) {
        Map<StrategyId, List<Attempt>> byStrategy = attempts.stream()
                .collect(Collectors.groupingBy(attempt -> attempt.id().strategy()));
        List<String> lessons = new ArrayList<>();
        for (StrategyResult result : results) {
            Failure failure = result.judgement().failure();
            if (failure != null && failure.reason() == FailureReason.DATA_UNAVAILABLE) {
                lessons.add("Data unavailable for " + asset(result.id()) + ".");
            }
            if (failure != null && failure.reason() == FailureReason.LOOKAHEAD_BIAS) {
                lessons.add(result.id() + " looks ahead: " + failure.message() + ".");
            }
            timeOut(result.id(), byStrategy.getOrDefault(result.id(), List.of()), lessons);
            List<FixAttempt> made = fixes.of(result.id());
            made.stream()
                    .filter(FixAttempt::passed)
                    .forEach(fix -> lessons.add("%s fails %s (%s) as it is written and passes with %s, found with %s."
                            .formatted(
                                    result.id(),
                                    tier,
                                    fix.reason().code(),
                                    fix.change(),
                                    FixAttempts.trials(made.size()))));
        }
        return lessons;
    }

    /// Passes that only moved thresholds made.
    ///
    /// @param usual the thresholds of the run
    List<String> ofRelaxed(List<StrategyResult> results, Map<String, Double> usual) {
        return results.stream()
                .filter(result -> !result.judgement().relaxedGates().isEmpty())
                .map(result -> "%s passes %s only with relaxed thresholds: %s."
                        .formatted(result.id(), tier, moved(result.judgement().relaxedGates(), usual)))
                .toList();
    }

    private static String moved(Map<String, Double> relaxed, Map<String, Double> usual) {
        return relaxed.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(gate -> "%s %s instead of %s"
                        .formatted(
                                gate.getKey(),
                                PlainNumber.of(gate.getValue()),
                                PlainNumber.of(usual.getOrDefault(gate.getKey(), gate.getValue()))))
                .collect(Collectors.joining(", "));
    }

    private void timeOut(StrategyId id, List<Attempt> own, List<String> lessons) {
        if (own.isEmpty() || !(own.getLast().outcome() instanceof AttemptOutcome.Completed)) {
            return;
        }
        for (Attempt attempt : own) {
            if (attempt.outcome() instanceof AttemptOutcome.TimedOut(double limit)) {
                lessons.add(
                        ("Large data may need more than %s s at %s: %s had no result by then, and one after %s s when"
                                        + " it was tried again.")
                                .formatted(
                                        PlainNumber.of(limit),
                                        tier,
                                        id,
                                        PlainNumber.fixed(own.getLast().seconds(), 0)));
                return;
            }
        }
    }

    private String asset(StrategyId id) {
        try {
            return workspace
                    .strategy(id)
                    .map(folder ->
                            new StrategyInputs(workspace, folder).strategy().strategy())
                    .map(Lessons::bars)
                    .orElse(id.value());
        } catch (ProblemException notOurForm) {
            return id.value();
        }
    }

    private static String bars(Strategy strategy) {
        return strategy.asset() + " " + strategy.timeframe().label();
    }
}
