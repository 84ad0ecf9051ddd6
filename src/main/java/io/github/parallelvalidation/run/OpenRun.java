package io.github.parallelvalidation.run;

import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.journal.JournalEvent;
import io.github.parallelvalidation.journal.RunOutcome;
import io.github.parallelvalidation.plan.PlannedStrategy;
import io.github.parallelvalidation.plan.RequestException;
import io.github.parallelvalidation.plan.SpawnOptions;
import io.github.parallelvalidation.queue.Queue;
import io.github.parallelvalidation.queue.QueueFile;
import io.github.parallelvalidation.supervise.Attempt;
import io.github.parallelvalidation.supervise.AttemptId;
import io.github.parallelvalidation.trust.Acceptances;
import io.github.parallelvalidation.trust.NotAcceptedException;
import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.StrategyId;
import io.github.parallelvalidation.workspace.Workspace;
import io.github.parallelvalidation.workspace.WorkspaceLock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/// A run that strategies join one by one while it is on, and that ends when it is merged. In all else it is a run like
/// any other: lock, plan file, journal, four slots, records. All methods may be called from any thread.
public final class OpenRun implements AutoCloseable {
    /// Stands for the worker where none is promised.
    private static final String CLAIM = "none";

    private final RunContext run;
    private final RunSession session;
    private final Feed<PlannedStrategy> feed;
    private final WorkspaceLock lock;
    private final Acceptances acceptances;
    private final CompletableFuture<RunOutcome> end = new CompletableFuture<>();
    private boolean isMerging;

    /// @param run with its plan written and the lock held
    OpenRun(
            RunContext run,
            RunSession session,
            Feed<PlannedStrategy> feed,
            WorkspaceLock lock,
            Acceptances acceptances) {
        this.run = run;
        this.session = session;
        this.feed = feed;
        this.lock = lock;
        this.acceptances = acceptances;
    }

    /// @param earlier attempts from before an interruption
    OpenRun begin(Map<StrategyId, List<Attempt>> earlier) {
        Thread.ofPlatform().daemon().name("open-run").start(() -> {
            try {
                // Whoever hears of the end may begin the next run at once.
                end.complete(toTheEnd(earlier));
            } catch (RuntimeException | Error e) {
                end.completeExceptionally(e);
            } finally {
                feed.close();
            }
        });
        return this;
    }

    private RunOutcome toTheEnd(Map<StrategyId, List<Attempt>> earlier) {
        try (lock) {
            RunOutcome outcome = KeptResults.keeping(run, session, lock, () -> session.run(earlier, feed));
            run.board().phase(RunSnapshot.Phase.FINISHED);
            return outcome;
        }
    }

    public String runId() {
        return run.plan().runId();
    }

    public Tier tier() {
        return run.tier();
    }

    /// Its live state.
    public RunBoard board() {
        return run.board();
    }

    /// The worker of a strategy's first attempt, where one was spawned.
    public Optional<String> workerOf(StrategyId strategy) {
        return run.file().read().joined().entrySet().stream()
                .filter(joined -> joined.getValue().id().equals(strategy)
                        && !joined.getKey().equals(CLAIM))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /// Whether it has ended, in whatever way.
    public boolean isOver() {
        return end.isDone();
    }

    /// How many of its strategies wait or run.
    public int unfinished() {
        return feed.unfinished();
    }

    /// Has a worker begin as soon as one of the four places is free.
    ///
    /// @param asked its time limit, who asks, where the results are wanted
    /// @return the strategy with the id of the worker of its first attempt
    /// @throws RequestException when this strategy cannot join this run; it says what can be done
    /// @throws NotAcceptedException when it would start a program that was not accepted
    /// @throws ProblemException when the queue or the plan cannot be read or written
    public synchronized PlannedStrategy spawn(StrategyId strategy, SpawnOptions asked) {
        requireRunning();
        PlannedStrategy planned = joining(strategy).spawned(promised(asked));
        requireAccepted(strategy);
        join(planned);
        feed.add(planned);
        return planned;
    }

    /// Marks a strategy as being validated before its worker is spawned. Where none ever is, the end of the run puts
    /// the entry back.
    ///
    /// @throws RequestException as [#spawn] does
    /// @throws ProblemException as [#spawn] does
    public synchronized void claim(StrategyId strategy) {
        requireRunning();
        PlannedStrategy planned = joining(strategy);
        join(planned);
        session.claim(planned);
    }

    /// Writes what is known into the queue at once.
    public void writeQueue() {
        if (!end.isDone()) {
            session.writeQueue();
        }
    }

    /// Ends the run: waits for what still runs, then writes verdicts and records.
    ///
    /// @throws RunStoppedException when something stopped the run itself, or that cannot be written; the run can be
    ///     resumed
    public RunOutcome merge() {
        synchronized (this) {
            isMerging = true;
        }
        feed.close();
        return outcome();
    }

    /// Ends the run as a cancelled one is ended: workers are stopped, what has a result keeps it, the rest is as it was
    /// before.
    @Override
    public void close() {
        run.stop().raise();
        feed.close();
        try {
            outcome();
        } catch (RunStoppedException e) {
            // Nobody is left to hear of it; the plan file says that the run can be resumed.
            run.monitor().remark(String.valueOf(e.getMessage()));
        }
    }

    private RunOutcome outcome() {
        try {
            return end.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException known) {
                throw known;
            }
            throw e;
        }
    }

    private void requireRunning() {
        if (isMerging || end.isDone() || run.stop().isRaised()) {
            throw new RequestException("run %s is ending; spawn again when it is over".formatted(runId()));
        }
    }

    private PlannedStrategy joining(StrategyId strategy) {
        Optional<PlannedStrategy> known = run.plan().strategies().stream()
                .filter(planned -> planned.id().equals(strategy))
                .findFirst();
        known.filter(planned -> planned.spawn().isPresent()).ifPresent(planned -> {
            throw new RequestException(
                    "%s is in run %s already%s; poll that worker, or merge the run before it is validated again"
                            .formatted(
                                    strategy,
                                    runId(),
                                    planned.promisedWorker()
                                            .map(worker -> " as " + worker)
                                            .orElse("")));
        });
        return known.orElseGet(() -> fromQueue(strategy));
    }

    private PlannedStrategy fromQueue(StrategyId strategy) {
        return joining(
                run.workspace(), run.inputs(), new QueueFile(run.workspace().queue()).read(), strategy);
    }

    /// A strategy as it would join a run; nothing is written.
    ///
    /// @throws RequestException when it cannot be validated at this tier
    static PlannedStrategy joining(Workspace workspace, RunInputs inputs, Queue queue, StrategyId strategy) {
        PlannedStrategy planned = inputs.planned(queue, strategy);
        L0First.require(workspace, queue, List.of(strategy), inputs.tier());
        new QueueFile(workspace.queue()).rehearse(List.of(planned.beginning(inputs.tier())));
        return planned;
    }

    private static SpawnOptions promised(SpawnOptions asked) {
        return new SpawnOptions(
                Optional.of(WorkerIds.next()), asked.timeoutSeconds(), asked.agent(), asked.outputFolder());
    }

    /// What was accepted while the run is on counts from the next run: all workers of a run know the same.
    private void requireAccepted(StrategyId strategy) {
        if (run.inputs().programs().areAccepted(List.of(strategy))) {
            return;
        }
        new RunPrograms(run.inputs().programs().named(), acceptances.of(run.workspace())).require(List.of(strategy));
        throw new RequestException(
                "the program of %s was accepted after run %s had begun; merge that run, then spawn again"
                        .formatted(strategy, runId()));
    }

    private void join(PlannedStrategy planned) {
        String worker = planned.promisedWorker().orElse(CLAIM);
        run.journal()
                .add(new JournalEvent.Joined(
                        new AttemptId(planned.id(), worker, 1), run.clock().now(), planned));
        run.growing().add(planned);
    }
}
