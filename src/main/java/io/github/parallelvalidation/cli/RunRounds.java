package io.github.parallelvalidation.cli;

import io.github.parallelvalidation.journal.OutcomeDocument;
import io.github.parallelvalidation.journal.RunOutcome;
import io.github.parallelvalidation.plan.RunRequest;
import io.github.parallelvalidation.run.NextTier;
import io.github.parallelvalidation.run.Validation;
import io.github.parallelvalidation.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One run with what follows from it: the decision about it, its retry, the next tier.
final class RunRounds {
    private final Validation validation;
    private final Terminal terminal;
    private final Workspace place;
    private final DecisionMaker decisions;
    private final boolean thenL1;
    private final Consumer<List<RunOutcome>> lastWords;

    /// What there is to print when the run that follows it is interrupted.
    private @Nullable RunOutcome before;

    /// @param lastWords prints what was reached when the process is stopped in the middle
    RunRounds(
            Validation validation,
            Terminal terminal,
            Workspace place,
            DecisionMaker decisions,
            boolean thenL1,
            Consumer<List<RunOutcome>> lastWords) {
        this.validation = validation;
        this.terminal = terminal;
        this.place = place;
        this.decisions = decisions;
        this.thenL1 = thenL1;
        this.lastWords = lastWords;
    }

    /// @return the run, or its retry, and after it the run of the next tier where there was one
    List<RunOutcome> follow(Validation.Run first) {
        List<RunOutcome> rounds = decided(first);
        List<RunOutcome> outcomes = new ArrayList<>(List.of(rounds.getLast()));
        next(rounds).ifPresent(next -> {
            before = rounds.getLast();
            outcomes.add(decided(validation.start(place, next)).getLast());
        });
        return List.copyOf(outcomes);
    }

    /// A run and the next tier's as one document.
    static Map<String, @Nullable Object> document(List<RunOutcome> outcomes) {
        Map<String, @Nullable Object> document = OutcomeDocument.of(outcomes.getFirst());
        outcomes.stream().skip(1).forEach(next -> document.put("then_l1", OutcomeDocument.of(next)));
        return document;
    }

    /// The run after the decision about it, and the retry where that was the decision. It is retried once; what still
    /// fails then is for a person to decide.
    private List<RunOutcome> decided(Validation.Run run) {
        return retried(decisions.decide(place, run(run)));
    }

    /// A run that was decided on, and its retry where that was the decision.
    List<RunOutcome> retried(RunOutcome decided) {
        return decided.retry()
                .map(again -> List.of(decided, run(validation.start(place, again))))
                .orElse(List.of(decided));
    }

    private Optional<RunRequest> next(List<RunOutcome> rounds) {
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
                lastWords.accept(before == null ? List.of(outcome) : List.of(before, outcome));
            }
            return outcome;
        }
    }
}
