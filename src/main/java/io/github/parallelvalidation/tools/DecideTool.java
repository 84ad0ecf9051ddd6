package io.github.parallelvalidation.tools;

import io.github.parallelvalidation.display.OptionText;
import io.github.parallelvalidation.escalation.Decision;
import io.github.parallelvalidation.escalation.OptionPreviews;
import io.github.parallelvalidation.journal.RunOutcome;
import io.github.parallelvalidation.report.RunDocument;
import io.github.parallelvalidation.run.Validation;
import io.github.parallelvalidation.settings.EscalationOption;
import io.github.parallelvalidation.workspace.StrategyId;
import io.github.parallelvalidation.workspace.Workspace;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// `decide`: answers the question that a run left open. A threshold is relaxed only where a person says so.
///
/// @param carriedOut what follows a decision
record DecideTool(Validation validation, Workspace workspace, CarriedOut carriedOut, Clock clock) implements Tool {
    @Override
    public Map<String, @Nullable Object> call(Arguments arguments, Caller caller) throws InterruptedException {
        Arguments given = arguments.only("option", "run_id", "strategies", "timeout_seconds", "thresholds");
        EscalationOption option = EscalationOption.parse(given.text("option"))
                .filter(known -> known.code().equals(given.text("option")))
                .orElseThrow(() -> given.wrong(
                        "option",
                        EscalationOption.alternatives(),
                        given.values().get("option")));
        RunOutcome open = open(given.findText("run_id"));
        OptionPreviews previews = validation.previews(workspace, open);
        Map<String, Double> thresholds = thresholds(given);
        if (option != EscalationOption.RELAX && !thresholds.isEmpty()) {
            throw Arguments.wrong("'thresholds' goes with option relax");
        }
        if (option != EscalationOption.RETRY
                && (given.values().containsKey("strategies") || given.values().containsKey("timeout_seconds"))) {
            throw Arguments.wrong("'strategies' and 'timeout_seconds' go with option retry");
        }
        Decision decision = switch (option) {
            case CONTINUE, MEETING -> decision(option, Decision.By.AGENT, Map.of(), Decision.Retry.BY_DEFAULT);
            case RETRY -> decision(option, Decision.By.AGENT, Map.of(), retry(given, previews));
            case RELAX -> {
                requireAPerson(open, previews, thresholds, caller);
                yield decision(option, Decision.By.CLIENT, thresholds, Decision.Retry.BY_DEFAULT);
            }
        };
        RunOutcome decided = validation.decide(workspace, open.plan().runId(), decision);
        return RunDocument.of(carriedOut.follow(decided, caller));
    }

    private Decision decision(
            EscalationOption option, Decision.By by, Map<String, Double> thresholds, Decision.Retry retry) {
        return new Decision(option, by, clock.instant(), thresholds, retry);
    }

    private RunOutcome open(Optional<String> runId) {
        return validation.view(workspace).openQuestions().stream()
                .filter(run -> runId.isEmpty() || run.plan().runId().equals(runId.get()))
                .findFirst()
                .orElseThrow(() -> ToolException.refused(runId.map(id -> "no decision is waiting on a run " + id)
                        .orElse("no decision is waiting here")));
    }

    /// An agent that could loosen a gate would loosen it until something passes.
    private void requireAPerson(
            RunOutcome run, OptionPreviews previews, Map<String, Double> thresholds, Caller caller) {
        String price;
        try {
            price = OptionText.price(previews.relax(thresholds));
        } catch (IllegalArgumentException e) {
            throw Arguments.wrong(String.valueOf(e.getMessage()));
        }
        if (!caller.canAskAPerson()) {
            throw new ToolException(
                    ToolException.Kind.REFUSED,
                    "relaxing a threshold needs a person: in the dashboard, with the command decide --with relax, or"
                            + " by on_escalation: relax in the workspace's settings. This client cannot ask one. "
                            + price,
                    Map.of("allowed", List.of("continue", "retry", "meeting")));
        }
        Optional<EscalationOption> answer = caller.ask(
                "The agent wants to relax thresholds of run %s. %s Choose relax to allow it, continue to leave them as they are."
                        .formatted(run.plan().runId(), price),
                List.of(EscalationOption.CONTINUE, EscalationOption.RELAX));
        if (answer.filter(EscalationOption.RELAX::equals).isEmpty()) {
            throw new ToolException(
                    ToolException.Kind.REFUSED,
                    "the person did not allow that thresholds are relaxed; nothing was decided",
                    Map.of("allowed", List.of("continue", "retry", "meeting")));
        }
    }

    private static Decision.Retry retry(Arguments given, OptionPreviews previews) {
        List<StrategyId> strategies = given.strategies("strategies");
        List<StrategyId> known =
                previews.choice().all().stream().map(result -> result.id()).toList();
        strategies.stream().filter(id -> !known.contains(id)).findFirst().ifPresent(id -> {
            throw Arguments.wrong("'strategies': %s is not one of those that did not pass".formatted(id));
        });
        if (strategies.isEmpty() && previews.choice().hopeful().isEmpty()) {
            throw Arguments.wrong(
                    "'strategies' must name what is run again: every one of them has a result, and would get the same");
        }
        OptionalInt timeout = given.findInt("timeout_seconds", 1, SpawnTool.LONGEST_TIMEOUT);
        return new Decision.Retry(strategies, timeout);
    }

    private static Map<String, Double> thresholds(Arguments given) {
        Map<String, Double> thresholds = new LinkedHashMap<>();
        if (given.values().get("thresholds") != null) {
            given.object("thresholds").values().forEach((name, value) -> {
                if (!(value instanceof Number number)) {
                    throw given.wrong("thresholds." + name, "a number", value);
                }
                thresholds.put(name, number.doubleValue());
            });
        }
        return thresholds;
    }
}
