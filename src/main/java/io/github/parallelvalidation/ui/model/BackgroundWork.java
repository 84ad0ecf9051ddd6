package io.github.parallelvalidation.ui.model;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Runs what takes time on one executor and brings its result back on another. Both are given, so that tests can run
/// everything at once and in order.
///
/// @param background where files are read and runs are waited for
/// @param display where state may change
public record BackgroundWork(Executor background, Executor display) {

    /// @param what what is being done, for the message when it goes wrong
    <T> void call(String what, Supplier<T> task, Consumer<T> done, Consumer<Banner> failed) {
        background.execute(() -> {
            Runnable report;
            try {
                T result = task.get();
                report = () -> done.accept(result);
            } catch (RuntimeException e) {
                // The top of a thread: whatever went wrong becomes a message.
                Banner banner = ErrorBanner.of(what, e);
                report = () -> failed.accept(banner);
            }
            display.execute(report);
        });
    }
}
