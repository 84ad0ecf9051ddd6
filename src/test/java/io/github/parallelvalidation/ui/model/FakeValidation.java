package io.github.parallelvalidation.ui.model;

import io.github.parallelvalidation.Trust;
import io.github.parallelvalidation.compare.Comparison;
import io.github.parallelvalidation.compare.ComparisonReader;
import io.github.parallelvalidation.escalation.Decision;
import io.github.parallelvalidation.escalation.Escalation;
import io.github.parallelvalidation.escalation.EscalationRules;
import io.github.parallelvalidation.escalation.OptionPreviews;
import io.github.parallelvalidation.escalation.RetryChoice;
import io.github.parallelvalidation.evidence.Look;
import io.github.parallelvalidation.evidence.Prices;
import io.github.parallelvalidation.evidence.StrategyEvidence;
import io.github.parallelvalidation.gate.Metrics;
import io.github.parallelvalidation.gate.ThresholdsText;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.idea.Ideas;
import io.github.parallelvalidation.journal.InterruptedRun;
import io.github.parallelvalidation.journal.RunChain;
import io.github.parallelvalidation.journal.RunOutcome;
import io.github.parallelvalidation.luck.RunWorlds;
import io.github.parallelvalidation.metrics.RunMetrics;
import io.github.parallelvalidation.plan.ChainLink;
import io.github.parallelvalidation.plan.ExecutionPlan;
import io.github.parallelvalidation.plan.PlannedStrategy;
import io.github.parallelvalidation.plan.RunEstimate;
import io.github.parallelvalidation.plan.RunRequest;
import io.github.parallelvalidation.plan.RunWishes;
import io.github.parallelvalidation.queue.Queue;
import io.github.parallelvalidation.queue.QueueEntry;
import io.github.parallelvalidation.queue.Status;
import io.github.parallelvalidation.remark.Remark;
import io.github.parallelvalidation.remark.Remarks;
import io.github.parallelvalidation.result.RunSummary;
import io.github.parallelvalidation.result.RunTiming;
import io.github.parallelvalidation.result.StrategyResult;
import io.github.parallelvalidation.run.BoardScript;
import io.github.parallelvalidation.run.Finding;
import io.github.parallelvalidation.run.FollowUp;
import io.github.parallelvalidation.run.NoValidation;
import io.github.parallelvalidation.run.RunBoard;
import io.github.parallelvalidation.run.RunElsewhere;
import io.github.parallelvalidation.run.RunSnapshot;
import io.github.parallelvalidation.run.Slot;
import io.github.parallelvalidation.run.WorkspaceCheck;
import io.github.parallelvalidation.run.WorkspaceView;
import io.github.parallelvalidation.settings.EscalationOption;
import io.github.parallelvalidation.settings.Settings;
import io.github.parallelvalidation.settings.TierProtocol;
import io.github.parallelvalidation.trust.Acceptances;
import io.github.parallelvalidation.trust.NamedProgram;
import io.github.parallelvalidation.workspace.Problem;
import io.github.parallelvalidation.workspace.StrategyId;
import io.github.parallelvalidation.workspace.Workspace;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A validation that does what the test tells it: a run goes on until the test ends it.
public final class FakeValidation implements NoValidation {
    /// There are no files in it.
    public static final Workspace WORKSPACE = new Workspace(Path.of("workspace"));

    public final List<String> calls = new CopyOnWriteArrayList<>();
    /// Runs end as soon as they are begun.
    public volatile boolean atOnce;

    public volatile Remarks remarks = Remarks.NONE;
    volatile Settings settings = Settings.DEFAULT;
    public volatile List<QueueEntry> entries = Samples.waiting();
    public volatile List<Problem> errors = List.of();
    volatile List<Problem> warnings = List.of();
    /// What a look at those that wait finds.
    public volatile List<Finding> findings = List.of();
    /// Whether it is known how long a strategy takes.
    volatile boolean isMeasured = true;
    public volatile List<RunMetrics> history = List.of();
    public volatile Optional<String> lockHolder = Optional.empty();
    public volatile Optional<InterruptedRun> interrupted = Optional.empty();
    /// What is asked for with the first run.
    volatile RunWishes wishes = RunWishes.NONE;
    volatile Optional<RunOutcome> lastRun = Optional.empty();
    /// What a run, or what follows a decision, would start and nobody has accepted.
    public volatile List<NamedProgram> programs = List.of();
    /// What there is to see of a strategy.
    public final Map<StrategyId, StrategyEvidence> evidence = new ConcurrentHashMap<>();

    /// Finished runs of the history that are still on disk, by run id.
    public final Map<String, RunOutcome> past = new ConcurrentHashMap<>();

    /// As they stand now, by run id.
    private final Map<String, RunOutcome> outcomes = new ConcurrentHashMap<>();

    public volatile ScriptedRun run = new ScriptedRun(WORKSPACE, RunRequest.of(Tier.L0));

    @Override
    public WorkspaceView view(Workspace workspace) {
        calls.add("view");
        Map<Tier, TierProtocol> protocols =
                Map.of(Tier.L0, TierProtocol.defaults(Tier.L0), Tier.L1, TierProtocol.defaults(Tier.L1));
        return new WorkspaceView(
                workspace,
                new Queue(entries),
                settings,
                protocols,
                lockHolder,
                interrupted,
                lastRun,
                lastRun.filter(RunOutcome::awaitsDecision).stream().toList(),
                history,
                errors,
                warnings);
    }

    @Override
    public WorkspaceCheck check(Workspace workspace, Tier tier) {
        calls.add("check " + tier);
        return new WorkspaceCheck(entries.size(), errors, warnings, findings);
    }

    @Override
    public RunEstimate estimate(Workspace workspace, RunRequest request) {
        ExecutionPlan plan = plan(request);
        return new RunEstimate(
                request.tier(),
                plan.strategies().size(),
                plan.workers(),
                isMeasured ? OptionalDouble.of(plan.expectedSeconds()) : OptionalDouble.empty());
    }

    @Override
    public StrategyEvidence evidence(Workspace workspace, StrategyId strategy, Tier tier, Metrics metrics) {
        return evidence.getOrDefault(strategy, StrategyEvidence.NONE);
    }

    @Override
    public List<Look> looks(Workspace workspace, StrategyId strategy) {
        return List.of();
    }

    @Override
    public Prices prices(Workspace workspace, StrategyId strategy, Tier tier) {
        return new Prices(Optional.empty(), "no bars here");
    }

    @Override
    public Comparison compare(Workspace workspace, Tier tier, List<ComparisonReader.Asked> asked) {
        return new Comparison(tier, List.of(), List.of(), List.of());
    }

    @Override
    public OptionPreviews previews(Workspace workspace, RunOutcome outcome) {
        return outcome.previews(
                TierProtocol.defaults(outcome.plan().tier()).gates(), RunWorlds.NONE, Set.of(), Set.of());
    }

    @Override
    public RunOutcome dryRun(Workspace workspace, RunRequest request) {
        calls.add("dryRun");
        return new RunOutcome(plan(request), true, false, List.of(), null, RunTiming.NONE, null, List.of());
    }

    @Override
    public Run start(Workspace workspace, RunRequest request) {
        calls.add("start " + request.strategies() + " workers "
                + request.workers().orElse(0)
                + (request.timeoutSeconds().isPresent()
                        ? " within " + request.timeoutSeconds().getAsInt() + " s"
                        : ""));
        run = new ScriptedRun(workspace, request);
        return run;
    }

    @Override
    public Run resume(Workspace workspace, RunWishes more) {
        calls.add("resume");
        interrupted = Optional.empty();
        run = new ScriptedRun(workspace, RunRequest.of(Tier.L0));
        return run;
    }

    @Override
    public Optional<RunElsewhere> elsewhere(WorkspaceView view) {
        return Optional.empty();
    }

    @Override
    public void discard(Workspace workspace) {
        calls.add("discard");
        interrupted = Optional.empty();
    }

    @Override
    public List<StrategyId> recover(Workspace workspace) {
        calls.add("recover");
        List<QueueEntry> stranded = view(workspace).stranded();
        entries = entries.stream()
                .map(entry -> stranded.contains(entry)
                        ? Samples.entry(entry.position(), entry.name(), Status.PENDING)
                        : entry)
                .toList();
        return stranded.stream().map(QueueEntry::id).toList();
    }

    @Override
    public Acceptances acceptances() {
        return Trust.ACCEPTANCES;
    }

    @Override
    public List<NamedProgram> programs(Workspace workspace) {
        return programs;
    }

    @Override
    public void requireAccepted(Workspace workspace, RunRequest request) {
        requireAccepted(workspace);
    }

    private void requireAccepted(Workspace workspace) {
        if (!programs.isEmpty()) {
            acceptances().of(workspace).require(workspace, programs);
        }
    }

    @Override
    public void requireAcceptedToResume(Workspace workspace) {
        requireAccepted(workspace);
    }

    @Override
    public void requireAcceptedToDecide(Workspace workspace, String runId, Decision decision) {
        requireAccepted(workspace);
    }

    @Override
    public FollowUp followUp(Workspace workspace, RunOutcome ended) {
        RunChain chain = RunChain.of(ended, id -> Optional.ofNullable(outcomes.get(id)));
        return FollowUp.after(chain.rounds(), settings, ended.plan().link().wishes());
    }

    @Override
    public RunOutcome decide(Workspace workspace, String runId, Decision decision) {
        calls.add("decide " + decision.option() + " by " + decision.decidedBy() + " " + decision.thresholds());
        RunOutcome last = lastRun.orElseThrow();
        Decision.Retry retry = decision.retry().strategies().isEmpty()
                ? new Decision.Retry(RetryChoice.of(last.strategies()).byDefault(), OptionalInt.empty())
                : decision.retry();
        Decision inFull =
                new Decision(decision.option(), decision.decidedBy(), decision.at(), decision.thresholds(), retry);
        RunOutcome decided = outcome(
                last.plan(),
                last.strategies(),
                new Escalation(List.of(), List.of(EscalationOption.values()), inFull),
                false);
        remember(decided);
        return decided;
    }

    private void remember(RunOutcome outcome) {
        lastRun = Optional.of(outcome);
        outcomes.put(outcome.plan().runId(), outcome);
    }

    @Override
    public void remember(Workspace workspace, EscalationOption option) {
        calls.add("remember " + option);
    }

    @Override
    public String commandByHand(Workspace workspace, StrategyId strategy, Tier tier) {
        requireAccepted(workspace);
        return "built anew for " + strategy + " at " + tier;
    }

    @Override
    public int move(Workspace workspace, Set<StrategyId> moved, Optional<StrategyId> before) {
        calls.add("move " + moved + before.map(id -> " before " + id).orElse(" to the end"));
        return moved.size();
    }

    @Override
    public Remarks remarks(Workspace workspace) {
        return remarks;
    }

    @Override
    public Remarks remark(Workspace workspace, StrategyId strategy, UnaryOperator<Remark> change) {
        Map<StrategyId, Remark> byId = new HashMap<>(remarks.byId());
        byId.put(strategy, change.apply(remarks.of(strategy)));
        remarks = new Remarks(byId);
        calls.add("remark " + strategy + " " + remarks.of(strategy));
        return remarks;
    }

    @Override
    public Ideas ideas(Workspace workspace) {
        return new Ideas(workspace, () -> acceptances().of(workspace));
    }

    @Override
    public Optional<RunOutcome> outcome(Workspace workspace, String runId) {
        calls.add("outcome " + runId);
        return Optional.ofNullable(past.get(runId))
                .or(() -> lastRun.filter(run -> run.plan().runId().equals(runId)));
    }

    public ExecutionPlan plan(RunRequest request) {
        List<QueueEntry> chosen = request.strategies().isEmpty()
                ? new Queue(entries).awaiting(request.tier())
                : request.strategies().stream()
                        .map(id -> new Queue(entries).find(id).orElseThrow())
                        .toList();
        List<PlannedStrategy> planned = chosen.stream()
                .limit(request.atMost().orElse(Integer.MAX_VALUE))
                .map(entry -> new PlannedStrategy(entry.id(), entry.name(), entry.statusText(), 4.8))
                .toList();
        return new ExecutionPlan(
                "2026-11-22-143000" + (request.link().follows().isPresent() ? "-2" : ""),
                Samples.START,
                request.tier(),
                Math.min(planned.size(), request.workers().orElse(4)),
                chosen.size(),
                planned,
                request.timeoutSeconds(),
                request.link().follows().isPresent() ? request.link() : ChainLink.first(wishes));
    }

    public static RunOutcome outcome(
            ExecutionPlan plan, List<StrategyResult> results, @Nullable Escalation escalation, boolean cancelled) {
        return new RunOutcome(
                plan,
                false,
                cancelled,
                results,
                RunSummary.soFar(results).luck(),
                new RunTiming(4.2, 11.1),
                escalation,
                List.of("STR-209 took 600 s, more than twice the median of 0.9 s"));
    }

    /// A run that the test moves.
    public final class ScriptedRun implements Run {
        private final Workspace workspace;
        private final ExecutionPlan plan;
        private final RunBoard board;
        private final CompletableFuture<RunOutcome> end = new CompletableFuture<>();

        private ScriptedRun(Workspace workspace, RunRequest request) {
            this.workspace = workspace;
            plan = plan(request);
            board = new RunBoard(request.tier(), Samples.START);
        }

        @Override
        public RunBoard board() {
            return board;
        }

        @Override
        public RunOutcome execute() {
            requireAccepted(workspace);
            if (atOnce) {
                begin();
                finish(Samples.results());
            }
            try {
                return end.join();
            } catch (CompletionException e) {
                throw e.getCause() instanceof RuntimeException cause ? cause : e;
            }
        }

        @Override
        public void cancel() {
            calls.add("cancel");
            end.complete(
                    FakeValidation.outcome(plan, board.snapshot().finished().all(), null, true));
        }

        BoardScript script() {
            return new BoardScript(board);
        }

        public void begin() {
            script().begin(plan);
        }

        /// What the worker of the first slot uses now.
        void memory(long megabytes) {
            if (board.snapshot().slots().getFirst() instanceof Slot.Busy was) {
                script().busy(0, was.using(new Slot.Use(megabytes, 0.9)));
            }
        }

        public void busy(int slot, int number, String stage, double fraction, int attempt, String why) {
            StrategyId id = Samples.id(number);
            script().busy(
                            slot,
                            new Slot.Busy(
                                    id,
                                    Samples.name(number),
                                    new Slot.Try(attempt, 2, why),
                                    Samples.START.plusSeconds(1),
                                    4.8,
                                    new Slot.Progress(fraction, stage),
                                    new Slot.Use(88, 0.93),
                                    ""));
        }

        public void waits(int slot, int number, String why) {
            script().show(slot, new Slot.Waiting(Samples.id(number), Samples.name(number), why));
        }

        public void slow(int slot, int number, String remark) {
            script().show(
                            slot,
                            new Slot.Busy(
                                    Samples.id(number),
                                    Samples.name(number),
                                    new Slot.Try(1, 1, ""),
                                    Samples.START.plusSeconds(1),
                                    4.0,
                                    new Slot.Progress(0.5, "placebo"),
                                    new Slot.Use(88, 0.93),
                                    remark));
        }

        public void done(int slot, StrategyResult result) {
            script().done(slot, result);
        }

        /// The queue says what the results say, and the run asks where the rules call for it.
        public void finish(List<StrategyResult> results) {
            script().phase(RunSnapshot.Phase.FINISHED);
            Escalation escalation = new EscalationRules(0.5).assess(results).orElse(null);
            RunOutcome outcome = FakeValidation.outcome(plan, results, escalation, false);
            Map<StrategyId, StrategyResult> judged =
                    results.stream().collect(Collectors.toMap(StrategyResult::id, result -> result));
            entries = entries.stream()
                    .map(entry -> after(entry, Optional.ofNullable(judged.get(entry.id()))))
                    .toList();
            remember(outcome);
            end.complete(outcome);
        }

        void fail(RuntimeException failure) {
            end.completeExceptionally(failure);
        }

        private static QueueEntry after(QueueEntry entry, Optional<StrategyResult> judged) {
            return judged.map(result -> new QueueEntry(
                            entry.id(),
                            entry.name(),
                            result.judgement().status(),
                            result.judgement().status().name(),
                            entry.statusWritten(),
                            entry.priority(),
                            entry.position(),
                            entry.line(),
                            Optional.ofNullable(result.judgement().failure())
                                    .map(failure -> failure.reason().code()),
                            Optional.of(ThresholdsText.of(result.judgement().relaxedGates()))
                                    .filter(text -> !text.isEmpty())))
                    .orElse(entry);
        }
    }
}
