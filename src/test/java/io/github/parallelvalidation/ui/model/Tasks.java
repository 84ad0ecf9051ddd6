package io.github.parallelvalidation.ui.model;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;

/// An executor that waits until the test says "now".
final class Tasks implements Executor {
    private final Deque<Runnable> waiting = new ArrayDeque<>();

    @Override
    public void execute(Runnable task) {
        waiting.add(task);
    }

    /// Everything that waits, and what it leads to.
    void runAll() {
        while (!waiting.isEmpty()) {
            waiting.remove().run();
        }
    }

    void runOne() {
        waiting.remove().run();
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }
}
