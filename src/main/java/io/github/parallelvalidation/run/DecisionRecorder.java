package io.github.parallelvalidation.run;

import io.github.parallelvalidation.escalation.Decision;
import io.github.parallelvalidation.escalation.MeetingRequest;
import io.github.parallelvalidation.escalation.OptionPreviews;
import io.github.parallelvalidation.fix.AutoRetryQueue;
import io.github.parallelvalidation.journal.OpenQuestions;
import io.github.parallelvalidation.journal.RunFile;
import io.github.parallelvalidation.journal.RunOutcome;
import io.github.parallelvalidation.journal.RunPreviews;
import io.github.parallelvalidation.knowledge.LearningsFile;
import io.github.parallelvalidation.metrics.MetricsHistory;
import io.github.parallelvalidation.queue.QueueFile;
import io.github.parallelvalidation.queue.StatusChange;
import io.github.parallelvalidation.result.StrategyResult;
import io.github.parallelvalidation.trials.TrialLedger;
import io.github.parallelvalidation.workspace.StrategyId;
import io.github.parallelvalidation.workspace.Workspace;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Writes the records that follow from a decision, which is in the plan file already.
final class DecisionRecorder {
    private final Workspace workspace;
    private final RunInputs inputs;
    private final RunFile file;
    private final Clock clock;

    DecisionRecorder(Workspace workspace, RunInputs inputs, RunFile file, Clock clock) {
        this.workspace = workspace;
        this.inputs = inputs;
        this.file = file;
        this.clock = clock;
    }

    /// @param decided the run with its decision, and with the passes that it made
    RunOutcome write(Decision decision, RunOutcome decided) {
        List<RecordStep> steps = new ArrayList<>(ofOption(decision, decided));
        String runId = decided.plan().runId();
        steps.add(RecordStep.ofOurs(
                "metrics history",
                "the same decision is noted again",
                recorded -> new MetricsHistory(workspace.history())
                        .decide(
                                runId,
                                decision.option().code(),
                                decided.strategies(),
                                decided.luck(),
                                recorded.outcome().alerts())));
        steps.add(RecordStep.ofOurs("BOOTSTRAP.md", "our block is replaced", this::bootstrap));
        steps.add(RecordStep.ofOurs(
                "closing line", "the run is cut off until it is there", _ -> file.finish(clock.instant())));
        return RecordStep.all(steps, new RecordState(decided, inputs.queue())).outcome();
    }

    private List<RecordStep> ofOption(Decision decision, RunOutcome decided) {
        return switch (decision.option()) {
            case CONTINUE, RETRY -> List.of();
            case MEETING ->
                List.of(RecordStep.ofOurs(
                        "meeting request", "the file is replaced as a whole", _ -> request(decision, decided)));
            case RELAX ->
                List.of(
                        RecordStep.ofOurs(
                                "trial ledger", "lines that are there are not added again", _ -> ledger(decided)),
                        new RecordStep(
                                "queue", "the same pass twice is one pass", recorded -> queue(decision, recorded)),
                        RecordStep.unlessRefused(
                                "auto-retry queue",
                                "what is not in it is not taken out again",
                                _ -> AutoRetryQueue.remove(workspace, relaxed(decided))),
                        RecordStep.unlessRefused(
                                "learnings",
                                "a lesson that is there is not added again",
                                _ -> lessons(decision, decided)),
                        RecordStep.ofOurs(
                                "summary", "it is replaced as a whole", recorded -> alerts(decided, recorded)));
        };
    }

    private static Set<StrategyId> relaxed(RunOutcome decided) {
        return decided.strategies().stream()
                .filter(StrategyResult::isRelaxed)
                .map(StrategyResult::id)
                .collect(Collectors.toSet());
    }

    private void request(Decision decision, RunOutcome decided) {
        String runId = decided.plan().runId();
        OptionPreviews previews = RunPreviews.of(workspace, decided);
        MeetingRequest.write(
                workspace.meetingRequest(runId),
                runId,
                decided.plan().tier(),
                decision.at(),
                previews.results(),
                previews.evidence().luck());
    }

    private void ledger(RunOutcome decided) {
        new TrialLedger(workspace.trials()).add(RelaxedTrials.of(decided, inputs.trials()));
    }

    private RecordState queue(Decision decision, RecordState recorded) {
        List<StatusChange> passes = recorded.outcome().strategies().stream()
                .filter(StrategyResult::isRelaxed)
                .map(result ->
                        RunQueue.verdict(result, recorded.outcome().plan().tier(), decision.at()))
                .toList();
        QueueFile.Applied applied = new QueueFile(workspace.queue()).apply(passes);
        return new RecordState(recorded.outcome(), applied.queue());
    }

    private void lessons(Decision decision, RunOutcome decided) {
        Map<String, Double> usual = new HashMap<>(inputs.protocol().gates().thresholds());
        usual.putAll(decision.insteadOf());
        List<String> lessons = new Lessons(workspace, decided.plan().tier()).ofRelaxed(decided.strategies(), usual);
        new LearningsFile(workspace)
                .add(lessons, LocalDate.ofInstant(decided.plan().startedAt(), ZoneOffset.UTC));
    }

    /// The summary is there; only what was refused since is added.
    private void alerts(RunOutcome decided, RecordState recorded) {
        if (!recorded.outcome().alerts().equals(decided.alerts())) {
            file.summarise(recorded.outcome());
        }
    }

    /// It tells of the newest run, which need not be the one that was decided on.
    private void bootstrap(RecordState recorded) {
        RunOutcome decided = recorded.outcome();
        Optional<String> newest = new OpenQuestions(workspace)
                .newest()
                .filter(id -> !id.equals(decided.plan().runId()));
        RunOutcome told = newest.flatMap(id -> RunFile.outcome(workspace, id)).orElse(decided);
        BootstrapFile.update(workspace, told, recorded.queue(), clock.instant());
    }
}
