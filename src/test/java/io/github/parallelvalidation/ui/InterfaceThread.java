package io.github.parallelvalidation.ui;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.scene.Scene;

/// The JavaFX thread seen from a test: gives it work, and measures the processor time that it takes. What other
/// processes take from the machine does not count.
public final class InterfaceThread {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final double NANOS_PER_MILLI = 1e6;

    private InterfaceThread() {}

    /// Does something there, and waits for it.
    public static void onThread(Runnable action) {
        CompletableFuture.runAsync(action, Platform::runLater).join();
    }

    /// Waits until the scene has been styled and laid out once more.
    public static void pulse(Scene scene) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        Runnable listener = () -> done.complete(null);
        onThread(() -> {
            scene.addPostLayoutPulseListener(listener);
            Platform.requestNextPulse();
        });
        done.join();
        onThread(() -> scene.removePostLayoutPulseListener(listener));
    }

    /// Processor time of the thread, in milliseconds.
    ///
    /// @param steps done by the caller, who gives the thread work
    public static double millisDuring(Runnable steps) {
        double before = cpuMillis();
        steps.run();
        return cpuMillis() - before;
    }

    private static double cpuMillis() {
        return CompletableFuture.supplyAsync(THREADS::getCurrentThreadCpuTime, Platform::runLater)
                        .join()
                / NANOS_PER_MILLI;
    }
}
