package io.github.parallelvalidation.process;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Sums the times of the threads of processes that start and end; ended ones stay included.
///
/// Linux tells both times to the nanosecond in `/proc/PID/task/TID/schedstat`. Elsewhere the processor time is that
/// of the whole process, and how long it waited for a processor is not known.
public final class ThreadTimes implements AutoCloseable {
    private static final Path PROC = Path.of("/proc");
    private static final boolean HAS_SCHEDSTAT = Files.isReadable(PROC.resolve("self/schedstat"));

    private final Map<Long, Times> threads = new HashMap<>();
    private final Optional<ThreadFiles> kept;
    private final long keptFor;

    /// Of processes that are looked at a few times.
    public ThreadTimes() {
        kept = Optional.empty();
        keptFor = 0;
    }

    /// Of one that is asked again and again until it is closed, and of what it starts.
    public ThreadTimes(ProcessHandle often) {
        kept = HAS_SCHEDSTAT ? Optional.of(new ThreadFiles(often.pid())) : Optional.empty();
        keptFor = often.pid();
    }

    /// @param cpuNanos time on a processor
    /// @param waitNanos time ready to run, without a processor
    public record Times(long cpuNanos, long waitNanos) {
        public static final Times NONE = new Times(0, 0);

        Times plus(Times other) {
            return new Times(cpuNanos + other.cpuNanos, waitNanos + other.waitNanos);
        }

        public Times minus(Times other) {
            return new Times(cpuNanos - other.cpuNanos, waitNanos - other.waitNanos);
        }
    }

    public void add(Collection<ProcessHandle> processes) {
        for (ProcessHandle process : processes) {
            add(process);
        }
    }

    /// @return whether it is still there
    public boolean add(ProcessHandle process) {
        if (kept.isPresent() && process.pid() == keptFor) {
            return kept.get().read(this::addThread);
        }
        if (HAS_SCHEDSTAT) {
            return addThreads(process.pid());
        }
        Optional<Duration> used = process.info().totalCpuDuration();
        used.ifPresent(time -> threads.merge(process.pid(), new Times(time.toNanos(), 0), ThreadTimes::later));
        return used.isPresent();
    }

    /// All of it so far.
    public Times sum() {
        return threads.values().stream().reduce(Times.NONE, Times::plus);
    }

    private boolean addThreads(long pid) {
        try (DirectoryStream<Path> tasks = Files.newDirectoryStream(tasks(pid))) {
            for (Path task : tasks) {
                addThread(task);
            }
            return true;
        } catch (IOException | DirectoryIteratorException endedMeanwhile) {
            // What was seen of it before stays.
            return false;
        }
    }

    private void addThread(Path task) {
        try {
            addThread(Long.parseLong(task.getFileName().toString()), ProcFile.text(file(task)));
        } catch (IOException endedMeanwhile) {
            // What was seen of it before stays.
        }
    }

    private void addThread(long thread, String text) {
        int first = text.indexOf(' ');
        int second = text.indexOf(' ', first + 1);
        Times now = new Times(Long.parseLong(text, 0, first, 10), Long.parseLong(text, first + 1, second, 10));
        threads.merge(thread, now, ThreadTimes::later);
    }

    /// The folder with one for each thread of a process.
    static Path tasks(long pid) {
        return PROC.resolve(pid + "/task");
    }

    static Path file(Path task) {
        return task.resolve("schedstat");
    }

    @Override
    public void close() {
        kept.ifPresent(ThreadFiles::close);
    }

    /// A thread's number may be given to another one once it has ended; both count.
    private static Times later(Times before, Times now) {
        return now.cpuNanos() >= before.cpuNanos() ? now : before.plus(now);
    }
}
