package io.github.parallelvalidation.run;

import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.journal.Interruption;
import io.github.parallelvalidation.journal.RecordedRun;
import io.github.parallelvalidation.journal.RunFile;
import io.github.parallelvalidation.journal.RunningAttempt;
import io.github.parallelvalidation.journal.RunningAttempts;
import io.github.parallelvalidation.plan.PlannedStrategy;
import io.github.parallelvalidation.settings.Settings;
import io.github.parallelvalidation.supervise.ProgressLine;
import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.StrategyId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// A run that is on in another process, as its files tell.
///
/// @param planned strategies of it so far
/// @param done those whose last worker has ended
/// @param slots always four
public record RunElsewhere(String runId, Tier tier, int planned, int done, List<Slot> slots) {
    public RunElsewhere {
        slots = List.copyOf(slots);
    }

    /// @return empty where no process is at a run, or its plan cannot be read
    static Optional<RunElsewhere> of(WorkspaceView view) {
        if (view.lockHolder().isEmpty()) {
            return Optional.empty();
        }
        try {
            return Interruption.find(view.workspace())
                    .map(id -> new RunFile(view.workspace().plan(id)).read())
                    .map(run -> of(run, RunningAttempts.of(view.workspace(), view.settings())));
        } catch (ProblemException e) {
            // Whoever is at the run says what is wrong; here it is only looked at.
            return Optional.empty();
        }
    }

    private static RunElsewhere of(RecordedRun run, List<RunningAttempt> attempts) {
        Map<StrategyId, PlannedStrategy> planned = run.plan().strategies().stream()
                .collect(Collectors.toMap(PlannedStrategy::id, Function.identity(), (first, _) -> first));
        List<Slot> slots = new ArrayList<>(attempts.stream()
                .limit(Settings.MOST_WORKERS)
                .map(attempt -> slot(
                        attempt, Optional.ofNullable(planned.get(attempt.id().strategy()))))
                .toList());
        while (slots.size() < Settings.MOST_WORKERS) {
            slots.add(new Slot.Idle());
        }
        Set<StrategyId> running =
                attempts.stream().map(attempt -> attempt.id().strategy()).collect(Collectors.toSet());
        long done = run.begun().stream().filter(id -> !running.contains(id)).count();
        return new RunElsewhere(
                run.plan().runId(), run.plan().tier(), run.plan().strategies().size(), (int) done, slots);
    }

    private static Slot slot(RunningAttempt attempt, Optional<PlannedStrategy> planned) {
        return new Slot.Busy(
                attempt.id().strategy(),
                planned.map(PlannedStrategy::name).orElse(""),
                new Slot.Try(attempt.id().number(), attempt.id().number(), ""),
                attempt.startedAt(),
                planned.map(PlannedStrategy::estimatedSeconds).orElse(0.0),
                new Slot.Progress(
                        attempt.progress().map(ProgressLine::fraction).orElse(0.0),
                        attempt.progress().map(ProgressLine::stage).orElse("")),
                Slot.Use.NONE,
                "");
    }
}
