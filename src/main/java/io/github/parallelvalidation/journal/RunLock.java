package io.github.parallelvalidation.journal;

import io.github.parallelvalidation.process.ProcessIdentity;
import io.github.parallelvalidation.workspace.LockedException;
import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.Workspace;
import io.github.parallelvalidation.workspace.WorkspaceLock;
import java.util.Optional;

/// The lock of a workspace as runs take it. Its file may be taken away while a run is on (`git clean`); then the plan
/// of that run says which process is at it.
public final class RunLock {
    private RunLock() {}

    /// Takes the lock, also where a run waits to be resumed.
    ///
    /// @throws LockedException when a run is on
    public static WorkspaceLock acquire(Workspace workspace) {
        refuse(WorkspaceLock.holder(workspace).isEmpty() ? withoutLock(workspace) : Optional.empty());
        return WorkspaceLock.acquire(workspace);
    }

    /// Takes the lock for what must not come before an interrupted run is resumed or discarded.
    ///
    /// @throws LockedException when a run is on
    /// @throws ProblemException when one waits to be resumed or discarded; the lock is then as it was
    public static WorkspaceLock acquireUninterrupted(Workspace workspace) {
        if (holder(workspace).isEmpty()) {
            // Before the lock: its file names who held it last.
            Interruption.refuse(workspace);
        }
        WorkspaceLock lock = acquire(workspace);
        try {
            Interruption.refuse(workspace);
            return lock;
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /// Who is at a run in the workspace right now, in words; writes nothing.
    public static Optional<String> holder(Workspace workspace) {
        return WorkspaceLock.holder(workspace).or(() -> withoutLock(workspace));
    }

    private static void refuse(Optional<String> holder) {
        holder.ifPresent(who -> {
            throw new LockedException("the workspace is locked by another run: " + who);
        });
    }

    /// A process that is at a run although nobody holds the lock file that is there.
    private static Optional<String> withoutLock(Workspace workspace) {
        try {
            return Interruption.find(workspace)
                    .flatMap(id -> new RunFile(workspace.plan(id))
                            .process()
                            .filter(process -> isAt(process, workspace))
                            .map(process -> "pid %d on %s is at run %s, whose lock file was removed"
                                    .formatted(process.pid(), process.host(), id)));
        } catch (ProblemException unreadable) {
            // Whoever looks at the run itself says what is wrong.
            return Optional.empty();
        }
    }

    /// Of what is done here the lock tells all. So it does where its file names that process and is free: the process
    /// then has let go of it, as a window does whose run has failed.
    private static boolean isAt(ProcessIdentity process, Workspace workspace) {
        return !process.isThisOne()
                && process.isAlive()
                && !WorkspaceLock.lastHolder(workspace)
                        .contains("pid %d on %s ".formatted(process.pid(), process.host()));
    }
}
