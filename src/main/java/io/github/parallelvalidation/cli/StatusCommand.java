package io.github.parallelvalidation.cli;

import io.github.parallelvalidation.display.AwaitingText;
import io.github.parallelvalidation.display.StrandedText;
import io.github.parallelvalidation.number.Counted;
import io.github.parallelvalidation.queue.QueueEntry;
import io.github.parallelvalidation.report.StatusDocument;
import io.github.parallelvalidation.run.RunSentence;
import io.github.parallelvalidation.run.RunningWorkers;
import io.github.parallelvalidation.run.Validation;
import io.github.parallelvalidation.run.WorkspaceView;
import io.github.parallelvalidation.schema.Schema;
import io.github.parallelvalidation.settings.EscalationOption;
import io.github.parallelvalidation.workspace.Printable;
import java.io.PrintStream;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The `status` command: the queue, the lock, running workers, an interrupted run, the last run.
@Command(
        name = "status",
        description = "Shows the queue, the lock, running workers, an interrupted run and the last run.")
final class StatusCommand implements Callable<Integer> {
    private final Validation validation;
    private final Terminal terminal;

    @Mixin
    private WorkspaceArgument workspace = new WorkspaceArgument();

    @Option(names = "--json", description = "One JSON document on standard output.")
    private boolean json;

    StatusCommand(Validation validation, Terminal terminal) {
        this.validation = validation;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        WorkspaceView view = validation.view(workspace.find());
        RunningWorkers running = RunningWorkers.of(view);
        Instant now = Instant.now();
        if (json) {
            Json.print(terminal.out(), Schema.STATUS, StatusDocument.of(view, running, now));
        } else {
            print(view, running, now);
        }
        terminal.warn(view.warnings());
        terminal.warn(running.problem().stream().toList());
        view.errors().forEach(terminal.err()::println);
        return view.errors().isEmpty() ? ExitStatus.ALL_PASSED : ExitStatus.USAGE_OR_FILE;
    }

    private static String counts(WorkspaceView view) {
        return Counted.of(view.queue().entries().size(), "strategy", "strategies") + ", "
                + AwaitingText.of(view.queue());
    }

    private void print(WorkspaceView view, RunningWorkers running, Instant now) {
        PrintStream out = terminal.out();
        for (QueueEntry entry : view.queue().entries()) {
            out.printf(
                    "%-10s %-32.32s %-16s %s%n",
                    entry.id(),
                    Printable.oneLine(entry.name()),
                    entry.statusText().isEmpty() ? "PENDING" : Printable.oneLine(entry.statusText()),
                    entry.failureReason()
                            .or(() -> entry.relaxedGates().map("only under relaxed thresholds: %s"::formatted))
                            .orElse(""));
        }
        out.println(view.isQueueReadable() ? counts(view) : "the queue could not be read");
        out.println(view.lockHolder().map(holder -> "locked by " + holder).orElse("lock free"));
        running.attempts().forEach(attempt -> out.println("  " + RunningLine.of(attempt, now)));
        view.interrupted().ifPresent(run -> {
            out.println("run " + run.runId() + " was interrupted: resume it with validate --resume, or discard it with"
                    + " validate --discard. " + run.summary());
            run.told().forEach(told -> out.println("  " + told.line()));
        });
        if (!view.stranded().isEmpty()) {
            out.println(StrandedText.sentence(view.stranded()) + " Let them wait again with validate --recover:");
            StrandedText.list(view.stranded()).lines().forEach(line -> out.println("  " + line));
        }
        view.lastRun().ifPresent(run -> {
            out.println("last run " + run.plan().runId() + ": " + RunSentence.of(run));
            run.alerts().forEach(alert -> out.println(terminal.paint(Terminal.Role.WARNING, "  ! " + alert)));
        });
        view.openQuestions()
                .forEach(run ->
                        out.println("a decision waits on run " + run.plan().runId()
                                + ": answer it in the dashboard, or with decide --with "
                                + EscalationOption.alternatives()));
    }
}
