package io.github.parallelvalidation.ui.model;

import io.github.parallelvalidation.escalation.Decision;
import io.github.parallelvalidation.journal.RunOutcome;
import io.github.parallelvalidation.run.FollowUp;
import io.github.parallelvalidation.run.Validation;
import io.github.parallelvalidation.run.WorkspaceView;
import io.github.parallelvalidation.settings.Settings;
import io.github.parallelvalidation.ui.decision.DecisionCase;
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

    DecisionFlow(Validation validation, Dialogs dialogs, BackgroundWork work, InstantSource clock) {
        this.validation = validation;
        this.dialogs = dialogs;
        this.work = work;
        this.clock = clock;
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
                "Reading the luck of the run",
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
        dialogs.decide(
                question,
                answer -> work.call(
                        "Writing the decision",
                        () -> {
                            if (answer.remember()) {
                                validation.remember(workspace, answer.option());
                            }
                            return decide(workspace, outcome, answer.by(Decision.By.GUI, clock.instant()));
                        },
                        decided,
                        failed));
    }

    /// Decides as the policy says.
    void byPolicy(
            Workspace workspace,
            RunOutcome outcome,
            FollowUp.Decide policy,
            Consumer<RunOutcome> decided,
            Consumer<Banner> failed) {
        work.call(
                "Writing the decision", () -> decide(workspace, outcome, policy.at(clock.instant())), decided, failed);
    }

    private RunOutcome decide(Workspace workspace, RunOutcome outcome, Decision decision) {
        return validation.decide(workspace, outcome.plan().runId(), decision);
    }
}
