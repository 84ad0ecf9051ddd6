package io.github.parallelvalidation.cli;

import io.github.parallelvalidation.escalation.Decision;
import io.github.parallelvalidation.escalation.EscalationOption;
import io.github.parallelvalidation.escalation.Relaxation;
import io.github.parallelvalidation.merge.StrategyResult;
import io.github.parallelvalidation.run.RunOutcome;
import io.github.parallelvalidation.run.Validation;
import io.github.parallelvalidation.workspace.Workspace;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Answers a run's question: by the policy of the command line, by asking the person, or not at all.
///
/// @param choice `ask`, or the code of an option
/// @param thresholds for relaxing; empty means every failed one × 0.9
record DecisionMaker(Validation validation, Terminal terminal, String choice, Map<String, Double> thresholds) {
    static final String ASK = "ask";
    static final List<String> CHOICES = Stream.concat(
                    Stream.of(ASK), Arrays.stream(EscalationOption.values()).map(EscalationOption::code))
            .toList();

    RunOutcome decide(Workspace workspace, RunOutcome outcome) {
        if (!outcome.awaitsDecision()) {
            return outcome;
        }
        Optional<Decision> decision =
                choice.equals(ASK) ? ask(workspace, outcome) : option(choice).map(this::byPolicy);
        return decision.map(made -> validation.decide(workspace, outcome.plan().runId(), made))
                .orElse(outcome);
    }

    private Optional<Decision> ask(Workspace workspace, RunOutcome outcome) {
        if (!terminal.isInteractive()) {
            return Optional.empty();
        }
        terminal.err().println();
        terminal.err().println(question(outcome));
        for (EscalationOption option : EscalationOption.values()) {
            terminal.err().printf("  %-9s %s%n", option.code(), price(workspace, outcome, option));
        }
        while (true) {
            Optional<String> answer = terminal.ask("Your decision (empty: decide later): ");
            if (answer.isEmpty() || answer.get().isEmpty()) {
                return Optional.empty();
            }
            Optional<EscalationOption> option = option(answer.get());
            if (option.isPresent()) {
                return Optional.of(new Decision(option.get(), Decision.By.CLI, Instant.now(), Map.of()));
            }
        }
    }

    private static String question(RunOutcome outcome) {
        int all = outcome.strategies().size();
        return "%d of %d strategies did not pass. What now?"
                .formatted(all - outcome.summary().passed(), all);
    }

    private String price(Workspace workspace, RunOutcome outcome, EscalationOption option) {
        long failed =
                outcome.strategies().stream().filter(result -> !result.passed()).count();
        return switch (option) {
            case RETRY -> "run the %d that did not pass again, with fresh workers".formatted(failed);
            case RELAX -> relaxPrice(workspace, outcome);
            case MEETING -> "write a strategy meeting request with the failure reasons as its agenda";
            case CONTINUE ->
                "go on with the %d that passed".formatted(outcome.summary().passed());
        };
    }

    private String relaxPrice(Workspace workspace, RunOutcome outcome) {
        var tier = outcome.plan().tier();
        var protocol = validation.view(workspace).protocols().get(tier);
        if (protocol == null) {
            return "judge the same results by relaxed thresholds";
        }
        Relaxation relaxation = Relaxation.byDefault(tier, protocol.gates(), outcome.strategies());
        String moved = relaxation.moved().entrySet().stream()
                .map(gate -> gate.getKey() + " "
                        + BigDecimal.valueOf(gate.getValue())
                                .stripTrailingZeros()
                                .toPlainString())
                .collect(Collectors.joining(", "));
        List<StrategyResult> passes = relaxation.passes(outcome.strategies());
        String who = passes.isEmpty()
                ? "nobody more would pass"
                : passes.stream().map(result -> result.id().value()).collect(Collectors.joining(", ")) + " would pass";
        return "relaxed by a tenth (%s): %s".formatted(moved.isEmpty() ? "no gate to move" : moved, who);
    }

    private static Optional<EscalationOption> option(String text) {
        return Arrays.stream(EscalationOption.values())
                .filter(option -> option.code().equals(text.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    private Decision byPolicy(EscalationOption option) {
        return new Decision(
                option, Decision.By.POLICY, Instant.now(), option == EscalationOption.RELAX ? thresholds : Map.of());
    }
}
