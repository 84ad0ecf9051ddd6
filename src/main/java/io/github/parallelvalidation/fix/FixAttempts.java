package io.github.parallelvalidation.fix;

import io.github.parallelvalidation.number.Counted;
import io.github.parallelvalidation.plan.ExecutionPlan;
import io.github.parallelvalidation.plan.PlannedStrategy;
import io.github.parallelvalidation.trials.Trial;
import io.github.parallelvalidation.workspace.ManyStrategies;
import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.StrategyId;
import io.github.parallelvalidation.workspace.Workspace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The attempts with varied parameters that a run has made, as they are recorded on disk.
///
/// @param problems what could not be read, in sentences
public record FixAttempts(Map<StrategyId, List<FixAttempt>> byStrategy, List<String> problems) {

    static final FixAttempts NONE = new FixAttempts(Map.of(), List.of());

    public static FixAttempts read(Workspace workspace, ExecutionPlan plan) {
        Map<StrategyId, List<FixAttempt>> fixes = new LinkedHashMap<>();
        List<String> problems = new ArrayList<>();
        ManyStrategies strategies = ManyStrategies.of(workspace);
        for (PlannedStrategy planned : plan.strategies()) {
            try {
                strategies
                        .folder(planned.id())
                        .map(folder ->
                                new FixAttemptFile(folder.resolve(Workspace.RESULTS), plan.runId(), plan.tier()).all())
                        .filter(attempts -> !attempts.isEmpty())
                        .ifPresent(attempts -> fixes.put(planned.id(), attempts));
            } catch (ProblemException e) {
                problems.add(e.problem().headline() + " (not taken into account)");
            }
        }
        return new FixAttempts(fixes, problems);
    }

    public List<FixAttempt> of(StrategyId id) {
        return byStrategy.getOrDefault(id, List.of());
    }

    public List<Trial> trials(RunTrials trials) {
        return byStrategy.entrySet().stream()
                .flatMap(entry -> trials.of(entry.getKey(), entry.getValue()).stream())
                .toList();
    }

    /// Each variation that passed, in a sentence.
    public List<String> passes(ExecutionPlan plan) {
        List<String> sentences = new ArrayList<>();
        byStrategy.forEach((id, attempts) -> attempts.stream()
                .filter(FixAttempt::passed)
                .forEach(fix -> sentences.add("%s failed as it is written, but passes %s with %s (%s, after %s)"
                        .formatted(
                                id, plan.tier(), fix.change(), fix.variation().name(), trials(attempts.size())))));
        return sentences;
    }

    public static String trials(int count) {
        return Counted.of(count, "further trial", "further trials");
    }
}
