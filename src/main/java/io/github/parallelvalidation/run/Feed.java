package io.github.parallelvalidation.run;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.function.BooleanSupplier;

/// Hands out work, in order. One that is open waits for more until it is closed.
final class Feed<T> {
    /// So long a waiting slot does not notice that the run is to end.
    private static final long LOOK_MILLIS = 200;

    private final Queue<T> waiting;
    private boolean isOpen;
    private int underway;
    private long begun;
    private long busyNanos;

    private Feed(List<T> work, boolean isOpen) {
        this.waiting = new ArrayDeque<>(work);
        this.isOpen = isOpen;
    }

    /// This work and no more.
    static <T> Feed<T> of(List<T> work) {
        return new Feed<>(work, false);
    }

    static <T> Feed<T> open() {
        return new Feed<>(List.of(), true);
    }

    synchronized void add(T work) {
        waiting.add(work);
        notifyAll();
    }

    /// Nothing more will come.
    synchronized void close() {
        isOpen = false;
        notifyAll();
    }

    /// The next piece of work, which [#done] ends; where there is none yet, it is waited for.
    ///
    /// @param goOn whether anybody still wants it
    /// @return empty when there is none and none will come
    synchronized Optional<T> next(BooleanSupplier goOn) throws InterruptedException {
        while (waiting.isEmpty() && isOpen && goOn.getAsBoolean()) {
            wait(LOOK_MILLIS);
        }
        Optional<T> next = goOn.getAsBoolean() ? Optional.ofNullable(waiting.poll()) : Optional.empty();
        if (next.isPresent() && underway++ == 0) {
            begun = System.nanoTime();
        }
        return next;
    }

    synchronized void done() {
        if (--underway == 0) {
            busyNanos += System.nanoTime() - begun;
        }
    }

    /// For how long at least one piece of work was underway.
    synchronized double busySeconds() {
        long now = underway > 0 ? System.nanoTime() - begun : 0;
        return (busyNanos + now) / 1e9;
    }

    /// How many pieces wait or are underway.
    synchronized int unfinished() {
        return waiting.size() + underway;
    }
}
