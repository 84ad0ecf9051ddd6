package io.github.parallelvalidation.run;

import io.github.parallelvalidation.supervise.WarmWorkers;
import io.github.parallelvalidation.supervise.WorkerCommand;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// The processes of the built-in worker between one run and the next: who looks at a result and validates again finds
/// them warm.
final class KeptWorkers {
    private final Duration time;
    private @Nullable WarmWorkers kept;
    private int turn;

    /// @param time after which they end where no run has come; none for a program that ends with its run
    KeptWorkers(Duration time) {
        this.time = time;
    }

    synchronized WarmWorkers take(WorkerCommand.BuiltIn command, WarmWorkers.Kind kind) {
        WarmWorkers found = kept;
        kept = null;
        turn++;
        if (found != null && found.kind().equals(kind)) {
            return found;
        }
        if (found != null) {
            found.close();
        }
        return new WarmWorkers(command, kind, Runtime.getRuntime().availableProcessors());
    }

    void giveBack(WarmWorkers workers) {
        if (time.isZero()) {
            workers.close();
            return;
        }
        int mine = keep(workers);
        Thread.ofVirtual().name("end of kept workers").start(() -> {
            try {
                Thread.sleep(time);
                endWhereStillKept(mine);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    synchronized boolean isEmpty() {
        return kept == null;
    }

    private synchronized int keep(WarmWorkers workers) {
        if (kept != null) {
            kept.close();
        }
        kept = workers;
        return ++turn;
    }

    private synchronized void endWhereStillKept(int mine) {
        if (kept != null && turn == mine) {
            kept.close();
            kept = null;
        }
    }
}
