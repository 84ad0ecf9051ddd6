package io.github.parallelvalidation.journal;

import io.github.parallelvalidation.workspace.StrategyId;
import io.github.parallelvalidation.workspace.Workspace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Finished runs whose question is not answered. A newer run does not answer it, unless it judged the same strategies
/// again.
public record OpenQuestions(Workspace workspace) {
    static final String UNDECIDED = "\n    decision: null\n";

    /// Newest first.
    public List<RunOutcome> all() {
        List<RunOutcome> open = new ArrayList<>();
        for (String id : RunIds.of(workspace)) {
            Path plan = workspace.plan(id);
            // Most runs ask nothing; their files need not be taken apart.
            if (PlanText.read(plan).text().contains(UNDECIDED) && new RunFile(plan).isFinished()) {
                Set<StrategyId> since = judgedSince(id);
                new RunFile(plan)
                        .outcome()
                        .filter(RunOutcome::awaitsDecision)
                        .filter(outcome -> outcome.strategies().stream()
                                .anyMatch(result -> !result.passed() && !since.contains(result.id())))
                        .ifPresent(open::add);
            }
        }
        return open;
    }

    /// The strategies that newer runs have judged again: a decision about an older run no longer changes them.
    public Set<StrategyId> judgedSince(String runId) {
        return judgedSince(runId, Set.of());
    }

    /// @param except runs that do not count, such as the retries of this one
    Set<StrategyId> judgedSince(String runId, Set<String> except) {
        Set<StrategyId> judged = new HashSet<>();
        for (String id : since(runId)) {
            if (!except.contains(id)) {
                RunFile.outcome(workspace, id)
                        .ifPresent(outcome -> outcome.strategies().forEach(result -> judged.add(result.id())));
            }
        }
        return judged;
    }

    /// The runs that are newer than this one.
    private List<String> since(String runId) {
        List<String> newer = new ArrayList<>(RunIds.of(workspace));
        if (!newer.contains(runId)) {
            newer.addAll(RunIds.archived(workspace));
        }
        newer.sort(RunIds.OLDEST_FIRST.reversed());
        int at = newer.indexOf(runId);
        return at < 0 ? newer : newer.subList(0, at);
    }

    /// The newest run of the workspace.
    public Optional<String> newest() {
        return RunIds.of(workspace).stream().findFirst();
    }
}
