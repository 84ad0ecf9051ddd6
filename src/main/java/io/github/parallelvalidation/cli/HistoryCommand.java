package io.github.parallelvalidation.cli;

import io.github.parallelvalidation.metrics.RunMetrics;
import io.github.parallelvalidation.run.Validation;
import io.github.parallelvalidation.run.WorkspaceView;
import io.github.parallelvalidation.workspace.ProblemException;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The metrics history.
@Command(name = "history", description = "Shows the last thirty runs.")
final class HistoryCommand implements Callable<Integer> {
    private static final String HEADER = "run_id,tier,outcome,decision,strategies,passed,expected_lucky_passes,"
            + "wall_clock_minutes,sequential_equivalent_minutes,timeouts,retries,crashes,alerts";

    private final Validation validation;
    private final Terminal terminal;

    @Mixin
    private WorkspaceArgument workspace = new WorkspaceArgument();

    @Option(names = "--csv", description = "Comma-separated, with a header.")
    private boolean csv;

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
        if (csv) {
            terminal.out().println(HEADER);
            view.history().forEach(run -> terminal.out().println(csv(run)));
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

    private static String csv(RunMetrics run) {
        return String.join(
                ",",
                run.runId(),
                run.tier().name(),
                run.outcome().name(),
                run.decision() == null ? "" : run.decision(),
                String.valueOf(run.strategiesTotal()),
                String.valueOf(run.strategiesPassed()),
                run.expectedLuckyPasses() == null ? "" : String.valueOf(run.expectedLuckyPasses()),
                String.valueOf(run.wallClockMinutes()),
                String.valueOf(run.sequentialEquivalentMinutes()),
                String.valueOf(run.workersTimeout()),
                String.valueOf(run.retries()),
                String.valueOf(run.crashes()),
                String.valueOf(run.alerts().size()));
    }

    private static String line(RunMetrics run) {
        return String.format(
                Locale.ROOT,
                "%-18s %s  %2d of %2d passed, %4s by luck  %7.1f s, %7.1f s one by one  %s",
                run.runId(),
                run.tier(),
                run.strategiesPassed(),
                run.strategiesTotal(),
                run.expectedLuckyPasses() == null ? "–" : String.format(Locale.ROOT, "%.1f", run.expectedLuckyPasses()),
                run.wallClockMinutes() * 60,
                run.sequentialEquivalentMinutes() * 60,
                run.decision() == null ? "" : run.decision());
    }
}
