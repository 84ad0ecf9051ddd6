package io.github.parallelvalidation.escalation;

import io.github.parallelvalidation.result.StrategyResult;
import io.github.parallelvalidation.workspace.StrategyId;
import java.util.List;
import java.util.Set;

/// The strategies that a retry can run. The same data judged again by the same gates gives the same verdict: only a
/// strategy without a result can get another.
///
/// @param all those that did not pass
/// @param hopeful those among them without a result: time-outs, crashes, errors
public record RetryChoice(List<StrategyResult> all, List<StrategyResult> hopeful) {
    public RetryChoice {
        all = List.copyOf(all);
        hopeful = List.copyOf(hopeful);
    }

    public static RetryChoice of(List<StrategyResult> results) {
        List<StrategyResult> all =
                results.stream().filter(result -> !result.passed()).toList();
        return new RetryChoice(
                all,
                all.stream()
                        .filter(result -> result.judgement().gates().isEmpty())
                        .toList());
    }

    /// The hopeful ones; where there are none, all that did not pass, for it was asked for.
    public List<StrategyId> byDefault() {
        return (hopeful.isEmpty() ? all : hopeful)
                .stream().map(StrategyResult::id).toList();
    }

    /// The duration when every worker needs as long as before.
    ///
    /// @param workers at once
    public double seconds(List<StrategyId> chosen, int workers) {
        Set<StrategyId> again = Set.copyOf(chosen);
        double work = all.stream()
                .filter(result -> again.contains(result.id()))
                .mapToDouble(result -> result.effort().seconds())
                .sum();
        return work / Math.clamp(workers, 1, Math.max(1, chosen.size()));
    }
}
