package io.github.parallelvalidation.display;

import io.github.parallelvalidation.plan.ChosenStrategies;
import io.github.parallelvalidation.workspace.StrategyId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Words why some of the strategies that somebody chose are not run.
public final class ChosenText {
    private ChosenText() {}

    /// Empty where all of them are.
    public static Optional<String> refusal(ChosenStrategies chosen) {
        List<String> sentences = new ArrayList<>();
        if (!chosen.notPassed().isEmpty()) {
            boolean isOne = chosen.notPassed().size() == 1;
            sentences.add(("%s not passed L0, so %s not run at L1. The command line does so for one that is named:"
                            + " `validate --tier L1 --strategy %s`.")
                    .formatted(
                            named(chosen.notPassed(), "has", "have"),
                            isOne ? "it is" : "they are",
                            chosen.notPassed().getFirst()));
        }
        if (!chosen.foreign().isEmpty()) {
            sentences.add("%s a status of another program and %s left alone."
                    .formatted(
                            named(chosen.foreign(), "has", "have"),
                            chosen.foreign().size() == 1 ? "is" : "are"));
        }
        return sentences.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", sentences));
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
