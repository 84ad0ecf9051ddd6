package io.github.parallelvalidation.journal;

import io.github.parallelvalidation.workspace.StrategyId;
import io.github.parallelvalidation.workspace.Workspace;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// A chain of runs: a first run and the retries that were decided on, up to a given run.
///
/// @param rounds oldest first; the last is the given run
public record RunChain(List<RunOutcome> rounds) {
    public RunChain {
        rounds = List.copyOf(rounds);
    }

    /// As it stands on disk. A strategy that a run outside the chain has judged since stands in that run alone.
    ///
    /// @param last the run that is looked at
    public static RunChain read(Workspace workspace, RunOutcome last) {
        return of(last, id -> RunFile.outcome(workspace, id)).without(new OpenQuestions(workspace));
    }

    /// @param find a run by its id; the chain begins anew behind one that is gone
    public static RunChain of(RunOutcome last, Function<String, Optional<RunOutcome>> find) {
        Deque<RunOutcome> rounds = new ArrayDeque<>(List.of(last));
        // Damaged files could name each other.
        Set<String> seen = new HashSet<>(Set.of(last.plan().runId()));
        Optional<String> before = last.plan().link().follows();
        while (before.isPresent() && seen.add(before.get())) {
            Optional<RunOutcome> found = before.flatMap(find);
            found.ifPresent(rounds::addFirst);
            before = found.flatMap(round -> round.plan().link().follows());
        }
        return new RunChain(List.copyOf(rounds));
    }

    /// Each run without what others have judged since that very run: its own retries are no others.
    private RunChain without(OpenQuestions others) {
        Set<String> own = rounds.stream().map(round -> round.plan().runId()).collect(Collectors.toSet());
        return new RunChain(rounds.stream()
                .map(round -> without(round, others.judgedSince(round.plan().runId(), own)))
                .toList());
    }

    private static RunOutcome without(RunOutcome round, Set<StrategyId> judgedSince) {
        return round.with(round.strategies().stream()
                .filter(result -> !judgedSince.contains(result.id()))
                .toList());
    }
}
