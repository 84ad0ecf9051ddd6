package io.github.parallelvalidation.run;

import io.github.parallelvalidation.process.Shortage;
import io.github.parallelvalidation.process.ShortageException;
import io.github.parallelvalidation.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// Runs pieces of work in at most four slots, in order, as slots become free.
public final class WorkerPool {
    private final int slots;

    public WorkerPool(int slots) {
        if (slots < 1 || slots > Settings.MOST_WORKERS) {
            throw new IllegalArgumentException("1 to 4 slots, not " + slots);
        }
        this.slots = slots;
    }

    /// The operation on one piece of work in one slot.
    @FunctionalInterface
    public interface Job<T> {
        void run(int slot, T work);
    }

    /// Runs all the work and returns when the last piece is done. No new piece is begun once `goOn` says no;
    /// those begun are waited for. A job that throws an exception is our mistake: the other slots finish first.
    ///
    /// @param broken told of a shortage or an error with which nothing can go on; from then on `goOn` says no
    public <T> void run(List<T> work, Job<T> job, BooleanSupplier goOn, Consumer<Throwable> broken) {
        run(Feed.of(work), job, goOn, broken);
    }

    /// The same with work that may come while the pool runs.
    <T> void run(Feed<T> waiting, Job<T> job, BooleanSupplier goOn, Consumer<Throwable> broken) {
        try (ExecutorService threads = Executors.newFixedThreadPool(
                slots, Thread.ofPlatform().daemon().name("worker-slot-", 1).factory())) {
            List<Future<?>> done = new ArrayList<>();
            try {
                for (int i = 0; i < slots; i++) {
                    int slot = i;
                    done.add(threads.submit(() -> serve(slot, waiting, job, goOn, broken)));
                }
            } catch (OutOfMemoryError noThread) {
                broken.accept(noThread);
            }
            done.forEach(WorkerPool::await);
        }
    }

    private static <T> void serve(
            int slot, Feed<T> waiting, Job<T> job, BooleanSupplier goOn, Consumer<Throwable> broken) {
        Optional<T> next = next(waiting, goOn);
        while (next.isPresent()) {
            try {
                serve(slot, next.get(), job, broken);
            } finally {
                waiting.done();
            }
            next = next(waiting, goOn);
        }
    }

    private static <T> Optional<T> next(Feed<T> waiting, BooleanSupplier goOn) {
        try {
            return waiting.next(goOn);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static <T> void serve(int slot, T work, Job<T> job, Consumer<Throwable> broken) {
        try {
            job.run(slot, work);
        } catch (Error e) {
            broken.accept(e);
        } catch (RuntimeException e) {
            if (!isShortage(e)) {
                throw e;
            }
            broken.accept(e);
        }
    }

    private static boolean isShortage(RuntimeException e) {
        return e instanceof ShortageException || Shortage.of(e).isPresent();
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
