package io.github.parallelvalidation.cli;

import io.github.parallelvalidation.journal.RunOutcome;
import io.github.parallelvalidation.plan.RunRequest;
import io.github.parallelvalidation.report.RunDocument;
import io.github.parallelvalidation.run.Validation;
import io.github.parallelvalidation.run.WorkspaceView;
import io.github.parallelvalidation.schema.Schema;
import io.github.parallelvalidation.trust.NamedProgram;
import io.github.parallelvalidation.watch.ChangeNotices;
import io.github.parallelvalidation.watch.FolderChanges;
import io.github.parallelvalidation.watch.QueueWatch;
import io.github.parallelvalidation.watch.WatchState;
import io.github.parallelvalidation.watch.WatchTiming;
import io.github.parallelvalidation.workspace.Workspace;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Waits for the queue, validates, and waits again, until it is stopped.
@Command(
        name = "watch",
        description = "Validates whenever min_queue_depth_for_parallel strategies await the tier, until it is stopped"
                + " (Ctrl-C). With --json one document per run, each on a line.")
final class WatchCommand implements Callable<Integer> {
    private final Validation validation;
    private final Terminal terminal;

    @Mixin
    private WorkspaceArgument workspace = new WorkspaceArgument();

    @Mixin
    private RunOptions options = new RunOptions();

    @Mixin
    private TrustOption trust = new TrustOption();

    WatchCommand(Validation validation, Terminal terminal) {
        this.validation = validation;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        RunRequest request = options.request(OptionalInt.empty(), List.of());
        Workspace chosen = workspace.findOrAwait();
        WorkspaceView view = validation.view(chosen);
        options.check(view);
        options.tooManyWorkers(view).ifPresent(words -> terminal.err().println("warning: " + words));
        terminal.warn(view.remarks());
        if (view.errors().isEmpty()) {
            trust.settle(validation, () -> requireAccepted(chosen, request));
        }
        try (ChangeNotices changes = FolderChanges.of(chosen, WatchTiming.USUAL.poll());
                IdleInterruptHandler end =
                        new IdleInterruptHandler(terminal, "No longer watching.", ExitStatus.ALL_PASSED)) {
            new QueueWatch(validation, chosen, options.tier(), changes, WatchTiming.USUAL, this::tell)
                    .follow(() -> print(
                            chosen,
                            end.during(() -> new FollowUpLoop(validation, terminal, view, runs -> print(chosen, runs))
                                    .follow(validation.start(chosen, request)))));
        }
        return ExitStatus.ALL_PASSED;
    }

    /// What the first run would start, and what every one would, as the workspace is now. A later run asks again.
    private void requireAccepted(Workspace chosen, RunRequest request) {
        validation.requireAccepted(chosen, request);
        List<NamedProgram> ofEveryRun = validation.programs(chosen).stream()
                .filter(program -> program.strategy().isEmpty())
                .toList();
        validation.acceptances().of(chosen).require(chosen, ofEveryRun);
    }

    private void tell(WatchState state) {
        terminal.err().println(state.sentence());
        terminal.err().flush();
    }

    private void print(Workspace chosen, List<RunOutcome> outcomes) {
        if (outcomes.getFirst().plan().strategies().isEmpty()) {
            // Somebody took them from the queue in the last moment.
            return;
        }
        if (options.json()) {
            Json.printLine(terminal.out(), Schema.RUN, RunDocument.of(outcomes));
        } else {
            outcomes.forEach(new OutcomePrinter(terminal, chosen)::print);
            terminal.out().flush();
        }
    }
}
