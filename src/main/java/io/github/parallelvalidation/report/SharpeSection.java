package io.github.parallelvalidation.report;

import io.github.parallelvalidation.display.ResemblanceText;
import io.github.parallelvalidation.display.SharpeText;
import io.github.parallelvalidation.gate.EarlierPass;
import io.github.parallelvalidation.result.StrategyResult;
import java.util.ArrayList;
import java.util.List;

/// The part of the report that says in words what the Sharpe ratios are worth.
final class SharpeSection {
    /// More are folded.
    private static final int FEW = 5;

    private SharpeSection() {}

    /// Nothing where no strategy has a Sharpe ratio.
    static List<Markup> of(List<StrategyResult> results) {
        List<String> sentences = new ArrayList<>();
        for (StrategyResult result : results) {
            SharpeText.of(result.judgement().metrics()).ifPresent(text -> sentences.add(result.id() + ": " + text));
            EarlierPass.of(result.judgement().metrics())
                    .ifPresent(pass -> sentences.add(result.id() + ": " + ResemblanceText.of(pass)));
        }
        return sentences.isEmpty()
                ? List.of()
                : List.of(Markup.of("h2", "What the Sharpe ratios say"), shown(sentences));
    }

    private static Markup shown(List<String> sentences) {
        return sentences.size() <= FEW
                ? Markup.list(sentences)
                : Markup.of(
                        "details",
                        Markup.of("summary", "Of %d strategies".formatted(sentences.size())),
                        Markup.list(sentences));
    }
}
