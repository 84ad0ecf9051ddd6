package io.github.parallelvalidation.watch;

import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.plan.RequestException;
import io.github.parallelvalidation.run.RunStoppedException;
import io.github.parallelvalidation.run.Validation;
import io.github.parallelvalidation.workspace.LockedException;
import io.github.parallelvalidation.workspace.Problem;
import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.Workspace;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Waits until a run is due, executes it, and waits again, on the calling thread. During a run nothing is watched; what
/// changed meanwhile is seen right after it.
public final class QueueWatch {
    private final Validation validation;
    private final Workspace workspace;
    private final Tier tier;
    private final ChangeNotices changes;
    private final WatchTiming pace;
    private final Consumer<WatchState> told;
    private final Trigger trigger = new Trigger();
    private @Nullable WatchState said;
    private @Nullable Obstacle obstacle;

    /// The reason why a run was refused.
    private record Obstacle(Path file, FileStamp stamp) {
        static Obstacle of(Problem problem) {
            return new Obstacle(problem.file(), FileStamp.of(problem.file()));
        }

        boolean isMended() {
            return !FileStamp.of(file).equals(stamp);
        }
    }

    /// @param told each new state, once
    public QueueWatch(
            Validation validation,
            Workspace workspace,
            Tier tier,
            ChangeNotices changes,
            WatchTiming pace,
            Consumer<WatchState> told) {
        this.validation = validation;
        this.workspace = workspace;
        this.tier = tier;
        this.changes = changes;
        this.pace = pace;
        this.told = told;
    }

    /// Returns when the changes are closed.
    ///
    /// @param run makes a run and returns when it is over; when it cannot read a file or finds the workspace
    /// locked, the watch goes on
    public void follow(Runnable run) {
        while (!changes.isClosed()) {
            pace.settle(changes);
            if (changes.isClosed()) {
                return;
            }
            WatchState state =
                    trigger.assess(validation.view(workspace), tier, PipelinePhase.read(workspace.currentRun()));
            tell(state);
            if (state instanceof WatchState.Due) {
                begin(run);
            } else {
                rest(state);
            }
        }
    }

    private void begin(Runnable run) {
        trigger.begin();
        try {
            run.run();
            said = null;
        } catch (LockedException e) {
            // Somebody was faster. Who it is, the next look says.
            trigger.withdraw();
            changes.await(pace.poll());
        } catch (ProblemException e) {
            refused(e.problem(), e.problem().toString());
        } catch (RunStoppedException e) {
            if (!(e.reason() instanceof ProblemException found)) {
                throw e;
            }
            refused(found.problem(), e.getMessage() + " " + found.problem());
        } catch (RequestException e) {
            tell(new WatchState.Refused(String.valueOf(e.getMessage())));
        }
    }

    private void refused(Problem problem, String words) {
        obstacle = Obstacle.of(problem);
        tell(new WatchState.Refused(words));
    }

    /// Until something changed that may matter.
    private void rest(WatchState state) {
        boolean changed = false;
        while (!changed && !changes.isClosed()) {
            changed = changes.await(pace.poll()) || state.mayPass() || isMended();
        }
    }

    private boolean isMended() {
        if (Optional.ofNullable(obstacle).filter(Obstacle::isMended).isEmpty()) {
            return false;
        }
        obstacle = null;
        trigger.forget();
        return true;
    }

    private void tell(WatchState state) {
        if (!state.equals(said)) {
            said = state;
            told.accept(state);
        }
    }
}
