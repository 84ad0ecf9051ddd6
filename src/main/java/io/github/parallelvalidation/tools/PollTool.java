package io.github.parallelvalidation.tools;

import io.github.parallelvalidation.journal.RunningAttempt;
import io.github.parallelvalidation.journal.RunningAttempts;
import io.github.parallelvalidation.plan.SpawnOptions;
import io.github.parallelvalidation.run.OpenRun;
import io.github.parallelvalidation.run.Validation;
import io.github.parallelvalidation.run.WorkerLook;
import io.github.parallelvalidation.settings.Settings;
import io.github.parallelvalidation.workspace.Workspace;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// `poll_worker_result`: looks at a worker until it has ended or the looks are used up.
///
/// @param runs has the open run, if it is on in this process
record PollTool(Validation validation, Workspace workspace, OpenRunHolder runs) implements Tool {
    private static final int USUAL_POLLS = 120;
    private static final int USUAL_INTERVAL = 5;
    /// An answer is not kept waiting for the rest of an interval.
    private static final Duration GLANCE = Duration.ofMillis(250);

    @Override
    public Map<String, @Nullable Object> call(Arguments arguments, Caller caller) throws InterruptedException {
        Arguments given = arguments.only("worker_id", "result_file", "max_polls", "interval_seconds");
        String worker = given.text("worker_id");
        int polls = given.findInt("max_polls", 1, 100_000).orElse(USUAL_POLLS);
        int interval = given.findInt("interval_seconds", 0, 3_600).orElse(USUAL_INTERVAL);
        long until = interval == 0 ? 0 : (long) polls * interval;
        long start = System.nanoTime();
        WorkerLook look = look(worker);
        if (look.state() == WorkerLook.State.INTERRUPTED && runs.takeUp().isPresent()) {
            look = look(worker);
        }
        String runId = look.runId();
        SparingLook<WorkerLook> looks = new SparingLook<>(() -> look(worker), () -> PlanSign.of(workspace, runId));
        SparingLook<List<RunningAttempt>> attempts = new SparingLook<>(
                // How long an attempt may take is not asked here.
                () -> RunningAttempts.of(workspace, Settings.DEFAULT), () -> PlanSign.of(workspace, runId));
        while (look.isUnderway()
                && System.nanoTime() - start < Duration.ofSeconds(until).toNanos()) {
            Optional<WorkerProgress> progress = progress(look, attempts);
            caller.progress(
                    progress.map(WorkerProgress::fraction).orElse(0.0),
                    progress.map(WorkerProgress::stage).orElse("waiting"));
            if (caller.hasGoneAway()) {
                throw new ToolException(
                        ToolException.Kind.CANCELLED,
                        "Polling was cancelled; the worker goes on, and can be polled again.");
            }
            Thread.sleep(GLANCE);
            look = looks.look();
        }
        if (look.isUnderway()) {
            // Its time has gone on.
            look = look(worker);
        }
        if (!look.isUnderway()) {
            deliver(look);
        }
        return WorkerDocument.of(look, progress(look, attempts));
    }

    private WorkerLook look(String worker) {
        return validation.worker(workspace, worker).orElseThrow(() -> ToolException.unknownWorker(worker));
    }

    private Optional<WorkerProgress> progress(WorkerLook look, SparingLook<List<RunningAttempt>> attempts) {
        return runs.live()
                .map(OpenRun::board)
                .flatMap(board -> WorkerProgress.of(board, look.planned().id()))
                .or(() -> elsewhere(look, attempts.look()));
    }

    /// What the worker's files tell of a run that is on in another process.
    private Optional<WorkerProgress> elsewhere(WorkerLook look, List<RunningAttempt> attempts) {
        return attempts.stream()
                .filter(attempt -> attempt.runId().equals(look.runId())
                        && attempt.id().strategy().equals(look.planned().id())
                        && attempt.variation().isEmpty())
                .flatMap(attempt -> RunningAttempts.progress(workspace, attempt).stream())
                .map(line -> new WorkerProgress(line.fraction(), line.stage()))
                .findFirst();
    }

    private void deliver(WorkerLook look) {
        if (look.result().isPresent()) {
            look.planned()
                    .spawn()
                    .flatMap(SpawnOptions::outputFolder)
                    .ifPresent(
                            folder -> OutputFolder.of(workspace, look.planned().id(), folder)
                                    .put(look.planned().id(), look.tier()));
        }
    }
}
