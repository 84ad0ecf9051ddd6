package io.github.parallelvalidation.display;

import io.github.parallelvalidation.plan.ChosenStrategies;
import io.github.parallelvalidation.workspace.StrategyId;
import java.util.List;
import java.util.Optional;

/// Words about those of the strategies that somebody chose that are not simply run.
public final class ChosenText {
    private ChosenText() {}

    /// Why some are never run; empty where there are none.
    public static Optional<String> refusal(ChosenStrategies chosen) {
        return chosen.foreign().isEmpty()
                ? Optional.empty()
                : Optional.of("%s a status of another program and %s left alone."
                        .formatted(
                                named(chosen.foreign(), "has", "have"),
                                chosen.foreign().size() == 1 ? "is" : "are"));
    }

    /// "STR-204 has not passed L0"; empty where all have.
    public static Optional<String> notPassed(ChosenStrategies chosen) {
        return chosen.notPassed().isEmpty()
                ? Optional.empty()
                : Optional.of(named(chosen.notPassed(), "has", "have") + " not passed L0");
    }

    /// "STR-204 has", "STR-204 and STR-205 have", "STR-204 and 3 others have"
    private static String named(List<StrategyId> ids, String one, String several) {
        return switch (ids.size()) {
            case 1 -> ids.getFirst() + " " + one;
            case 2 -> ids.getFirst() + " and " + ids.getLast() + " " + several;
            default -> "%s and %s others %s".formatted(ids.getFirst(), Figures.many(ids.size() - 1), several);
        };
    }
}
