package io.github.parallelvalidation.result;

import io.github.parallelvalidation.gate.MetricNames;
import io.github.parallelvalidation.workspace.StrategyId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The groups of passes whose daily returns go together: one idea each, however many strategies it has.
public final class SameIdeas {
    private SameIdeas() {}

    /// Groups of two and more, in the order of the run.
    public static List<List<StrategyId>> of(List<StrategyResult> results) {
        Map<String, List<StrategyId>> groups = results.stream()
                .filter(StrategyResult::passed)
                .filter(result -> !idea(result).isEmpty())
                .collect(Collectors.groupingBy(
                        SameIdeas::idea,
                        LinkedHashMap::new,
                        Collectors.mapping(StrategyResult::id, Collectors.toList())));
        return groups.values().stream().filter(group -> group.size() > 1).toList();
    }

    private static String idea(StrategyResult result) {
        return result.judgement().metrics().values().get(MetricNames.SAME_IDEA_AS) instanceof String first ? first : "";
    }
}
