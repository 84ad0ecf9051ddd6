package io.github.parallelvalidation.display;

import io.github.parallelvalidation.gate.EarlierPass;
import io.github.parallelvalidation.result.SameIdeas;
import io.github.parallelvalidation.result.StrategyResult;
import io.github.parallelvalidation.workspace.StrategyId;
import java.util.List;
import java.util.stream.Collectors;

/// Words which passes are the same idea.
public final class ResemblanceText {
    private ResemblanceText() {}

    /// A sentence for each idea that several passes have: "These 3 passes are one idea: STR-201, STR-204, STR-207 …"
    public static List<String> ideas(List<StrategyResult> results) {
        return SameIdeas.of(results).stream().map(ResemblanceText::idea).toList();
    }

    private static String idea(List<StrategyId> group) {
        return "these %d passes are one idea: %s (the daily returns of each correlate above 0.7 with another's)"
                .formatted(group.size(), group.stream().map(StrategyId::value).collect(Collectors.joining(", ")));
    }

    /// "daily returns correlate 0.83 with STR-104, which passed on 2026-11-02"
    public static String of(EarlierPass pass) {
        return "daily returns correlate %s with %s, which passed on %s"
                .formatted(Figures.correlation(pass.correlation()), pass.strategyId(), pass.date());
    }
}
