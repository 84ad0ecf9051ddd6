package io.github.parallelvalidation.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import oshi.software.os.OSProcess;

/// Finds processes by a variable of their environment. A process that left its session and its parent still carries
/// the environment that it was started with.
public final class ProcessMarks {
    private static final Path PROC = Path.of("/proc");
    private static final boolean HAS_PROC = Files.isReadable(PROC.resolve("self/environ"));

    /// A process that is just turning into another program has no environment for a moment.
    private static final Duration EXEC_LIMIT = Duration.ofMillis(200);

    /// Those that have none for good, so that nobody waits for them twice.
    private static final Set<ProcStat> BARE = ConcurrentHashMap.newKeySet();

    private ProcessMarks() {}

    /// All processes that carry this mark and whose environment we may read, ourselves left out.
    public static List<ProcessHandle> find(String variable, String value) {
        return find(Map.of(variable, value));
    }

    /// All processes that carry all of these marks, as [#find(String, String)].
    ///
    /// @param marks values by variable
    public static List<ProcessHandle> find(Map<String, String> marks) {
        long self = ProcessHandle.current().pid();
        List<Long> pids = HAS_PROC
                ? inProc(marks.entrySet().stream()
                        .map(mark -> mark.getKey() + "=" + mark.getValue())
                        .toList())
                : throughOshi(marks);
        return pids.stream()
                .filter(pid -> pid != self)
                .map(ProcessHandle::of)
                .flatMap(Optional::stream)
                .toList();
    }

    /// Whether it has ended, but nobody has asked how.
    public static boolean isZombie(long pid) {
        return HAS_PROC && ProcStat.of(pid).map(ProcStat::isZombie).orElse(true);
    }

    /// One sweep over `/proc`: some milliseconds, where OSHI needs many times that for the same.
    private static List<Long> inProc(List<String> marks) {
        List<Long> found = new ArrayList<>();
        List<Long> silent = new ArrayList<>();
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROC, "[0-9]*")) {
            for (Path process : processes) {
                long pid = Long.parseLong(process.getFileName().toString());
                Optional<String> environment = environment(pid);
                if (environment.filter(String::isEmpty).isPresent()) {
                    silent.add(pid);
                } else if (environment.filter(text -> carries(text, marks)).isPresent()) {
                    found.add(pid);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            throw new IllegalStateException("the list of processes cannot be read", e);
        }
        silent.stream().filter(pid -> carries(settled(pid), marks)).forEach(found::add);
        return found;
    }

    /// The environment of a process that had none a moment ago.
    private static String settled(long pid) {
        long until = System.nanoTime() + EXEC_LIMIT.toNanos();
        Optional<ProcStat> stat = ProcStat.of(pid).filter(ProcessMarks::mayGetOne);
        while (stat.isPresent() && System.nanoTime() < until) {
            Optional<String> environment = environment(pid);
            if (!environment.filter(String::isEmpty).isPresent()) {
                return environment.orElse("");
            }
            LockSupport.parkNanos(1_000_000);
            stat = ProcStat.of(pid).filter(ProcessMarks::mayGetOne);
        }
        stat.map(ProcessMarks::identity).ifPresent(BARE::add);
        return "";
    }

    private static boolean mayGetOne(ProcStat stat) {
        return !stat.isKernelThread() && !stat.isZombie() && !BARE.contains(identity(stat));
    }

    private static ProcStat identity(ProcStat stat) {
        return new ProcStat(stat.pid(), ' ', 0, stat.startedTicks());
    }

    /// Empty where it is another user's: such a process is not ours to end either. A text without a letter where it
    /// has none now. Who may read the file by its mode may be refused all the same, as the administrator of a
    /// container is.
    private static Optional<String> environment(long pid) {
        Path file = PROC.resolve(pid + "/environ");
        if (!Files.isReadable(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
        } catch (AccessDeniedException notOurs) {
            return Optional.empty();
        } catch (IOException endedMeanwhile) {
            return Optional.of("");
        }
    }

    private static boolean carries(String environment, List<String> marks) {
        return marks.stream()
                .allMatch(mark -> environment.startsWith(mark + "\0") || environment.contains("\0" + mark + "\0"));
    }

    private static List<Long> throughOshi(Map<String, String> marks) {
        return MemoryProbe.Native.OPERATING_SYSTEM.getProcesses().stream()
                .filter(process -> process.getEnvironmentVariables().entrySet().containsAll(marks.entrySet()))
                .map(OSProcess::getProcessID)
                .map(Integer::longValue)
                .toList();
    }
}
