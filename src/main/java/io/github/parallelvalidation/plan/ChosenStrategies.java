package io.github.parallelvalidation.plan;

import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.queue.Queue;
import io.github.parallelvalidation.queue.Status;
import io.github.parallelvalidation.workspace.StrategyId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/// What a choice by hand comes to at a tier. Whoever names a strategy on the command line insists on it; who selects a
/// row of the window is asked.
///
/// @param taken those that a run takes without a question, in the order in which they were chosen
/// @param notPassed those that have not passed the tier before
/// @param foreign those whose status belongs to another program
public record ChosenStrategies(
        Tier tier, List<StrategyId> taken, List<StrategyId> notPassed, List<StrategyId> foreign) {
    public ChosenStrategies {
        taken = List.copyOf(taken);
        notPassed = List.copyOf(notPassed);
        foreign = List.copyOf(foreign);
    }

    public static ChosenStrategies of(Queue queue, Collection<StrategyId> chosen, Tier tier, L0Passes passes) {
        List<StrategyId> taken = new ArrayList<>();
        List<StrategyId> notPassed = new ArrayList<>();
        List<StrategyId> foreign = new ArrayList<>();
        chosen.stream().flatMap(id -> queue.find(id).stream()).forEach(entry -> {
            boolean mayRun = tier == Tier.L0 || passes.has(entry);
            (entry.status() == Status.FOREIGN ? foreign : mayRun ? taken : notPassed).add(entry.id());
        });
        return new ChosenStrategies(tier, taken, notPassed, foreign);
    }

    /// All that may be run, where somebody insists.
    public List<StrategyId> insisted() {
        return Stream.concat(taken.stream(), notPassed.stream()).toList();
    }

    public boolean isComplete() {
        return notPassed.isEmpty() && foreign.isEmpty();
    }

    public int chosen() {
        return taken.size() + notPassed.size() + foreign.size();
    }
}
