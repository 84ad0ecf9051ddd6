package io.github.parallelvalidation.cli;

import io.github.parallelvalidation.display.Figures;
import io.github.parallelvalidation.display.NoiseText;
import io.github.parallelvalidation.display.RateText;
import io.github.parallelvalidation.luck.RunLuck;
import io.github.parallelvalidation.metrics.MetricsHistory;
import io.github.parallelvalidation.metrics.RunMetrics;
import io.github.parallelvalidation.number.PlainNumber;
import io.github.parallelvalidation.report.CsvTable;
import io.github.parallelvalidation.run.Validation;
import io.github.parallelvalidation.run.WorkspaceView;
import io.github.parallelvalidation.workspace.Printable;
import io.github.parallelvalidation.workspace.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The `history` command: prints the metrics history.
@Command(name = "history", description = "Shows the last thirty runs.")
final class HistoryCommand implements Callable<Integer> {
    private static final List<String> HEADER = List.of(
            "run_id",
            "tier",
            "outcome",
            "decision",
            "strategies",
            "passed",
            "expected_lucky_passes",
            "lucky_passes_90_low",
            "lucky_passes_90_high",
            "run_p_value",
            "wall_clock_minutes",
            "sequential_equivalent_minutes",
            "workers_completed_percent",
            "strategies_per_hour",
            "timeouts",
            "retries",
            "crashes",
            "alerts",
            "cancelled");

    private final Validation validation;
    private final Terminal terminal;

    @Mixin
    private WorkspaceArgument workspace = new WorkspaceArgument();

    @Option(names = "--csv", description = "Comma-separated, with a header.")
    private boolean csv;

    @Option(names = "--json", description = "One JSON document on standard output.")
    private boolean json;

    HistoryCommand(Validation validation, Terminal terminal) {
        this.validation = validation;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        WorkspaceView view = validation.view(workspace.find());
        view.errors().stream()
                .filter(problem -> problem.file().equals(view.workspace().history()))
                .findFirst()
                .ifPresent(problem -> {
                    throw new ProblemException(problem);
                });
        if (json) {
            Json.print(terminal.out(), MetricsHistory.document(view.history()));
        } else if (csv) {
            List<List<String>> rows = new ArrayList<>(List.of(HEADER));
            view.history().forEach(run -> rows.add(csv(run)));
            terminal.out().print(CsvTable.of(rows));
        } else if (view.history().isEmpty()) {
            terminal.err().println("No run yet; validate makes the first.");
        } else {
            view.history().forEach(this::print);
        }
        return ExitStatus.ALL_PASSED;
    }

    private void print(RunMetrics run) {
        terminal.out().println(line(run));
        run.alerts().forEach(alert -> terminal.out().println(terminal.paint(Terminal.Role.WARNING, "  ! " + alert)));
    }

    private static List<String> csv(RunMetrics run) {
        RunMetrics.Results results = run.results();
        RunLuck luck = results.luck();
        RunLuck.Range range = luck == null ? null : luck.passes90();
        Double p = luck == null ? null : luck.pValue();
        return List.of(
                run.runId(),
                run.tier().name(),
                results.outcome().name(),
                results.decision() == null ? "" : results.decision(),
                String.valueOf(results.total()),
                String.valueOf(results.passed()),
                luck == null ? "" : PlainNumber.of(luck.expected()),
                range == null ? "" : String.valueOf(range.low()),
                range == null ? "" : String.valueOf(range.high()),
                p == null ? "" : PlainNumber.of(p),
                PlainNumber.of(run.times().wallClockMinutes()),
                PlainNumber.of(run.times().sequentialEquivalentMinutes()),
                number(run.workers().completionRate(), 100),
                number(run.strategiesPerHour(), 1),
                String.valueOf(run.workers().timeout()),
                String.valueOf(run.workers().retries()),
                String.valueOf(run.workers().crashes()),
                String.valueOf(run.alerts().size()),
                String.valueOf(results.cancelled()));
    }

    private static String number(OptionalDouble value, double times) {
        return value.isPresent() ? PlainNumber.of(times * value.getAsDouble()) : "";
    }

    private static String ending(RunMetrics.Results results) {
        return results.cancelled()
                ? "cancelled"
                : results.decision() == null ? "" : Printable.oneLine(results.decision());
    }

    private static String line(RunMetrics run) {
        RunMetrics.Results results = run.results();
        RunLuck luck = results.luck();
        String byLuck = luck == null ? Figures.MISSING + " by luck" : NoiseText.briefly(luck);
        return "%-18s %s  %2d of %2d passed, %-20s  %8s, %8s one by one, %s  %s"
                .formatted(
                        Printable.oneLine(run.runId()),
                        run.tier(),
                        results.passed(),
                        results.total(),
                        byLuck,
                        Figures.seconds(run.times().wallClockMinutes() * 60),
                        Figures.seconds(run.times().sequentialEquivalentMinutes() * 60),
                        RateText.of(run),
                        ending(results));
    }
}
