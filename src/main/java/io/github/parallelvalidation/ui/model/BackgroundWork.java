package io.github.parallelvalidation.ui.model;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Runs a task on one executor and delivers its result on another. Both are given, so that tests can run everything
/// synchronously.
///
/// @param background reads files and waits for runs
/// @param display where state may change
public record BackgroundWork(Executor background, Executor display) {

    /// @param what what is being done, for the message when it goes wrong
    <T> void call(String what, Supplier<T> task, Consumer<T> done, Consumer<Banner> failed) {
        background.execute(() -> {
            Runnable report;
            try {
                T result = task.get();
                report = () -> done.accept(result);
            } catch (RuntimeException | Error e) {
                // The top of a thread: whatever went wrong becomes a message.
                Banner banner = ErrorBanner.of(what, e);
                report = () -> failed.accept(banner);
            }
            display.execute(report);
        });
    }
}
