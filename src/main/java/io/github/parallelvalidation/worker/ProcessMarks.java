package io.github.parallelvalidation.worker;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import oshi.software.os.OSProcess;

/// Finds processes by a variable of their environment. A process that left its session and its parent still carries
/// the environment that it was started with.
final class ProcessMarks {
    private static final Path PROC = Path.of("/proc");
    private static final boolean HAS_PROC = Files.isReadable(PROC.resolve("self/environ"));

    private ProcessMarks() {}

    /// All processes that carry this mark and whose environment we may read, ourselves left out.
    static List<ProcessHandle> find(String variable, String value) {
        long self = ProcessHandle.current().pid();
        List<Long> pids = HAS_PROC ? inProc(variable + "=" + value) : throughOshi(variable, value);
        return pids.stream()
                .filter(pid -> pid != self)
                .map(ProcessHandle::of)
                .flatMap(Optional::stream)
                .toList();
    }

    /// One sweep over `/proc`: some milliseconds, where OSHI needs many times that for the same.
    private static List<Long> inProc(String mark) {
        List<Long> found = new ArrayList<>();
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROC, "[0-9]*")) {
            for (Path process : processes) {
                if (carries(process.resolve("environ"), mark)) {
                    found.add(Long.parseLong(process.getFileName().toString()));
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            throw new IllegalStateException("the list of processes cannot be read", e);
        }
        return found;
    }

    private static boolean carries(Path environment, String mark) {
        // Whose environment is another user's is not ours to end either.
        if (!Files.isReadable(environment)) {
            return false;
        }
        try {
            String variables = new String(Files.readAllBytes(environment), StandardCharsets.ISO_8859_1);
            return variables.startsWith(mark + "\0") || variables.contains("\0" + mark + "\0");
        } catch (IOException endedMeanwhile) {
            return false;
        }
    }

    private static List<Long> throughOshi(String variable, String value) {
        return MemoryProbe.Native.OPERATING_SYSTEM.getProcesses().stream()
                .filter(process ->
                        value.equals(process.getEnvironmentVariables().get(variable)))
                .map(OSProcess::getProcessID)
                .map(Integer::longValue)
                .toList();
    }

    /// A process that has ended but whose parent has not asked how: it holds nothing and cannot be ended again.
    static boolean isZombie(long pid) {
        if (!HAS_PROC) {
            return false;
        }
        try {
            String stat = new String(Files.readAllBytes(PROC.resolve(pid + "/stat")), StandardCharsets.ISO_8859_1);
            int state = stat.lastIndexOf(')') + 2;
            return state < stat.length() && (stat.charAt(state) == 'Z' || stat.charAt(state) == 'X');
        } catch (IOException gone) {
            return true;
        }
    }
}
