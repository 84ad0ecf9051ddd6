package io.github.parallelvalidation.cli;

import io.github.parallelvalidation.display.DecisionText;
import io.github.parallelvalidation.display.Figures;
import io.github.parallelvalidation.display.InsistedText;
import io.github.parallelvalidation.display.LuckCaveats;
import io.github.parallelvalidation.display.ResemblanceText;
import io.github.parallelvalidation.display.SharpeText;
import io.github.parallelvalidation.escalation.Decision;
import io.github.parallelvalidation.gate.EarlierPass;
import io.github.parallelvalidation.gate.SanityFlag;
import io.github.parallelvalidation.gate.ThresholdsText;
import io.github.parallelvalidation.journal.RunOutcome;
import io.github.parallelvalidation.number.Counted;
import io.github.parallelvalidation.plan.PlannedStrategy;
import io.github.parallelvalidation.result.Judgement;
import io.github.parallelvalidation.result.StrategyResult;
import io.github.parallelvalidation.result.Verdict;
import io.github.parallelvalidation.run.RunSentence;
import io.github.parallelvalidation.settings.EscalationOption;
import io.github.parallelvalidation.workspace.Printable;
import io.github.parallelvalidation.workspace.Workspace;
import java.io.PrintStream;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Prints a run's plan and outcome for people.
final class OutcomePrinter {
    private final Terminal terminal;
    private final Workspace workspace;

    OutcomePrinter(Terminal terminal, Workspace workspace) {
        this.terminal = terminal;
        this.workspace = workspace;
    }

    void print(RunOutcome outcome) {
        if (outcome.dryRun()) {
            plan(outcome);
        } else {
            results(outcome);
        }
    }

    private void plan(RunOutcome outcome) {
        PrintStream out = terminal.out();
        if (outcome.plan().strategies().isEmpty()) {
            out.println(RunSentence.of(outcome));
            return;
        }
        out.printf(
                "Would validate %d at %s with %s at once:%n",
                outcome.plan().strategies().size(),
                outcome.plan().tier(),
                Counted.of(outcome.plan().workers(), "worker", "workers"));
        for (PlannedStrategy planned : outcome.plan().strategies()) {
            out.printf(
                    "  %-10s %-32s ~%s%n",
                    planned.id(), Printable.oneLine(planned.name()), Figures.seconds(planned.estimatedSeconds()));
            if (planned.withoutL0Pass()) {
                out.println("             has not passed L0: its results will say so");
            }
        }
    }

    private void results(RunOutcome outcome) {
        PrintStream out = terminal.out();
        List<ResultColumn> columns = ResultColumn.of(outcome.plan().tier());
        if (!outcome.strategies().isEmpty()) {
            out.println("%-10s %-22s %-15s".formatted("id", "name", "status") + row(columns, ResultColumn::head));
        }
        for (StrategyResult result : outcome.strategies()) {
            Judgement judgement = result.judgement();
            out.println("%-10s %-22.22s %s"
                            .formatted(
                                    result.id(),
                                    Printable.oneLine(result.name()),
                                    terminal.paint(role(result), "%-15s".formatted(judgement.status())))
                    + row(columns, column -> column.cell(result)));
            if (judgement.failure() != null) {
                out.println(
                        "           " + Printable.oneLine(judgement.failure().message()));
            }
            if (result.isRelaxed()) {
                out.println("           passed only under relaxed thresholds: "
                        + ThresholdsText.of(judgement.relaxedGates()));
            }
            InsistedText.of(result).ifPresent(words -> out.println("           " + words));
            LuckCaveats.of(judgement.metrics()).forEach(caveat -> out.println("           " + caveat));
            AttemptLine.of(result).ifPresent(line -> out.println("           " + line));
            SharpeText.of(judgement.metrics()).ifPresent(text -> out.println("           " + text));
            EarlierPass.of(judgement.metrics())
                    .ifPresent(pass -> out.println("           look twice: " + ResemblanceText.of(pass)));
            SanityFlag.of(judgement.metrics())
                    .forEach(flag -> out.println("           look twice: " + flag.sentence()));
        }
        out.println(RunSentence.of(outcome));
        outcome.decision().ifPresent(decision -> out.println(decided(outcome, decision)));
        outcome.alerts().forEach(alert -> terminal.err().println(terminal.paint(Terminal.Role.WARNING, "! " + alert)));
        if (outcome.awaitsDecision()) {
            terminal.err()
                    .println("A decision is waiting: open the dashboard, or answer with: decide --with "
                            + EscalationOption.alternatives());
        }
    }

    private String decided(RunOutcome outcome, Decision decision) {
        String words = DecisionText.of(decision);
        return decision.option() == EscalationOption.MEETING
                ? words + " Its agenda: "
                        + workspace.shorter(
                                workspace.meetingRequest(outcome.plan().runId()).toString())
                : words;
    }

    /// One finished strategy on one line.
    static String line(Terminal terminal, StrategyResult result) {
        Judgement judgement = result.judgement();
        String why = judgement.failure() == null
                ? ""
                : "  " + Printable.oneLine(judgement.failure().message());
        return "%-10s %s %8s%s"
                .formatted(
                        result.id(),
                        terminal.paint(role(result), "%-7s".formatted(judgement.verdict())),
                        Figures.seconds(result.effort().seconds()),
                        why);
    }

    private static Terminal.Role role(StrategyResult result) {
        return result.passed()
                ? Terminal.Role.SUCCESS
                : result.judgement().verdict() == Verdict.FAIL ? Terminal.Role.DANGER : Terminal.Role.WARNING;
    }

    private static String row(List<ResultColumn> columns, Function<ResultColumn, String> cell) {
        return columns.stream().map(cell).collect(Collectors.joining());
    }
}
