package io.github.parallelvalidation.cli;

import io.github.parallelvalidation.escalation.EscalationOption;
import io.github.parallelvalidation.escalation.Relaxation;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.plan.RunRequest;
import io.github.parallelvalidation.run.NextTier;
import io.github.parallelvalidation.run.OutcomeDocument;
import io.github.parallelvalidation.run.RunOutcome;
import io.github.parallelvalidation.run.Validation;
import io.github.parallelvalidation.settings.TierProtocol;
import io.github.parallelvalidation.workspace.StrategyId;
import io.github.parallelvalidation.workspace.Workspace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// One run: plan, workers, merge, gates, queue update, decision.
@Command(name = "validate", description = "Validates the strategies that await a tier and updates the queue.")
final class ValidateCommand implements Callable<Integer> {
    private final Validation validation;
    private final Terminal terminal;

    @Mixin
    private WorkspaceArgument workspace = new WorkspaceArgument();

    @Option(names = "--tier", paramLabel = "L0|L1", description = "The tier (default: ${DEFAULT-VALUE}).")
    private Tier tier = Tier.L0;

    @Option(names = "--workers", paramLabel = "1-4", description = "At most so many workers at once.")
    private @Nullable Integer workers;

    @Option(names = "--queue-size", paramLabel = "N", description = "At most so many strategies.")
    private @Nullable Integer queueSize;

    @Option(
            names = "--strategy",
            paramLabel = "STR-NNN",
            description = "This strategy, whatever its known status; may be given more than once.")
    private List<String> strategies = new ArrayList<>();

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            description = "The time limit of one attempt in this run (default: that of the settings).")
    private @Nullable Integer timeout;

    @Option(
            names = "--on-escalation",
            paramLabel = "ask|continue|retry|relax|meeting",
            description = "What to do when more than half fail (default: on_escalation of the settings, ask). ask prompts"
                            + " on a terminal, and leaves the decision open elsewhere.")
    private @Nullable String onEscalation;

    @Option(
            names = "--relax",
            paramLabel = "NAME=VALUE",
            description = "With --on-escalation relax: this threshold; default: every failed one x 0.9.")
    private Map<String, Double> relax = new LinkedHashMap<>();

    @Option(names = "--then-l1", description = "L1 at once for what passed L0.")
    private boolean thenL1;

    @Option(names = "--json", description = "One JSON document on standard output.")
    private boolean json;

    /// What there is to print when the run that follows it is interrupted.
    private @Nullable RunOutcome before;

    @ArgGroup
    private @Nullable Beginning beginning;

    @Spec
    private @Nullable CommandSpec spec;

    /// How the run begins, when not anew.
    static final class Beginning {
        @Option(names = "--dry-run", description = "Prints the plan; writes nothing at all.")
        private boolean dryRun;

        @Option(names = "--resume", description = "Takes up the interrupted run.")
        private boolean resume;

        @Option(names = "--discard", description = "Gives the interrupted run up and starts a new one.")
        private boolean discard;
    }

    ValidateCommand(Validation validation, Terminal terminal) {
        this.validation = validation;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        RunRequest request = request();
        Workspace place = workspace.find();
        DecisionMaker decisions = decisions(place);
        checkThresholds(place);
        if (beginning != null && beginning.dryRun) {
            print(List.of(validation.dryRun(place, request)));
            return ExitStatus.ALL_PASSED;
        }
        if (beginning != null && beginning.discard) {
            discard(place);
        }
        boolean resume = beginning != null && beginning.resume;
        List<RunOutcome> rounds =
                decided(place, decisions, resume ? validation.resume(place) : validation.start(place, request));
        List<RunOutcome> outcomes = new ArrayList<>(List.of(rounds.getLast()));
        next(place, rounds).ifPresent(next -> {
            before = rounds.getLast();
            outcomes.add(
                    decided(place, decisions, validation.start(place, next)).getLast());
        });
        print(outcomes);
        return ExitStatus.of(outcomes);
    }

    private void discard(Workspace place) {
        if (validation.view(place).interrupted().isPresent()) {
            validation.discard(place);
        }
    }

    /// The run after the decision about it, and the retry where that was the decision. It is retried once; what still
    /// fails then is for a person to decide.
    private List<RunOutcome> decided(Workspace place, DecisionMaker decisions, Validation.Run run) {
        RunOutcome outcome = decisions.decide(place, run(run));
        return outcome.retry()
                .map(again -> List.of(outcome, run(validation.start(place, again))))
                .orElse(List.of(outcome));
    }

    private Optional<RunRequest> next(Workspace place, List<RunOutcome> rounds) {
        if (thenL1) {
            return NextTier.afterPasses(rounds);
        }
        return validation.view(place).settings().autoEscalateToL1()
                ? NextTier.afterAllPassed(rounds)
                : Optional.empty();
    }

    private RunOutcome run(Validation.Run run) {
        try (Interrupts interrupts = new Interrupts(run, terminal)) {
            RunOutcome outcome;
            try (Progress _ = new Progress(terminal, run.board())) {
                outcome = run.execute();
            }
            if (interrupts.isUnderway()) {
                // The process ends with this block: what is to be said is said here.
                print(before == null ? List.of(outcome) : List.of(before, outcome));
            }
            return outcome;
        }
    }

    private void print(List<RunOutcome> outcomes) {
        if (json) {
            Map<String, @Nullable Object> document = OutcomeDocument.of(outcomes.getFirst());
            outcomes.stream().skip(1).forEach(next -> document.put("then_l1", OutcomeDocument.of(next)));
            Json.print(terminal.out(), document);
        } else {
            outcomes.forEach(new Report(terminal)::print);
        }
    }

    private DecisionMaker decisions(Workspace place) {
        if (onEscalation == null) {
            onEscalation = validation.view(place).settings().onEscalation();
        }
        if (!DecisionMaker.CHOICES.contains(onEscalation)) {
            throw wrong("--on-escalation must be one of %s, not '%s'"
                    .formatted(String.join(", ", DecisionMaker.CHOICES), onEscalation));
        }
        if (!relax.isEmpty() && !onEscalation.equals(EscalationOption.RELAX.code())) {
            throw wrong("--relax needs --on-escalation relax");
        }
        return new DecisionMaker(validation, terminal, onEscalation, relax);
    }

    /// Before the run, not after it.
    private void checkThresholds(Workspace place) {
        TierProtocol protocol = validation.view(place).protocols().get(tier);
        if (protocol != null) {
            try {
                Relaxation.to(tier, protocol.gates(), relax);
            } catch (IllegalArgumentException e) {
                throw wrong("--relax: " + e.getMessage());
            }
        }
    }

    private RunRequest request() {
        if (workers != null && (workers < 1 || workers > 4)) {
            throw wrong("--workers must be from 1 to 4, not " + workers);
        }
        if (thenL1 && tier != Tier.L0) {
            throw wrong("--then-l1 follows --tier L0");
        }
        if (queueSize != null && queueSize < 1) {
            throw wrong("--queue-size must be 1 or more, not " + queueSize);
        }
        if (timeout != null && timeout < 1) {
            throw wrong("--timeout must be 1 second or more, not " + timeout);
        }
        return new RunRequest(
                tier,
                optional(workers),
                optional(queueSize),
                strategies.stream().map(this::id).toList(),
                optional(timeout));
    }

    private static OptionalInt optional(@Nullable Integer value) {
        return value == null ? OptionalInt.empty() : OptionalInt.of(value);
    }

    private StrategyId id(String text) {
        return StrategyId.parse(text)
                .orElseThrow(() -> wrong("--strategy must be STR- and three or more digits, not '" + text + "'"));
    }

    private ParameterException wrong(String message) {
        if (spec == null) {
            throw new IllegalStateException("picocli fills the spec in");
        }
        return new ParameterException(spec.commandLine(), message);
    }
}
