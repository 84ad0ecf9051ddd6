package io.github.parallelvalidation.ui.notice;

import io.github.parallelvalidation.ui.model.Notice;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Hands notices to the desktop, one after another is not waited for. What goes wrong is logged and costs nothing else.
public final class DesktopNotices implements Consumer<Notice> {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final Optional<DesktopProgram> program;
    private final Executor background;
    private final Duration limit;

    DesktopNotices(Optional<DesktopProgram> program, Executor background, Duration limit) {
        this.program = program;
        this.background = background;
        this.limit = limit;
    }

    /// Of the desktop that this process runs on.
    ///
    /// @param background where is waited for its program
    public static DesktopNotices ofThisDesktop(Executor background) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return new DesktopNotices(DesktopProgram.find(System.getProperty("os.name"), path), background, LIMIT);
    }

    @Override
    public void accept(Notice notice) {
        program.ifPresent(known -> background.execute(() -> tell(known, notice)));
    }

    private void tell(DesktopProgram known, Notice notice) {
        send(known, notice)
                .ifPresent(problem -> System.getLogger(DesktopNotices.class.getName())
                        .log(Level.WARNING, "A notice did not reach the desktop: {0}", problem));
    }

    /// @return what went wrong; empty where nothing did
    Optional<String> send(DesktopProgram known, Notice notice) {
        ProcessBuilder builder = new ProcessBuilder(known.command(notice))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(known.environment(notice));
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            return end(known, process);
        } catch (IOException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private Optional<String> end(DesktopProgram known, Process process) {
        try {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                end(process.toHandle());
                return Optional.of("%s was not done after %d s".formatted(known.file(), limit.toSeconds()));
            }
            int status = process.exitValue();
            return status == 0
                    ? Optional.empty()
                    : Optional.of("%s ended with exit status %d".formatted(known.file(), status));
        } catch (InterruptedException e) {
            end(process.toHandle());
            Thread.currentThread().interrupt();
            return Optional.of(known.file() + " was interrupted");
        }
    }

    private static void end(ProcessHandle process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
