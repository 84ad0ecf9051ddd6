package io.github.parallelvalidation.ui;

import io.github.parallelvalidation.escalation.EscalationOption;
import io.github.parallelvalidation.escalation.Relaxation;
import io.github.parallelvalidation.merge.StrategyResult;
import io.github.parallelvalidation.run.RunOutcome;
import io.github.parallelvalidation.settings.TierProtocol;
import java.util.List;
import java.util.stream.Collectors;

/// The evidence of a question, and what each answer would do.
record DecisionCase(RunOutcome outcome, Relaxation relaxation) {

    static DecisionCase of(RunOutcome outcome, TierProtocol protocol) {
        return new DecisionCase(
                outcome, Relaxation.byDefault(outcome.plan().tier(), protocol.gates(), outcome.strategies()));
    }

    List<StrategyResult> unsuccessful() {
        return outcome.strategies().stream().filter(result -> !result.passed()).toList();
    }

    String headline() {
        return "%d of %d strategies did not pass %s"
                .formatted(
                        unsuccessful().size(),
                        outcome.strategies().size(),
                        outcome.plan().tier());
    }

    String luck() {
        Double expected = outcome.summary().expectedLuckyPasses();
        return expected == null
                ? "How many would have passed by luck is not known."
                : "Noise alone would have passed about %s; %d did."
                        .formatted(Figures.passes(expected), outcome.summary().passed());
    }

    String title(EscalationOption option) {
        return switch (option) {
            case CONTINUE ->
                "Continue with the %d that passed".formatted(outcome.summary().passed());
            case RETRY -> "Retry the %d that did not".formatted(unsuccessful().size());
            case RELAX -> "Relax the failed thresholds by a tenth";
            case MEETING -> "Hold a strategy meeting";
        };
    }

    /// The consequence in numbers, before it is taken.
    String price(EscalationOption option) {
        return switch (option) {
            case CONTINUE -> "Nothing more is run; the queue stays as it is.";
            case RETRY -> {
                double seconds = unsuccessful().stream()
                        .mapToDouble(StrategyResult::seconds)
                        .sum();
                yield "About %s of worker time. Measured strategies will score the same again."
                        .formatted(Figures.duration(seconds));
            }
            case RELAX -> relaxPrice();
            case MEETING ->
                "Writes a request file with %d failures as its agenda."
                        .formatted(unsuccessful().size());
        };
    }

    private String relaxPrice() {
        String moved = relaxation.moved().entrySet().stream()
                .map(gate -> "%s %s".formatted(gate.getKey().replace('_', ' '), Figures.threshold(gate.getValue())))
                .collect(Collectors.joining(", "));
        List<StrategyResult> passes = relaxation.passes(outcome.strategies());
        String who = passes.isEmpty()
                ? "Nobody more would pass."
                : "%s would pass, marked as relaxed."
                        .formatted(passes.stream()
                                .map(result -> result.id().value())
                                .collect(Collectors.joining(", ")));
        return moved.isEmpty() ? "There is no failed threshold to move." : "To " + moved + ". " + who;
    }
}
