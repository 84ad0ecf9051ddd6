package io.github.parallelvalidation.run;

import io.github.parallelvalidation.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;

/// Gives each piece of work one of at most four places, in order, as places become free.
public final class WorkerPool {
    private final int places;

    public WorkerPool(int places) {
        if (places < 1 || places > Settings.MOST_WORKERS) {
            throw new IllegalArgumentException("1 to 4 places, not " + places);
        }
        this.places = places;
    }

    /// What is done with one piece of work at one place.
    @FunctionalInterface
    public interface Job<T> {
        void run(int place, T work);
    }

    /// Runs all the work and returns when the last piece is done. No new piece is begun once `goOn` says no;
    /// those begun are waited for. A job that throws is a mistake of ours: the other places finish first.
    public <T> void run(List<T> work, Job<T> job, BooleanSupplier goOn) {
        Queue<T> waiting = new ConcurrentLinkedQueue<>(work);
        try (ExecutorService threads = Executors.newFixedThreadPool(
                places, Thread.ofPlatform().daemon().name("worker-place-", 1).factory())) {
            List<Future<?>> done = new ArrayList<>();
            for (int i = 0; i < places; i++) {
                int place = i;
                done.add(threads.submit(() -> serve(place, waiting, job, goOn)));
            }
            done.forEach(WorkerPool::await);
        }
    }

    private static <T> void serve(int place, Queue<T> waiting, Job<T> job, BooleanSupplier goOn) {
        while (goOn.getAsBoolean()) {
            T next = waiting.poll();
            if (next == null) {
                return;
            }
            job.run(place, next);
        }
    }

    private static void await(Future<?> future) {
        try {
            future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException mistake) {
                throw mistake;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while workers run", e);
        }
    }
}
