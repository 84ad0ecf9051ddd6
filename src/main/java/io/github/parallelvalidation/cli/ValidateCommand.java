package io.github.parallelvalidation.cli;

import io.github.parallelvalidation.journal.RunOutcome;
import io.github.parallelvalidation.plan.RunRequest;
import io.github.parallelvalidation.queue.QueueEntry;
import io.github.parallelvalidation.report.RunDocument;
import io.github.parallelvalidation.run.Validation;
import io.github.parallelvalidation.run.WorkspaceView;
import io.github.parallelvalidation.schema.Schema;
import io.github.parallelvalidation.workspace.Printable;
import io.github.parallelvalidation.workspace.StrategyId;
import io.github.parallelvalidation.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The `validate` command: plan, workers, merge, gates, queue update, decision.
@Command(name = "validate", description = "Validates the strategies that await a tier and updates the queue.")
final class ValidateCommand implements Callable<Integer> {
    private final Validation validation;
    private final Terminal terminal;

    @Mixin
    private WorkspaceArgument workspace = new WorkspaceArgument();

    @Mixin
    private RunOptions options = new RunOptions();

    @Mixin
    private TrustOption trust = new TrustOption();

    @Mixin
    private ReportFiles files = new ReportFiles();

    @Option(names = "--queue-size", paramLabel = "N", description = "At most so many strategies.")
    private @Nullable Integer queueSize;

    @Option(
            names = "--strategy",
            paramLabel = "STR-NNN",
            description = "This strategy, whatever its known status; may be given more than once.")
    private List<String> strategies = new ArrayList<>();

    @ArgGroup
    private @Nullable Beginning beginning;

    @Spec
    private @Nullable CommandSpec spec;

    /// What comes before the run, or in its place: one of them at most.
    static final class Beginning {
        @Option(names = "--dry-run", description = "Prints the plan; writes nothing at all.")
        private boolean dryRun;

        @Option(names = "--resume", description = "Resumes the interrupted run.")
        private boolean resume;

        @Option(names = "--discard", description = "Discards the interrupted run and starts a new one.")
        private boolean discard;

        @Option(
                names = "--recover",
                description = "Lets entries wait again that say they are being validated although no run is on, and"
                        + " starts a new run.")
        private boolean recover;
    }

    ValidateCommand(Validation validation, Terminal terminal) {
        this.validation = validation;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (IdleInterruptHandler end =
                new IdleInterruptHandler(terminal, "Interrupted; nothing was run.", ExitStatus.INTERRUPTED)) {
            return validate(end);
        }
    }

    private int validate(IdleInterruptHandler end) {
        RunRequest request = request();
        Workspace chosen = workspace.find();
        files.check(chosen, false);
        WorkspaceView view = validation.viewWithoutRuns(chosen);
        options.check(view);
        options.tooManyWorkers(view).ifPresent(words -> terminal.err().println("warning: " + words));
        if (beginning != null && beginning.dryRun) {
            print(chosen, List.of(validation.dryRun(chosen, request)));
            return ExitStatus.ALL_PASSED;
        }
        boolean resume = beginning != null && beginning.resume;
        boolean discard = beginning != null && beginning.discard;
        boolean recover = beginning != null && beginning.recover;
        terminal.warn(recover ? view.warnings() : view.remarks());
        // A run asks for itself, before it writes anything; discarding and recovering write before that.
        if (discard || recover || trust.isGiven()) {
            trust.settle(validation, () -> requireAccepted(chosen, view, resume ? null : request));
        }
        if (discard) {
            discard(chosen);
        }
        if (recover) {
            recover(chosen);
        }
        List<RunOutcome> outcomes = end.during(() -> new FollowUpLoop(
                        validation, terminal, view, runs -> conclude(chosen, runs))
                .follow(resume ? validation.resume(chosen, options.wishes()) : validation.start(chosen, request)));
        conclude(chosen, outcomes);
        return ExitStatus.of(outcomes);
    }

    /// What an interrupted run had marked awaits its tier again once it is discarded, and so does what is recovered.
    ///
    /// @param request null where nothing but the rest of that run is to be run
    private void requireAccepted(Workspace chosen, WorkspaceView view, @Nullable RunRequest request) {
        view.interrupted().ifPresent(_ -> validation.requireAcceptedToResume(chosen));
        if (request != null) {
            validation.requireAccepted(chosen, request);
            List<StrategyId> stranded =
                    view.stranded().stream().map(QueueEntry::id).toList();
            if (beginning != null && beginning.recover && !stranded.isEmpty()) {
                validation.requireAccepted(chosen, request.naming(stranded));
            }
        }
    }

    private void discard(Workspace chosen) {
        if (validation.viewWithoutRuns(chosen).interrupted().isPresent()) {
            validation.discard(chosen);
        }
    }

    private void recover(Workspace chosen) {
        List<StrategyId> recovered = validation.recover(chosen);
        if (!recovered.isEmpty()) {
            terminal.err()
                    .println("Waiting again: "
                            + recovered.stream().map(StrategyId::value).collect(Collectors.joining(", ")));
        }
    }

    private void conclude(Workspace chosen, List<RunOutcome> outcomes) {
        print(chosen, outcomes);
        files.write(validation, chosen, outcomes, terminal);
    }

    private void print(Workspace chosen, List<RunOutcome> outcomes) {
        if (options.json()) {
            Json.print(terminal.out(), Schema.RUN, RunDocument.of(outcomes));
        } else {
            outcomes.forEach(new OutcomePrinter(terminal, chosen)::print);
        }
    }

    private RunRequest request() {
        if (queueSize != null && queueSize < 1) {
            throw wrong("--queue-size must be 1 or more, not " + queueSize);
        }
        return options.request(
                queueSize == null ? OptionalInt.empty() : OptionalInt.of(queueSize),
                strategies.stream().map(this::id).toList());
    }

    private StrategyId id(String text) {
        return StrategyId.parse(text)
                .orElseThrow(() -> wrong("--strategy must be " + StrategyId.FORM + ", not " + Printable.quoted(text)));
    }

    private ParameterException wrong(String message) {
        if (spec == null) {
            throw new IllegalStateException("picocli fills the spec in");
        }
        return new ParameterException(spec.commandLine(), message);
    }
}
