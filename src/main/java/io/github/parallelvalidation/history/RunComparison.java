package io.github.parallelvalidation.history;

import io.github.parallelvalidation.journal.RunOutcome;
import io.github.parallelvalidation.result.StrategyResult;
import io.github.parallelvalidation.result.Verdict;
import io.github.parallelvalidation.workspace.StrategyId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Two runs beside each other, strategy by strategy.
///
/// @param before the one that began first
/// @param both strategies that have a result in each, in the order of the first
/// @param onlyBefore those with a result in the first alone
/// @param onlyAfter those with a result in the second alone
public record RunComparison(
        RunOutcome before,
        RunOutcome after,
        List<Pair> both,
        List<StrategyResult> onlyBefore,
        List<StrategyResult> onlyAfter) {
    public RunComparison {
        both = List.copyOf(both);
        onlyBefore = List.copyOf(onlyBefore);
        onlyAfter = List.copyOf(onlyAfter);
    }

    /// One strategy in both runs.
    public record Pair(StrategyResult before, StrategyResult after) {
        StrategyId id() {
            return before.id();
        }

        /// Whether it passed in one and not in the other, or ended in another way.
        public boolean isFlipped() {
            Verdict first = before.judgement().verdict();
            return first != after.judgement().verdict() || before.isRelaxed() != after.isRelaxed();
        }

        boolean nowPasses() {
            return after.passed() && !before.passed();
        }

        boolean isMeasured() {
            return before.isMeasured() && after.isMeasured();
        }

        /// Whether its parameters and rules are known of both runs.
        boolean hasParameters() {
            return before.inputs().parametersHash() != null && after.inputs().parametersHash() != null;
        }
    }

    /// Puts two runs beside each other, whichever is named first.
    public static RunComparison of(RunOutcome one, RunOutcome other) {
        boolean isInOrder = !other.plan().startedAt().isBefore(one.plan().startedAt());
        RunOutcome before = isInOrder ? one : other;
        RunOutcome after = isInOrder ? other : one;
        Map<StrategyId, StrategyResult> later = after.byStrategy();
        Map<StrategyId, StrategyResult> earlier = before.byStrategy();
        List<Pair> both = new ArrayList<>();
        List<StrategyResult> onlyBefore = new ArrayList<>();
        for (StrategyResult result : before.strategies()) {
            StrategyResult again = later.get(result.id());
            if (again == null) {
                onlyBefore.add(result);
            } else {
                both.add(new Pair(result, again));
            }
        }
        return new RunComparison(
                before,
                after,
                both,
                onlyBefore,
                after.strategies().stream()
                        .filter(result -> !earlier.containsKey(result.id()))
                        .toList());
    }

    public List<Pair> flipped() {
        return both.stream().filter(Pair::isFlipped).toList();
    }

    boolean isSameTier() {
        return before.plan().tier() == after.plan().tier();
    }
}
