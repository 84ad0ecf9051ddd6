package io.github.parallelvalidation.cli;

import io.github.parallelvalidation.display.Figures;
import io.github.parallelvalidation.display.NoiseText;
import io.github.parallelvalidation.display.RateText;
import io.github.parallelvalidation.history.Account;
import io.github.parallelvalidation.history.ComparisonAccount;
import io.github.parallelvalidation.history.ComparisonDocument;
import io.github.parallelvalidation.history.RunAccount;
import io.github.parallelvalidation.history.RunComparison;
import io.github.parallelvalidation.journal.OutcomeDocument;
import io.github.parallelvalidation.journal.RunOutcome;
import io.github.parallelvalidation.luck.RunLuck;
import io.github.parallelvalidation.metrics.MetricsHistory;
import io.github.parallelvalidation.metrics.RunMetrics;
import io.github.parallelvalidation.number.PlainNumber;
import io.github.parallelvalidation.report.CsvTable;
import io.github.parallelvalidation.run.Validation;
import io.github.parallelvalidation.schema.Schema;
import io.github.parallelvalidation.workspace.Printable;
import io.github.parallelvalidation.workspace.Problem;
import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.Workspace;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// The `history` command: prints the metrics history, one run as a page, or how two runs differ.
@Command(name = "history", description = "Shows the last thirty runs, one run, or how two runs differ.")
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

    @Option(names = "--run", paramLabel = "RUN", description = "This run: verdicts, figures, decision, gates, data.")
    private @Nullable String run;

    @Option(
            names = "--compare",
            arity = "2",
            paramLabel = "RUN",
            description = "Two runs: who flipped, and which gates, parameters or data were others.")
    private List<String> compared = List.of();

    @Spec
    private @Nullable CommandSpec spec;

    HistoryCommand(Validation validation, Terminal terminal) {
        this.validation = validation;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (run != null || !compared.isEmpty()) {
            look(workspace.find());
            return ExitStatus.ALL_PASSED;
        }
        if (csv && json) {
            throw RunName.wrong(spec, "--csv and --json are two forms of the same; use one of them");
        }
        List<RunMetrics> runs = validation.viewWithoutRuns(workspace.find()).requireHistory();
        if (json) {
            Json.print(terminal.out(), Schema.HISTORY, MetricsHistory.document(runs));
        } else if (csv) {
            List<List<String>> rows = new ArrayList<>(List.of(HEADER));
            runs.forEach(run -> rows.add(csv(run)));
            terminal.out().print(CsvTable.of(rows));
        } else if (runs.isEmpty()) {
            terminal.err().println("No run yet; validate makes the first.");
        } else {
            runs.forEach(this::print);
        }
        return ExitStatus.ALL_PASSED;
    }

    /// A run, or two beside each other, where that is asked for.
    private void look(Workspace chosen) {
        if (csv || (run != null && !compared.isEmpty())) {
            throw RunName.wrong(spec, "--run and --compare are about one thing each: use one of them, without --csv");
        }
        ZoneId zone = ZoneId.systemDefault();
        if (run != null) {
            RunOutcome outcome = outcome(chosen, "--run", run);
            if (json) {
                Json.print(terminal.out(), Schema.RUN, OutcomeDocument.of(outcome));
            } else {
                print(new RunAccount(outcome, zone).account());
            }
            return;
        }
        if (compared.size() != 2) {
            throw RunName.wrong(spec, "--compare needs two runs, found " + compared.size());
        }
        RunComparison comparison = RunComparison.of(
                outcome(chosen, "--compare", compared.getFirst()), outcome(chosen, "--compare", compared.getLast()));
        if (json) {
            Json.print(terminal.out(), Schema.COMPARISON, ComparisonDocument.of(comparison));
        } else {
            print(new ComparisonAccount(comparison, zone).account());
        }
    }

    private void print(Account account) {
        account.lines().forEach(line -> terminal.out().println(Printable.oneLine(line)));
    }

    private RunOutcome outcome(Workspace chosen, String option, String id) {
        return validation
                .outcome(chosen, RunName.checked(spec, option, id))
                .orElseThrow(() -> new ProblemException(
                        Problem.of(chosen.pipeline(), "there is no finished run " + Printable.oneLine(id))));
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
