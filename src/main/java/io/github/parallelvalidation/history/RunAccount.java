package io.github.parallelvalidation.history;

import io.github.parallelvalidation.display.DecisionText;
import io.github.parallelvalidation.display.EscalationText;
import io.github.parallelvalidation.display.Figures;
import io.github.parallelvalidation.display.MetricColumn;
import io.github.parallelvalidation.escalation.Escalation;
import io.github.parallelvalidation.gate.MetricNames;
import io.github.parallelvalidation.gate.ThresholdsText;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.journal.RunOutcome;
import io.github.parallelvalidation.luck.RunLuck;
import io.github.parallelvalidation.result.StrategyResult;
import io.github.parallelvalidation.run.RunSentence;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// The account of one run: its strategies with verdicts and figures, its decision, and what it ran under.
public record RunAccount(RunOutcome run, ZoneId zone) {
    /// The figures that a page has room for; the rest is in the results.
    private static final int FIGURES = 5;

    private static final int MOST_REASONS = 20;

    private static final Set<String> NOISE = Set.of(MetricNames.IC_NOISE_95, MetricNames.SHARPE_NOISE_95);

    public Account account() {
        return Account.of(
                "Run %s · %s · %s"
                        .formatted(
                                run.plan().runId(),
                                run.plan().tier(),
                                RunWords.when(run.plan().startedAt(), zone)),
                RunSentence.of(run),
                List.of(decision(), strategies(), unmeasured(), gates(), settings(), data(), alerts()));
    }

    private Account.Part decision() {
        Escalation question = run.escalation();
        if (question == null) {
            return new Account.Sentences("Decision", List.of());
        }
        String asked = question.reasons().stream()
                .map(reason -> EscalationText.of(reason, run.strategies()))
                .collect(Collectors.joining(", "));
        String answer = question.decided()
                .map(decided -> DecisionText.of(decided) + " " + RunWords.when(decided.at(), zone) + ".")
                .orElse("No decision yet.");
        return new Account.Sentences("Decision", List.of("Asked because " + asked + ".", answer));
    }

    private Account.Part strategies() {
        Tier tier = run.plan().tier();
        List<MetricColumn> columns = MetricColumn.of(tier).stream()
                .filter(column -> !NOISE.contains(column.metric()))
                .limit(FIGURES)
                .toList();
        List<String> header = new ArrayList<>(List.of("id", "name", "verdict"));
        columns.forEach(column -> header.add(column.header()));
        List<List<String>> rows = new ArrayList<>();
        for (StrategyResult result : run.strategies()) {
            List<String> row = new ArrayList<>(List.of(result.id().value(), result.name(), RunWords.shortly(result)));
            columns.forEach(column -> row.add(Figures.metric(result.judgement().metrics(), column.metric())
                    .text()));
            rows.add(row);
        }
        return new Account.Table("Strategies", 3, header, rows);
    }

    /// Dashes in the table alone would leave the reader to look elsewhere for the reason.
    private Account.Part unmeasured() {
        List<StrategyResult> unmeasured =
                run.strategies().stream().filter(result -> !result.isMeasured()).toList();
        List<String> why = new ArrayList<>(unmeasured.stream()
                .limit(MOST_REASONS)
                .map(result ->
                        "%s: %s".formatted(result.id(), result.judgement().why()))
                .toList());
        if (unmeasured.size() > MOST_REASONS) {
            why.add("and %d more".formatted(unmeasured.size() - MOST_REASONS));
        }
        return new Account.Sentences("Not measured", why);
    }

    private Account.Part gates() {
        List<Account.Fact> facts = new ArrayList<>();
        RunWords.gates(run)
                .forEach((name, needed) -> facts.add(new Account.Fact(MetricColumn.label(name), needed.words())));
        run.strategies().stream()
                .filter(StrategyResult::isRelaxed)
                .map(result -> ThresholdsText.of(result.judgement().relaxedGates()))
                .distinct()
                .forEach(thresholds -> facts.add(new Account.Fact("relaxed to", thresholds)));
        return new Account.Facts("Gates", facts);
    }

    private Account.Part settings() {
        List<Account.Fact> facts = new ArrayList<>();
        facts.add(new Account.Fact("workers", run.plan().workers() + " at once"));
        run.plan()
                .timeoutSeconds()
                .ifPresent(seconds -> facts.add(new Account.Fact("time limit", seconds + " s an attempt")));
        facts.add(new Account.Fact("took", Figures.seconds(run.timing().wallClockSeconds())));
        facts.add(new Account.Fact("one by one", Figures.seconds(run.timing().sequentialEquivalentSeconds())));
        RunLuck luck = run.luck();
        if (luck != null && luck.worlds() > 0) {
            facts.add(new Account.Fact("luck", luck.worlds() + " rebuilt markets"));
        }
        run.plan().link().follows().ifPresent(before -> facts.add(new Account.Fact("follows", "run " + before)));
        return new Account.Facts("Settings", facts);
    }

    private Account.Part data() {
        Map<String, List<StrategyResult>> byData = new LinkedHashMap<>();
        for (StrategyResult result : run.strategies()) {
            String words = DataWords.of(result.inputs().data());
            if (!words.isEmpty()) {
                byData.computeIfAbsent(words, _ -> new ArrayList<>()).add(result);
            }
        }
        return new Account.Sentences(
                "Data",
                byData.entrySet().stream()
                        .map(entry -> entry.getKey() + ": " + RunWords.names(entry.getValue()))
                        .toList());
    }

    private Account.Part alerts() {
        return new Account.Sentences("Alerts", run.alerts());
    }
}
