package io.github.parallelvalidation.run;

import io.github.parallelvalidation.display.ResemblanceText;
import io.github.parallelvalidation.escalation.Decision;
import io.github.parallelvalidation.escalation.Escalation;
import io.github.parallelvalidation.escalation.OptionPreviews;
import io.github.parallelvalidation.escalation.Relaxation;
import io.github.parallelvalidation.escalation.RunEvidence;
import io.github.parallelvalidation.journal.ChangedSince;
import io.github.parallelvalidation.journal.DecisionFile;
import io.github.parallelvalidation.journal.RunChain;
import io.github.parallelvalidation.journal.RunFile;
import io.github.parallelvalidation.journal.RunOutcome;
import io.github.parallelvalidation.journal.RunPreviews;
import io.github.parallelvalidation.luck.RunLuck;
import io.github.parallelvalidation.metrics.Alerts;
import io.github.parallelvalidation.plan.ExecutionPlan;
import io.github.parallelvalidation.plan.RequestException;
import io.github.parallelvalidation.result.StrategyResult;
import io.github.parallelvalidation.settings.EscalationOption;
import io.github.parallelvalidation.trials.Trial;
import io.github.parallelvalidation.trust.Accepted;
import io.github.parallelvalidation.trust.NotAcceptedException;
import io.github.parallelvalidation.workspace.OwnFile;
import io.github.parallelvalidation.workspace.Problem;
import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.StrategyId;
import io.github.parallelvalidation.workspace.Workspace;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Carries out a decision about a finished run. The caller holds the lock.
///
/// The decision is written into the run's file first, and the closing line comes last: cut off in between,
/// the run is an interrupted one, and taking it up carries out the rest.
final class DecisionHandler {
    private final Workspace workspace;
    private final Accepted accepted;
    private final Clock clock;

    /// @param accepted what of the workspace's programs is accepted now
    DecisionHandler(Workspace workspace, Accepted accepted, Clock clock) {
        this.workspace = workspace;
        this.accepted = accepted;
        this.clock = clock;
    }

    /// What a decision comes to, with all that it is reached from; nothing of it is written yet.
    private record Prepared(
            RunFile file,
            RunInputs inputs,
            Escalation question,
            Decision made,
            OptionPreviews previews,
            Relaxation relaxation,
            RunOutcome decided) {}

    /// Makes sure that the programs of all that would follow a decision were accepted; nothing is written.
    ///
    /// @throws NotAcceptedException when they were not
    void requireAccepted(String runId, Decision decision) {
        try {
            Optional<RunFile> file = RunFile.find(workspace, runId);
            if (file.isPresent() && namesMore(file.get().plan())) {
                prepare(runId, decision);
            }
        } catch (ProblemException saidUnderTheLock) {
            // Another run may just be writing what was read.
            return;
        }
    }

    private boolean namesMore(ExecutionPlan plan) {
        return !RunInputs.read(workspace, plan.tier(), accepted).programs().areAccepted(plan.ids());
    }

    /// @throws NotAcceptedException when what follows would start programs that were not accepted; nothing is
    ///     decided
    /// @throws RequestException when somebody was faster
    /// @throws RunStoppedException when a record cannot be written although others are
    RunOutcome decide(String runId, Decision decision) {
        Prepared prepared = prepare(runId, decision);
        DecisionFile.write(
                workspace.decision(runId),
                runId,
                prepared.question(),
                prepared.made(),
                prepared.previews(),
                prepared.relaxation());
        try {
            prepared.file().summarise(prepared.decided());
            return new DecisionRecorder(workspace, prepared.inputs(), prepared.file(), clock)
                    .write(prepared.made(), prepared.decided());
        } catch (ProblemException e) {
            throw new RunStoppedException(
                    e,
                    "The answer about run %s was not carried out to its end. Once the following is mended, resume the run with --resume, or answer again where it still asks."
                            .formatted(runId));
        }
    }

    private Prepared prepare(String runId, Decision decision) {
        RunFile file = RunFile.find(workspace, runId).orElseGet(() -> new RunFile(workspace.plan(runId)));
        RunOutcome outcome = file.outcome()
                .orElseThrow(
                        () -> new ProblemException(Problem.of(file.path(), "this run has no summary to decide on")));
        Escalation question = open(file, outcome);
        RunInputs inputs = RunInputs.read(workspace, outcome.plan().tier(), accepted);
        OptionPreviews previews = RunPreviews.of(workspace, outcome);
        Relaxation priced = previews.relax(decision.thresholds()).relaxation();
        Relaxation relaxation = priced.sparing(ChangedSince.byRules(workspace, priced.passes(previews.results())));
        requireWritable(file, runId, decision.option());
        Decision made = inFull(decision, relaxation, previews);
        RunOutcome decided = decided(inputs, outcome, question.with(made), relaxation, previews);
        requireAccepted(inputs, decided);
        return new Prepared(file, inputs, question, made, previews, relaxation, decided);
    }

    /// A decision whose retry could not start would be answered by nothing.
    ///
    /// @throws RequestException when none of those that it would run again is there any more
    private void requireAccepted(RunInputs inputs, RunOutcome decided) {
        FollowUp next = FollowUp.after(
                RunChain.read(workspace, decided).rounds(),
                inputs.settings(),
                decided.plan().link().wishes());
        if (!(next instanceof FollowUp.Start start)) {
            return;
        }
        boolean isRetry = start.request().link().follows().isPresent();
        if (isRetry && start.among(inputs.queue()) instanceof FollowUp.Done) {
            throw new RequestException("nothing is left to retry: " + String.join("; ", start.leftOut(inputs.queue()))
                    + ". Nothing was decided");
        }
        inputs.programs().require(start.request().strategies());
    }

    /// What passes now may be the same idea as another pass.
    private List<StrategyResult> resemblances(RunInputs inputs, String runId, List<StrategyResult> results) {
        List<Trial> trials = inputs.trials().stream()
                .filter(trial -> trial.runId().equals(runId))
                .toList();
        return new Resemblance(workspace, inputs, runId, trials).mark(results);
    }

    /// What an alert says of the results is said of them as they are now.
    private static List<String> alerts(RunOutcome before, List<StrategyResult> results) {
        List<String> alerts = new ArrayList<>(ResemblanceText.ideas(results));
        Optional<String> fewPassed = Alerts.fewPasses(before.strategies());
        before.alerts().stream()
                .filter(alert -> !ResemblanceText.ideas(before.strategies()).contains(alert))
                .flatMap(alert -> fewPassed.filter(alert::equals).isPresent()
                        ? Alerts.fewPasses(results).stream()
                        : Stream.of(alert))
                .forEach(alerts::add);
        return alerts;
    }

    /// A link in the place of a record is refused before any of them is written.
    private void requireWritable(RunFile file, String runId, EscalationOption option) {
        OwnFile.require(file.path());
        OwnFile.require(workspace.decision(runId));
        if (option == EscalationOption.MEETING) {
            OwnFile.require(workspace.meetingRequest(runId));
        }
    }

    private RunOutcome decided(
            RunInputs inputs, RunOutcome outcome, Escalation question, Relaxation relaxation, OptionPreviews previews) {
        boolean relaxes = question.decided()
                .filter(made -> made.option() == EscalationOption.RELAX)
                .isPresent();
        List<StrategyResult> results = relaxes
                ? resemblances(inputs, outcome.plan().runId(), relaxed(relaxation, outcome, previews))
                : outcome.strategies();
        return new RunOutcome(
                outcome.plan(),
                false,
                outcome.cancelled(),
                results,
                relaxes ? luck(relaxation, outcome, results, previews) : outcome.luck(),
                outcome.timing(),
                question,
                Stream.concat(
                                alerts(outcome, results).stream(),
                                relaxes ? spared(relaxation, previews).stream() : Stream.empty())
                        .toList());
    }

    /// Who would pass by old figures, and is another strategy now.
    private static List<String> spared(Relaxation relaxation, OptionPreviews previews) {
        Relaxation ofAll = Relaxation.to(relaxation.tier(), relaxation.original(), relaxation.moved());
        return ofAll.passes(previews.results()).stream()
                .map(StrategyResult::id)
                .filter(relaxation.spared()::contains)
                .map(id ->
                        id + " was changed since this run judged it, its rules or its entry in the queue: no gate was"
                                + " relaxed for it; validate it again")
                .toList();
    }

    /// What a newer run has judged again keeps the verdict that it had in this one.
    private static List<StrategyResult> relaxed(Relaxation relaxation, RunOutcome outcome, OptionPreviews previews) {
        Map<StrategyId, StrategyResult> after = new HashMap<>();
        relaxation.apply(previews.results(), previews.evidence()).forEach(result -> after.put(result.id(), result));
        return outcome.strategies().stream()
                .map(before -> after.getOrDefault(before.id(), before))
                .toList();
    }

    /// That of the whole run, as its results are then.
    private static @Nullable RunLuck luck(
            Relaxation relaxation, RunOutcome outcome, List<StrategyResult> results, OptionPreviews previews) {
        Set<StrategyId> kept =
                outcome.strategies().stream().map(StrategyResult::id).collect(Collectors.toSet());
        previews.results().forEach(result -> kept.remove(result.id()));
        RunEvidence evidence =
                RunEvidence.of(outcome.luck(), previews.evidence().worlds(), outcome.strategies());
        return relaxation.runLuck(results, evidence, kept);
    }

    /// Carries out the rest of a decision that was cut off, where there is one.
    Optional<RunOutcome> resume(RunFile file, RunInputs inputs, RunOutcome outcome) {
        return outcome.decision()
                .map(made -> new DecisionRecorder(workspace, inputs, file, clock).write(made, outcome));
    }

    /// What was left to the default is spelt out, for the record.
    private static Decision inFull(Decision decision, Relaxation relaxation, OptionPreviews previews) {
        Decision.Retry retry = decision.retry();
        return switch (decision.option()) {
            case RELAX ->
                new Decision(
                        decision.option(),
                        decision.decidedBy(),
                        decision.at(),
                        relaxation.moved(),
                        relaxation.insteadOf(),
                        Decision.Retry.BY_DEFAULT);
            case RETRY ->
                new Decision(
                        decision.option(),
                        decision.decidedBy(),
                        decision.at(),
                        Map.of(),
                        new Decision.Retry(
                                retry.strategies().isEmpty() ? previews.choice().byDefault() : retry.strategies(),
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
            throw new RequestException("the question about run %s was answered already: %s, at %s"
                    .formatted(
                            outcome.plan().runId(),
                            made.option().code(),
                            made.at().truncatedTo(ChronoUnit.SECONDS)));
        });
        return question;
    }
}
