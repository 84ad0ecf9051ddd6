package io.github.parallelvalidation.history;

import io.github.parallelvalidation.display.Figures;
import io.github.parallelvalidation.display.MetricColumn;
import io.github.parallelvalidation.display.NoiseText;
import io.github.parallelvalidation.gate.Requirement;
import io.github.parallelvalidation.gate.ThresholdsText;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.journal.RunOutcome;
import io.github.parallelvalidation.luck.RunLuck;
import io.github.parallelvalidation.number.Counted;
import io.github.parallelvalidation.result.StrategyResult;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The account of how two runs differ: who flipped, and which gates, parameters, data or settings were others.
public record ComparisonAccount(RunComparison comparison, ZoneId zone) {

    public Account account() {
        RunOutcome before = comparison.before();
        RunOutcome after = comparison.after();
        return Account.of(
                "Run %s and run %s"
                        .formatted(before.plan().runId(), after.plan().runId()),
                sentence(),
                List.of(
                        runs(),
                        new Account.Sentences(
                                comparison.isSameTier() ? "Verdicts that flipped" : "Another verdict at the other tier",
                                new FlipWords(comparison).sentences()),
                        new Account.Sentences("Gates", gates()),
                        new Account.Sentences("Parameters and rules", new InputWords(comparison).parameters()),
                        new Account.Sentences("Data", new InputWords(comparison).data()),
                        new Account.Sentences("Not in both", notInBoth()),
                        scores()));
    }

    String sentence() {
        List<RunComparison.Pair> flipped = comparison.flipped();
        if (comparison.both().isEmpty()) {
            return "No strategy has a result in both runs.";
        }
        if (!comparison.isSameTier()) {
            return ofTwoTiers();
        }
        if (flipped.isEmpty()) {
            return comparison.both().size() == 1
                    ? "The verdict of the one strategy in both runs is the same."
                    : "The verdicts of the %d strategies in both runs are the same."
                            .formatted(comparison.both().size());
        }
        long gained = flipped.stream().filter(RunComparison.Pair::nowPasses).count();
        long lost = flipped.stream()
                .filter(pair -> pair.before().passed() && !pair.after().passed())
                .count();
        return "%d of %d verdicts flipped: %d passed only in the later run, %d only in the earlier one."
                .formatted(flipped.size(), comparison.both().size(), gained, lost);
    }

    /// To fail the harder of two tests takes nothing back.
    private String ofTwoTiers() {
        List<RunComparison.Pair> passed = comparison.both().stream()
                .filter(pair -> pair.before().passed())
                .toList();
        return "%d of %s in both runs passed %s, and %d of those %s."
                .formatted(
                        passed.size(),
                        Counted.of(comparison.both().size(), "strategy", "strategies"),
                        comparison.before().plan().tier(),
                        passed.stream().filter(pair -> pair.after().passed()).count(),
                        comparison.after().plan().tier());
    }

    /// Both runs beside each other: what they ran under and what came of it.
    private Account.Part runs() {
        Map<String, String> first = facts(comparison.before());
        Map<String, String> second = facts(comparison.after());
        List<List<String>> rows = new ArrayList<>();
        first.forEach((name, value) -> rows.add(List.of(name, value, second.getOrDefault(name, Figures.MISSING))));
        return new Account.Table("The two runs", 3, List.of("", "earlier", "later"), rows);
    }

    private Map<String, String> facts(RunOutcome run) {
        Map<String, String> facts = new LinkedHashMap<>();
        RunLuck luck = run.luck();
        facts.put("started", RunWords.when(run.plan().startedAt(), zone));
        facts.put("tier", run.plan().tier().name());
        facts.put("passed", run.summary().passed() + " of " + run.summary().total());
        facts.put("noise", luck == null ? Figures.MISSING : NoiseText.bare(luck));
        facts.put(
                "decision",
                run.decision()
                        .map(decision -> decision.option().code()
                                + (decision.thresholds().isEmpty()
                                        ? ""
                                        : " to " + ThresholdsText.of(decision.thresholds())))
                        .orElse(run.awaitsDecision() ? "open" : "none"));
        facts.put("workers", String.valueOf(run.plan().workers()));
        facts.put("took", Figures.seconds(run.timing().wallClockSeconds()));
        facts.put("worlds", luck == null || luck.worlds() == 0 ? Figures.MISSING : String.valueOf(luck.worlds()));
        return facts;
    }

    /// "ic: more than 0.01, then more than 0.02"
    List<String> gates() {
        if (!comparison.isSameTier()) {
            return List.of("One run judged %s, the other %s: their gates are about other figures."
                    .formatted(
                            comparison.before().plan().tier(),
                            comparison.after().plan().tier()));
        }
        Map<String, String> before = words(comparison.before());
        Map<String, String> after = words(comparison.after());
        if (before.isEmpty() || after.isEmpty()) {
            return List.of("The %s run measured nothing, and so applied no gates."
                    .formatted(before.isEmpty() ? "earlier" : "later"));
        }
        return Change.of(before, after).stream()
                .map(change -> change.words(MetricColumn.label(change.name()) + ":", text -> text))
                .toList();
    }

    private static Map<String, String> words(RunOutcome run) {
        Map<String, String> words = new LinkedHashMap<>();
        for (Map.Entry<String, Requirement> gate : RunWords.gates(run).entrySet()) {
            words.put(gate.getKey(), gate.getValue().words());
        }
        return words;
    }

    private List<String> notInBoth() {
        List<String> sentences = new ArrayList<>();
        add(sentences, "Only in the earlier run", comparison.onlyBefore());
        add(sentences, "Only in the later run", comparison.onlyAfter());
        return sentences;
    }

    private static void add(List<String> sentences, String where, List<StrategyResult> results) {
        if (!results.isEmpty()) {
            sentences.add("%s: %s.".formatted(where, RunWords.names(results)));
        }
    }

    /// The scores that differ, and no others.
    private Account.Part scores() {
        Tier tier = comparison.after().plan().tier();
        List<List<String>> rows = new ArrayList<>();
        if (comparison.isSameTier()) {
            for (RunComparison.Pair pair : comparison.both().stream()
                    .filter(RunComparison.Pair::isMeasured)
                    .toList()) {
                String first = score(pair.before(), tier);
                String second = score(pair.after(), tier);
                if (!first.equals(second)) {
                    rows.add(List.of(pair.id().value(), pair.after().name(), first, second));
                }
            }
        }
        String label = MetricColumn.label(tier.score());
        return new Account.Table("Other " + label + " than before", 2, List.of("id", "name", "earlier", "later"), rows);
    }

    private static String score(StrategyResult result, Tier tier) {
        return Figures.metric(result.judgement().metrics(), tier.score()).text();
    }
}
