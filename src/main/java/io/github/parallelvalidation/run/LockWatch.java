package io.github.parallelvalidation.run;

import io.github.parallelvalidation.journal.Journal;
import io.github.parallelvalidation.supervise.StopSignal;
import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.WorkspaceLock;
import java.time.Duration;

/// Looks now and then whether the lock file of a run is still there: who removes it (`git clean`) lets others in. It is
/// locked again; where somebody else was faster, the run is stopped.
final class LockWatch implements AutoCloseable {
    static final Duration PERIOD = Duration.ofMillis(500);

    private final WorkspaceLock lock;
    private final StopSignal stop;
    private final RunMonitor monitor;
    private final Journal journal;
    private final Repeating looking;

    /// @param monitor is told what was found
    /// @param journal may have gone with the lock file
    LockWatch(WorkspaceLock lock, StopSignal stop, RunMonitor monitor, Journal journal) {
        this.lock = lock;
        this.stop = stop;
        this.monitor = monitor;
        this.journal = journal;
        this.looking = new Repeating("lock-watch", PERIOD, this::look);
    }

    private Duration look() {
        try {
            if (!stop.isRaised() && !lock.isWhole()) {
                retake();
            }
        } catch (ProblemException e) {
            stop("files of the run were removed while it was on and could not be made anew: "
                    + e.problem().headline());
        }
        return PERIOD;
    }

    private void retake() {
        if (lock.retake()) {
            monitor.remark("the lock file was removed while the run was on; it was made and locked anew");
            journal.restoreIfGone();
        } else {
            stop("the lock file was removed while the run was on, and somebody else has locked the workspace since");
        }
    }

    private void stop(String why) {
        monitor.remark(why + ": the run was stopped");
        stop.raise();
    }

    @Override
    public void close() {
        looking.close();
    }
}
