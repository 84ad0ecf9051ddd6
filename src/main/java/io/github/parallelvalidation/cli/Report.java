package io.github.parallelvalidation.cli;

import io.github.parallelvalidation.gate.MetricNames;
import io.github.parallelvalidation.merge.Ending;
import io.github.parallelvalidation.merge.StrategyResult;
import io.github.parallelvalidation.plan.PlannedStrategy;
import io.github.parallelvalidation.run.RunOutcome;
import io.github.parallelvalidation.run.RunSentence;
import java.io.PrintStream;
import java.util.Locale;
import java.util.OptionalDouble;

/// A run's outcome for people.
record Report(Terminal terminal) {

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
                "Would validate %d at %s with %d worker%s at once:%n",
                outcome.plan().strategies().size(),
                outcome.plan().tier(),
                outcome.plan().workers(),
                outcome.plan().workers() == 1 ? "" : "s");
        for (PlannedStrategy planned : outcome.plan().strategies()) {
            out.printf(
                    Locale.ROOT, "  %-10s %-32s ~%.1f s%n", planned.id(), planned.name(), planned.estimatedSeconds());
        }
    }

    private void results(RunOutcome outcome) {
        PrintStream out = terminal.out();
        if (!outcome.strategies().isEmpty()) {
            out.printf(
                    "%-10s %-28s %-15s %7s %6s %7s %6s %6s %6s%n",
                    "id", "name", "status", "signals", "hit", "ic", "p", "q", "luck");
        }
        for (StrategyResult result : outcome.strategies()) {
            out.printf(
                    "%-10s %-28.28s %s %7s %6s %7s %6s %6s %6s%n",
                    result.id(),
                    result.name(),
                    terminal.paint(role(result), "%-15s".formatted(result.status())),
                    figure(result, MetricNames.SIGNAL_FREQUENCY, "%.0f"),
                    figure(result, MetricNames.HIT_RATE, "%.3f"),
                    figure(result, MetricNames.IC, "%.3f"),
                    figure(result, MetricNames.IC_P_VALUE, "%.3f"),
                    figure(result, MetricNames.IC_Q_VALUE, "%.3f"),
                    figure(result, MetricNames.LUCK, "%.2f"));
            if (result.failure() != null) {
                out.println("           " + result.failure().message());
            }
        }
        out.println(RunSentence.of(outcome));
        outcome.alerts().forEach(alert -> terminal.err().println(terminal.paint(Terminal.Role.WARNING, "! " + alert)));
        if (outcome.awaitsDecision()) {
            terminal.err()
                    .println("A decision is waiting: open the dashboard, or answer with: decide --with"
                            + " continue, relax or meeting");
        }
    }

    /// One finished strategy on one line.
    static String line(Terminal terminal, StrategyResult result) {
        String why = result.failure() == null ? "" : "  " + result.failure().message();
        return "%-10s %s %6.2f s%s"
                .formatted(
                        result.id(),
                        terminal.paint(role(result), "%-7s".formatted(result.ending())),
                        result.seconds(),
                        why);
    }

    private static Terminal.Role role(StrategyResult result) {
        return result.passed()
                ? Terminal.Role.SUCCESS
                : result.ending() == Ending.FAIL ? Terminal.Role.DANGER : Terminal.Role.WARNING;
    }

    private static String figure(StrategyResult result, String metric, String form) {
        OptionalDouble value = result.metrics().number(metric);
        return value.isPresent() ? String.format(Locale.ROOT, form, value.getAsDouble()) : "–";
    }
}
