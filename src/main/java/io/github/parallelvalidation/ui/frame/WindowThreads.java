package io.github.parallelvalidation.ui.frame;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// The threads of a window that read files and wait for runs.
public final class WindowThreads {
    private static final long IDLE_SECONDS = 60;

    private WindowThreads() {}

    /// As many as are needed. What a run's end still asks for once the window is closed and they are shut down is done
    /// by nobody: there is nothing left to show it.
    public static ExecutorService start() {
        return new ThreadPoolExecutor(
                0,
                Integer.MAX_VALUE,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                Thread.ofPlatform().daemon().name("dashboard-", 1).factory(),
                new ThreadPoolExecutor.DiscardPolicy());
    }
}
