package io.github.parallelvalidation.run;

import io.github.parallelvalidation.escalation.Decision;
import io.github.parallelvalidation.escalation.DecisionFile;
import io.github.parallelvalidation.escalation.Escalation;
import io.github.parallelvalidation.escalation.EscalationOption;
import io.github.parallelvalidation.escalation.MeetingRequest;
import io.github.parallelvalidation.escalation.Relaxation;
import io.github.parallelvalidation.escalation.RetryChoice;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.gate.TierGates;
import io.github.parallelvalidation.journal.OpenQuestions;
import io.github.parallelvalidation.journal.RunFile;
import io.github.parallelvalidation.journal.RunOutcome;
import io.github.parallelvalidation.knowledge.LearningsFile;
import io.github.parallelvalidation.metrics.MetricsHistory;
import io.github.parallelvalidation.queue.QueueFile;
import io.github.parallelvalidation.queue.StatusChange;
import io.github.parallelvalidation.result.StrategyResult;
import io.github.parallelvalidation.settings.TierProtocolFile;
import io.github.parallelvalidation.trials.TrialLedger;
import io.github.parallelvalidation.workspace.OwnFile;
import io.github.parallelvalidation.workspace.Problem;
import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.StrategyId;
import io.github.parallelvalidation.workspace.Workspace;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Carries out what was decided about a finished run. The caller holds the lock.
///
/// The decision is written into the run's file first, and the closing line comes last: cut off in between,
/// the run is an interrupted one, and taking it up carries out the rest.
record DecisionDesk(Workspace workspace, Clock clock) {

    RunOutcome decide(String runId, Decision decision) {
        RunFile file = new RunFile(workspace.plan(runId));
        RunOutcome outcome = file.read()
                .outcome()
                .orElseThrow(
                        () -> new ProblemException(Problem.of(file.path(), "this run has no summary to decide on")));
        Escalation question = open(file, outcome);
        Set<StrategyId> since = new OpenQuestions(workspace).judgedSince(runId);
        RunInputs inputs = RunInputs.read(workspace, outcome.plan().tier());
        Relaxation relaxation = relaxation(inputs.protocol().gates(), outcome, decision);
        requireWritable(file, runId, decision.option());
        boolean relaxes = decision.option() == EscalationOption.RELAX;
        Decision made = inFull(decision, relaxation, outcome, since);
        RunOutcome decided = new RunOutcome(
                outcome.plan(),
                false,
                outcome.cancelled(),
                relaxes ? relaxed(relaxation, outcome, since) : outcome.strategies(),
                outcome.timing(),
                question.with(made),
                outcome.alerts());
        DecisionFile.write(workspace.decision(runId), runId, question, made, relaxation, outcome.strategies());
        file.summarise(decided);
        carryOut(made, decided, file);
        return decided;
    }

    /// A link in the place of a record is refused before any of them is written.
    private void requireWritable(RunFile file, String runId, EscalationOption option) {
        OwnFile.require(file.path());
        OwnFile.require(workspace.decision(runId));
        if (option == EscalationOption.MEETING) {
            OwnFile.require(workspace.meetingRequest(runId));
        }
    }

    /// What a newer run has judged again keeps the verdict that it had in this one.
    private static List<StrategyResult> relaxed(Relaxation relaxation, RunOutcome outcome, Set<StrategyId> since) {
        return relaxation.apply(outcome.strategies()).stream()
                .map(after -> since.contains(after.id())
                        ? outcome.strategies().stream()
                                .filter(before -> before.id().equals(after.id()))
                                .findFirst()
                                .orElse(after)
                        : after)
                .toList();
    }

    /// Carries out the rest of a decision that was cut off, where there is one.
    Optional<RunOutcome> takeUp(RunFile file, RunOutcome outcome) {
        Optional<Decision> made = Optional.ofNullable(outcome.escalation()).flatMap(Escalation::decided);
        made.ifPresent(decision -> carryOut(decision, outcome, file));
        return made.map(_ -> outcome);
    }

    /// What was left to the default is spelt out, for the record.
    private static Decision inFull(
            Decision decision, Relaxation relaxation, RunOutcome outcome, Set<StrategyId> since) {
        Decision.Retry retry = decision.retry();
        return switch (decision.option()) {
            case RELAX -> new Decision(decision.option(), decision.decidedBy(), decision.at(), relaxation.moved());
            case RETRY ->
                new Decision(
                        decision.option(),
                        decision.decidedBy(),
                        decision.at(),
                        Map.of(),
                        new Decision.Retry(
                                retry.strategies().isEmpty()
                                        ? RetryChoice.of(outcome.strategies().stream()
                                                        .filter(result -> !since.contains(result.id()))
                                                        .toList())
                                                .byDefault()
                                        : retry.strategies(),
                                retry.timeoutSeconds()));
            case MEETING, CONTINUE -> decision;
        };
    }

    private static Escalation open(RunFile file, RunOutcome outcome) {
        Escalation question = outcome.escalation();
        if (question == null) {
            throw new ProblemException(Problem.of(file.path(), "this run asks for no decision"));
        }
        question.decided().ifPresent(made -> {
            throw new ProblemException(Problem.of(
                    file.path(),
                    "was decided already: %s, at %s".formatted(made.option().code(), made.at())));
        });
        return question;
    }

    private static Relaxation relaxation(TierGates gates, RunOutcome outcome, Decision decision) {
        return decision.thresholds().isEmpty()
                ? Relaxation.byDefault(outcome.plan().tier(), gates, outcome.strategies())
                : Relaxation.to(outcome.plan().tier(), gates, decision.thresholds());
    }

    /// A lesson that a file of others refuses undoes no decision.
    private void remember(RunOutcome decided, RunFile file) {
        Tier tier = decided.plan().tier();
        List<String> lessons = new Lessons(workspace, tier)
                .ofRelaxed(
                        decided.strategies(),
                        TierProtocolFile.read(workspace.protocol(), tier).gates());
        LocalDate day = LocalDate.ofInstant(decided.plan().startedAt(), ZoneOffset.UTC);
        List<String> refused = new ArrayList<>();
        RunRecords.unlessRefused(refused, () -> new LearningsFile(workspace).add(lessons, day));
        if (!refused.isEmpty()) {
            List<String> alerts = new ArrayList<>(decided.alerts());
            refused.stream().filter(alert -> !alerts.contains(alert)).forEach(alerts::add);
            file.summarise(decided.with(decided.timing(), alerts));
        }
    }

    /// What follows from a decision; may be repeated.
    ///
    /// @param decided the run with its decision, and with the passes that it made
    private void carryOut(Decision decision, RunOutcome decided, RunFile file) {
        String runId = decided.plan().runId();
        switch (decision.option()) {
            case CONTINUE, RETRY -> {}
            case MEETING ->
                MeetingRequest.write(
                        workspace.meetingRequest(runId),
                        runId,
                        decided.plan().tier(),
                        decision.at(),
                        decided.strategies());
            case RELAX -> {
                TrialLedger ledger = new TrialLedger(workspace.trials());
                ledger.add(RelaxedTrials.of(decided, ledger.read()));
                List<StatusChange> changes = decided.strategies().stream()
                        .filter(result -> !result.relaxedGates().isEmpty())
                        .map(result -> RunRecords.finish(result, decision.at()))
                        .toList();
                new QueueFile(workspace.queue()).update(changes);
                remember(decided, file);
            }
        }
        new MetricsHistory(workspace.history()).decide(runId, decision.option().code(), decided.strategies());
        if (new OpenQuestions(workspace).isNewest(runId)) {
            Bootstrap.update(workspace, decided, new QueueFile(workspace.queue()).read(), clock.instant());
        }
        file.finish(clock.instant());
    }
}
