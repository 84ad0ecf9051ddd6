package io.github.parallelvalidation.cli;

import io.github.parallelvalidation.display.OptionText;
import io.github.parallelvalidation.escalation.Decision;
import io.github.parallelvalidation.escalation.OptionPreview;
import io.github.parallelvalidation.escalation.OptionPreviews;
import io.github.parallelvalidation.journal.RunOutcome;
import io.github.parallelvalidation.report.RunDocument;
import io.github.parallelvalidation.run.Validation;
import io.github.parallelvalidation.run.WorkspaceView;
import io.github.parallelvalidation.schema.Schema;
import io.github.parallelvalidation.settings.EscalationOption;
import io.github.parallelvalidation.workspace.Problem;
import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.StrategyId;
import io.github.parallelvalidation.workspace.Workspace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/// The `decide` command: answers a question that a run left open.
@Command(name = "decide", description = "Answers a question that a run left open.")
final class DecideCommand implements Callable<Integer> {
    private final Validation validation;
    private final Terminal terminal;

    @Mixin
    private WorkspaceArgument workspace = new WorkspaceArgument();

    @Option(
            names = "--with",
            required = true,
            paramLabel = "ANSWER",
            converter = Answers.class,
            description =
                    "continue, retry, relax or meeting. What follows from it, a retry or the next tier, runs at once.")
    private EscalationOption answer = EscalationOption.CONTINUE;

    @Option(names = "--run", paramLabel = "RUN", description = "The run that asks (default: the newest one that does).")
    private @Nullable String run;

    @Option(
            names = "--strategy",
            paramLabel = "STR-NNN",
            description = "With retry: this one; may be given more than once (default: those without a result).")
    private List<String> strategies = new ArrayList<>();

    @Option(names = "--timeout", paramLabel = "SECONDS", description = "With retry: the time limit of one attempt.")
    private @Nullable Integer timeout;

    @Option(
            names = "--relax",
            paramLabel = "NAME=VALUE",
            description = "With relax: this threshold; default: every failed one a tenth looser.")
    private Map<String, Double> relax = new LinkedHashMap<>();

    @Mixin
    private TrustOption trust = new TrustOption();

    @Option(names = "--json", description = "One JSON document on standard output.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    /// An option by its name in lower case.
    static final class Answers implements ITypeConverter<EscalationOption> {
        @Override
        public EscalationOption convert(String word) {
            return EscalationOption.parse(word)
                    .orElseThrow(() -> new TypeConversionException(
                            "must be " + EscalationOption.alternatives() + ", not '" + word + "'"));
        }
    }

    DecideCommand(Validation validation, Terminal terminal) {
        this.validation = validation;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Workspace chosen = workspace.find();
        WorkspaceView view = validation.view(chosen);
        RunOutcome open = open(view);
        String runId = open.plan().runId();
        Decision decision = decision(chosen, open);
        trust.settle(validation, () -> validation.requireAcceptedToDecide(chosen, runId, decision));
        RunOutcome decided = validation.decide(chosen, runId, decision);
        List<RunOutcome> outcomes =
                new FollowUpLoop(validation, terminal, view, runs -> print(chosen, runs)).follow(decided);
        print(chosen, outcomes);
        return ExitStatus.of(outcomes);
    }

    private void print(Workspace chosen, List<RunOutcome> outcomes) {
        if (json) {
            Json.print(terminal.out(), Schema.RUN, RunDocument.of(outcomes));
        } else {
            outcomes.forEach(new OutcomePrinter(terminal, chosen)::print);
        }
    }

    private Decision decision(Workspace chosen, RunOutcome open) {
        boolean isRetry = answer == EscalationOption.RETRY;
        if (!isRetry && (timeout != null || !strategies.isEmpty())) {
            throw wrong("--strategy and --timeout go with --with retry");
        }
        if (timeout != null && timeout < 1) {
            throw wrong("--timeout must be 1 second or more, not " + timeout);
        }
        if (answer != EscalationOption.RELAX && !relax.isEmpty()) {
            throw wrong("--relax needs --with relax");
        }
        try {
            OptionPreviews previews = validation.previews(chosen, open);
            List<StrategyId> again = DecisionWords.strategies(strategies, previews.choice());
            terminal.err().println(OptionText.price(preview(previews, again)));
            return new Decision(
                    answer,
                    Decision.By.CLI,
                    Instant.now(),
                    relax,
                    new Decision.Retry(again, timeout == null ? OptionalInt.empty() : OptionalInt.of(timeout)));
        } catch (IllegalArgumentException e) {
            throw wrong(e.getMessage());
        }
    }

    /// What the answer costs and may bring.
    ///
    /// @param again with retry: these; empty: those that it takes by itself
    private OptionPreview preview(OptionPreviews previews, List<StrategyId> again) {
        return switch (answer) {
            case RELAX -> previews.relax(relax);
            case RETRY -> again.isEmpty() ? previews.of(answer) : previews.retry(again);
            case CONTINUE, MEETING -> previews.of(answer);
        };
    }

    private ParameterException wrong(@Nullable String message) {
        if (spec == null) {
            throw new IllegalStateException("picocli fills the spec in");
        }
        return new ParameterException(spec.commandLine(), String.valueOf(message));
    }

    private RunOutcome open(WorkspaceView view) {
        return view.openQuestions().stream()
                .filter(asked -> run == null || asked.plan().runId().equals(run))
                .findFirst()
                .orElseThrow(() -> new ProblemException(view.errors().stream()
                        .findFirst()
                        .orElseGet(() -> Problem.of(
                                view.workspace().pipeline(),
                                run == null
                                        ? "no decision is waiting here"
                                        : "no decision is waiting on a run " + run))));
    }
}
