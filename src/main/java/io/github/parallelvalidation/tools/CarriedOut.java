package io.github.parallelvalidation.tools;

import io.github.parallelvalidation.display.OptionText;
import io.github.parallelvalidation.escalation.Decision;
import io.github.parallelvalidation.escalation.OptionPreviews;
import io.github.parallelvalidation.journal.RunOutcome;
import io.github.parallelvalidation.result.StrategyResult;
import io.github.parallelvalidation.run.FollowUps;
import io.github.parallelvalidation.run.ReachedRuns;
import io.github.parallelvalidation.run.RunSnapshot;
import io.github.parallelvalidation.run.Validation;
import io.github.parallelvalidation.settings.EscalationOption;
import io.github.parallelvalidation.workspace.StrategyId;
import io.github.parallelvalidation.workspace.Workspace;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Carries out what follows a run for somebody who acts for a person: policies as they are set, questions to the person
/// where the caller can ask, else they stay open.
record CarriedOut(Validation validation, Workspace workspace, Clock clock) {
    private static final long LOOK_MILLIS = 200;

    /// @return the last run of each tier
    List<RunOutcome> follow(RunOutcome ended, Caller caller) throws InterruptedException {
        return new FollowUps<InterruptedException>(validation, workspace, clock, new FollowUps.Client<>() {
                    @Override
                    public RunOutcome run(Validation.Run run, ReachedRuns before) throws InterruptedException {
                        return CarriedOut.this.run(run, caller);
                    }

                    @Override
                    public Optional<Decision> ask(RunOutcome asked) {
                        return CarriedOut.this.ask(asked, caller).map(choice -> decision(choice, Decision.By.CLIENT));
                    }
                })
                .follow(ended)
                .list();
    }

    /// What a first run and what followed it at its tier have come to, each strategy once.
    List<StrategyResult> standing(RunOutcome first, RunOutcome last) {
        Map<StrategyId, StrategyResult> standing = new LinkedHashMap<>();
        Stream.of(first, last)
                .flatMap(run -> run.strategies().stream())
                .forEach(result -> standing.put(result.id(), result));
        return List.copyOf(standing.values());
    }

    /// Runs to the end; stops when the caller has gone away.
    RunOutcome run(Validation.Run run, Caller caller) throws InterruptedException {
        Thread watching = Thread.ofVirtual().start(() -> watch(run, caller));
        try {
            return run.execute();
        } finally {
            watching.interrupt();
            watching.join();
        }
    }

    private static void watch(Validation.Run run, Caller caller) {
        try {
            while (true) {
                Thread.sleep(LOOK_MILLIS);
                if (caller.hasGoneAway()) {
                    run.cancel();
                }
                RunSnapshot now = run.board().snapshot();
                int finished = now.summary().total();
                caller.progress(
                        now.planned() == 0 ? 0 : (double) finished / now.planned(),
                        "%d of %d judged".formatted(finished, now.planned()));
            }
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    RunOutcome decide(RunOutcome run, EscalationOption choice, Decision.By by) {
        return validation.decide(workspace, run.plan().runId(), decision(choice, by));
    }

    private Decision decision(EscalationOption choice, Decision.By by) {
        return new Decision(choice, by, clock.instant(), Map.of());
    }

    private Optional<EscalationOption> ask(RunOutcome run, Caller caller) {
        if (!caller.canAskAPerson()) {
            return Optional.empty();
        }
        OptionPreviews previews = validation.previews(workspace, run);
        return caller.ask(question(run, previews), EscalationOption.CHOICES);
    }

    /// The question with the price of each choice.
    static String question(RunOutcome run, OptionPreviews previews) {
        StringBuilder text = new StringBuilder("Run %s: %s. What is to be done?"
                .formatted(
                        run.plan().runId(),
                        OptionText.question(previews.summary(), run.plan().tier())));
        EscalationOption.CHOICES.forEach(option -> text.append("\n- %s: %s. %s"
                .formatted(
                        option.code(), OptionText.title(previews.of(option)), OptionText.price(previews.of(option)))));
        return text.toString();
    }
}
