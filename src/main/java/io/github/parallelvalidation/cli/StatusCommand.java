package io.github.parallelvalidation.cli;

import io.github.parallelvalidation.display.StrandedText;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.journal.InterruptedRun;
import io.github.parallelvalidation.journal.OutcomeDocument;
import io.github.parallelvalidation.queue.QueueEntry;
import io.github.parallelvalidation.run.RunSentence;
import io.github.parallelvalidation.run.Validation;
import io.github.parallelvalidation.run.WorkspaceView;
import io.github.parallelvalidation.schema.Schema;
import io.github.parallelvalidation.settings.EscalationOption;
import io.github.parallelvalidation.workspace.Printable;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The `status` command: the queue, the lock, an interrupted run, the last run.
@Command(name = "status", description = "Shows the queue, the lock, an interrupted run and the last run.")
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
        if (json) {
            Json.print(terminal.out(), Schema.STATUS, document(view));
        } else {
            print(view);
        }
        terminal.warn(view.warnings());
        view.errors().forEach(terminal.err()::println);
        return view.errors().isEmpty() ? ExitStatus.ALL_PASSED : ExitStatus.USAGE_OR_FILE;
    }

    private void print(WorkspaceView view) {
        PrintStream out = terminal.out();
        for (QueueEntry entry : view.queue().entries()) {
            out.printf(
                    "%-10s %-32.32s %-16s %s%n",
                    entry.id(),
                    Printable.oneLine(entry.name()),
                    entry.statusText().isEmpty() ? "PENDING" : Printable.oneLine(entry.statusText()),
                    entry.failureReason().orElse(""));
        }
        out.printf(
                "%d strategies, %d await L0, %d await L1%n",
                view.queue().entries().size(),
                view.queue().awaiting(Tier.L0).size(),
                view.queue().awaiting(Tier.L1).size());
        out.println(view.lockHolder().map(holder -> "locked by " + holder).orElse("lock free"));
        view.interrupted().ifPresent(run -> {
            out.println("run " + run.runId() + " was interrupted: resume it with validate --resume, or discard it with"
                    + " validate --discard. " + run.summary());
            run.found().forEach(found -> out.println("  " + found.id() + " " + found.sentence()));
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

    private static Map<String, @Nullable Object> document(WorkspaceView view) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("workspace", view.workspace().root().toString());
        map.put(
                "queue",
                view.queue().entries().stream().map(StatusCommand::entry).toList());
        map.put("awaiting_l0", view.queue().awaiting(Tier.L0).size());
        map.put("awaiting_l1", view.queue().awaiting(Tier.L1).size());
        map.put("locked_by", view.lockHolder().orElse(null));
        map.put("interrupted_run", view.interrupted().map(InterruptedRun::runId).orElse(null));
        map.put(
                "interrupted_strategies",
                view.interrupted().map(StatusCommand::found).orElse(List.of()));
        map.put(
                "stranded",
                view.stranded().stream().map(entry -> entry.id().value()).toList());
        map.put(
                "last_run",
                view.lastRun()
                        .map(OutcomeDocument::of)
                        .map(Schema.RUN::versioned)
                        .orElse(null));
        map.put(
                "open_questions",
                view.openQuestions().stream().map(run -> run.plan().runId()).toList());
        map.put("errors", view.errors().stream().map(Object::toString).toList());
        map.put("warnings", view.warnings().stream().map(Object::toString).toList());
        return map;
    }

    private static List<Map<String, String>> found(InterruptedRun run) {
        return run.found().stream()
                .map(found -> Map.of("strategy_id", found.id().value(), "found", found.sentence()))
                .toList();
    }

    private static Map<String, @Nullable Object> entry(QueueEntry entry) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("strategy_id", entry.id().value());
        map.put("name", entry.name());
        map.put("status", entry.statusText().isEmpty() ? null : entry.statusText());
        map.put("failure_reason", entry.failureReason().orElse(null));
        return map;
    }
}
