package io.github.parallelvalidation.run;

import io.github.parallelvalidation.luck.LuckCount;
import io.github.parallelvalidation.luck.RunWorlds;
import io.github.parallelvalidation.luck.Worlds;
import io.github.parallelvalidation.result.StrategyResult;
import io.github.parallelvalidation.supervise.Attempt;
import io.github.parallelvalidation.supervise.AttemptOutcome;
import io.github.parallelvalidation.workspace.StrategyId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The result of a strategy with the attempts that it was judged by.
record JudgedStrategy(StrategyResult result, List<Attempt> attempts) {
    JudgedStrategy {
        attempts = List.copyOf(attempts);
    }

    static List<StrategyResult> results(List<JudgedStrategy> judged) {
        return judged.stream().map(JudgedStrategy::result).toList();
    }

    static Map<StrategyId, List<Attempt>> attempts(List<JudgedStrategy> judged) {
        Map<StrategyId, List<Attempt>> attempts = new LinkedHashMap<>();
        judged.forEach(one -> attempts.put(one.result().id(), one.attempts()));
        return attempts;
    }

    /// What the workers of the final attempts found on rebuilt markets, where luck is counted from it.
    ///
    /// @param asked how many the protocol asks for
    static RunWorlds worlds(List<JudgedStrategy> judged, int asked) {
        Map<StrategyId, Worlds> worlds = new HashMap<>();
        for (JudgedStrategy one : judged) {
            if (one.attempts().getLast().outcome() instanceof AttemptOutcome.Completed completed
                    && completed.worlds() != null
                    && LuckCount.isRebuilt(one.result().judgement().metrics())) {
                worlds.put(one.result().id(), completed.worlds());
            }
        }
        return new RunWorlds(worlds, asked);
    }
}
