package io.github.parallelvalidation.fix;

import io.github.parallelvalidation.gate.FailureReason;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.number.PlainNumber;
import io.github.parallelvalidation.result.Failure;
import io.github.parallelvalidation.result.StrategyResult;
import io.github.parallelvalidation.worker.StrategyInputs;
import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.Workspace;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// A sentence that suggests what to do about a fixable failure.
///
/// @param fixes what was tried already
record Suggestion(Workspace workspace, Tier tier, StrategyResult result, Failure failure, List<FixAttempt> fixes) {

    private static final double MORE_TIME = 2;

    String sentence() {
        if (failure.reason() == FailureReason.TIMEOUT) {
            return "give it more time (validate --tier %s --strategy %s --timeout %d, or worker_timeout_seconds) or shorten data_period"
                    .formatted(
                            tier,
                            result.id(),
                            Math.max(1, Math.round(MORE_TIME * result.effort().seconds())));
        }
        Optional<FixAttempt> pass = fixes.stream().filter(FixAttempt::passed).findFirst();
        if (pass.isPresent()) {
            return "%s passes with %s, after %s; write that into parameters.yaml and validate it again, on other bars if there are any"
                    .formatted(pass.get().variation().name(), pass.get().change(), FixAttempts.trials(fixes.size()));
        }
        Map<String, Double> numbers = numbers();
        if (numbers.isEmpty()) {
            return "no number in parameters.yaml decides this; change the rules (" + failure.message() + ")";
        }
        String named = numbers.entrySet().stream()
                .map(entry -> entry.getKey() + " (" + PlainNumber.of(entry.getValue()) + ")")
                .collect(Collectors.joining(", "));
        return fixes.isEmpty()
                ? "vary %s by up to 20 %% either way (%s)".formatted(named, failure.message())
                : "%s with other values of %s did not pass; change the rules rather than the numbers (%s)"
                        .formatted(FixAttempts.trials(fixes.size()), named, failure.message());
    }

    /// None where a foreign worker judges a strategy that is written in another way.
    private Map<String, Double> numbers() {
        try {
            return workspace
                    .strategy(result.id())
                    .map(folder -> FixTable.numbers(
                            failure.reason(),
                            new StrategyInputs(workspace, folder).strategy().strategy()))
                    .orElse(Map.of());
        } catch (ProblemException unreadable) {
            return Map.of();
        }
    }
}
