package io.github.parallelvalidation.ui.model;

import io.github.parallelvalidation.escalation.Decision;
import io.github.parallelvalidation.journal.RunOutcome;
import io.github.parallelvalidation.run.FollowUp;
import io.github.parallelvalidation.run.Validation;
import io.github.parallelvalidation.run.WorkspaceView;
import io.github.parallelvalidation.settings.EscalationOption;
import io.github.parallelvalidation.settings.Settings;
import io.github.parallelvalidation.trust.NotAcceptedException;
import io.github.parallelvalidation.ui.decision.DecisionCase;
import io.github.parallelvalidation.ui.text.Texts;
import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.Workspace;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;

/// Leads from a run's question to a recorded decision.
final class DecisionFlow {
    private final Validation validation;
    private final Dialogs dialogs;
    private final BackgroundWork work;
    private final InstantSource clock;
    private final TrustFlow trust;
    /// The question that was put last.
    private Optional<RunOutcome> asked = Optional.empty();

    DecisionFlow(Validation validation, Dialogs dialogs, BackgroundWork work, InstantSource clock, TrustFlow trust) {
        this.validation = validation;
        this.dialogs = dialogs;
        this.work = work;
        this.clock = clock;
        this.trust = trust;
    }

    Optional<RunOutcome> asked() {
        return asked;
    }

    /// Asks, whatever the policy is.
    ///
    /// @param view the workspace as it was last read, for its settings
    void ask(
            Workspace workspace,
            RunOutcome outcome,
            Optional<WorkspaceView> view,
            Consumer<RunOutcome> decided,
            Consumer<Banner> failed) {
        Settings settings = view.map(WorkspaceView::settings).orElse(Settings.DEFAULT);
        work.call(
                Texts.of("doing.luck"),
                () -> DecisionCase.of(outcome, settings, validation.previews(workspace, outcome)),
                question -> ask(workspace, outcome, question, decided, failed),
                failed);
    }

    private void ask(
            Workspace workspace,
            RunOutcome outcome,
            DecisionCase question,
            Consumer<RunOutcome> decided,
            Consumer<Banner> failed) {
        asked = Optional.of(outcome);
        dialogs.decide(question, answer -> {
            asked = Optional.empty();
            decide(
                    new Answered(
                            workspace,
                            outcome,
                            answer.by(Decision.By.GUI, clock.instant()),
                            answer.remember() ? Optional.of(answer.option()) : Optional.empty()),
                    decided,
                    failed);
        });
    }

    /// @param kept the answer that later runs get without asking
    private record Answered(
            Workspace workspace, RunOutcome outcome, Decision decision, Optional<EscalationOption> kept) {}

    /// Where what follows would start programs that were not accepted, nothing is written before that is
    /// answered.
    private void decide(Answered answer, Consumer<RunOutcome> decided, Consumer<Banner> failed) {
        work.call(Texts.of("doing.decision"), () -> report(answer, decided, failed), Runnable::run, failed);
    }

    private Runnable report(Answered answer, Consumer<RunOutcome> decided, Consumer<Banner> failed) {
        String runId = answer.outcome().plan().runId();
        try {
            validation.requireAcceptedToDecide(answer.workspace(), runId, answer.decision());
            RunOutcome outcome = validation.decide(answer.workspace(), runId, answer.decision());
            Optional<Banner> notKept = answer.kept().flatMap(option -> remember(answer.workspace(), option));
            return () -> {
                decided.accept(outcome);
                notKept.ifPresent(failed);
            };
        } catch (NotAcceptedException e) {
            return () -> trust.ask(e, () -> decide(answer, decided, failed));
        }
    }

    /// For later runs only: an answer that is not kept is given all the same.
    private Optional<Banner> remember(Workspace workspace, EscalationOption option) {
        try {
            validation.remember(workspace, option);
            return Optional.empty();
        } catch (ProblemException e) {
            return Optional.of(ErrorBanner.of(Texts.of("doing.decision"), e));
        }
    }

    /// Decides as the policy says.
    void byPolicy(
            Workspace workspace,
            RunOutcome outcome,
            FollowUp.Decide policy,
            Consumer<RunOutcome> decided,
            Consumer<Banner> failed) {
        decide(new Answered(workspace, outcome, policy.at(clock.instant()), Optional.empty()), decided, failed);
    }
}
