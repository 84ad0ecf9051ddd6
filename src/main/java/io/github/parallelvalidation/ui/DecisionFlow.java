package io.github.parallelvalidation.ui;

import io.github.parallelvalidation.escalation.Decision;
import io.github.parallelvalidation.escalation.Escalation;
import io.github.parallelvalidation.escalation.EscalationOption;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.merge.StrategyResult;
import io.github.parallelvalidation.plan.RunRequest;
import io.github.parallelvalidation.run.RunOutcome;
import io.github.parallelvalidation.run.Validation;
import io.github.parallelvalidation.run.WorkspaceView;
import io.github.parallelvalidation.settings.Settings;
import io.github.parallelvalidation.settings.TierProtocol;
import io.github.parallelvalidation.workspace.Workspace;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/// From a run's question to a decision that is written down.
record DecisionFlow(Validation validation, Dialogs dialogs, Work work, InstantSource clock) {

    /// @param view the workspace as it was last read, for its gates
    void ask(
            Workspace workspace,
            RunOutcome outcome,
            Optional<WorkspaceView> view,
            Consumer<RunOutcome> decided,
            Consumer<Banner> failed) {
        Tier tier = outcome.plan().tier();
        double threshold =
                view.map(WorkspaceView::settings).orElse(Settings.DEFAULT).autoEscalateThreshold();
        TierProtocol protocol = view.map(seen -> seen.protocols().get(tier)).orElse(TierProtocol.defaults(tier));
        DecisionCase question = DecisionCase.of(outcome, threshold, protocol.gates());
        dialogs.decide(
                question,
                option -> work.call(
                        "Writing the decision",
                        () -> validation.decide(workspace, outcome.plan().runId(), decision(question, option)),
                        decided,
                        failed));
    }

    private Decision decision(DecisionCase question, EscalationOption option) {
        Map<String, Double> thresholds =
                option == EscalationOption.RELAX ? question.relaxation().moved() : Map.of();
        return new Decision(option, Decision.By.GUI, clock.instant(), thresholds);
    }
}
