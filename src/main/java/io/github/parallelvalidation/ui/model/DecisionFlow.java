package io.github.parallelvalidation.ui.model;

import io.github.parallelvalidation.escalation.Decision;
import io.github.parallelvalidation.escalation.Escalation;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.journal.RunOutcome;
import io.github.parallelvalidation.run.FollowUp;
import io.github.parallelvalidation.run.Validation;
import io.github.parallelvalidation.run.WorkspaceView;
import io.github.parallelvalidation.settings.EscalationOption;
import io.github.parallelvalidation.settings.Settings;
import io.github.parallelvalidation.settings.TierProtocol;
import io.github.parallelvalidation.ui.decision.DecisionAnswer;
import io.github.parallelvalidation.ui.decision.DecisionCase;
import io.github.parallelvalidation.workspace.Workspace;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Leads from a run's question to a recorded decision.
record DecisionFlow(Validation validation, Dialogs dialogs, BackgroundWork work, InstantSource clock) {

    /// Asks, whatever the policy is.
    ///
    /// @param view the workspace as it was last read, for its gates
    void ask(
            Workspace workspace,
            RunOutcome outcome,
            Optional<WorkspaceView> view,
            Consumer<RunOutcome> decided,
            Consumer<Banner> failed) {
        Tier tier = outcome.plan().tier();
        Settings settings = view.map(WorkspaceView::settings).orElse(Settings.DEFAULT);
        TierProtocol protocol = view.map(seen -> seen.protocols().get(tier)).orElse(TierProtocol.defaults(tier));
        DecisionCase question = DecisionCase.of(outcome, settings, protocol.gates());
        dialogs.decide(question, answer -> decide(workspace, outcome, answer, Decision.By.GUI, decided, failed));
    }

    /// Decides as the policy says.
    void byPolicy(
            Workspace workspace,
            RunOutcome outcome,
            FollowUp.Decide policy,
            Consumer<RunOutcome> decided,
            Consumer<Banner> failed) {
        DecisionAnswer answer =
                new DecisionAnswer(policy.option(), policy.thresholds(), Decision.Retry.BY_DEFAULT, false);
        decide(workspace, outcome, answer, Decision.By.POLICY, decided, failed);
    }

    /// The decision about a run.
    static @Nullable EscalationOption option(RunOutcome outcome) {
        return Optional.ofNullable(outcome.escalation())
                .flatMap(Escalation::decided)
                .map(Decision::option)
                .orElse(null);
    }

    private void decide(
            Workspace workspace,
            RunOutcome outcome,
            DecisionAnswer answer,
            Decision.By by,
            Consumer<RunOutcome> decided,
            Consumer<Banner> failed) {
        work.call(
                "Writing the decision",
                () -> {
                    if (answer.remember()) {
                        validation.remember(workspace, answer.option());
                    }
                    return validation.decide(workspace, outcome.plan().runId(), answer.by(by, clock.instant()));
                },
                decided,
                failed);
    }
}
