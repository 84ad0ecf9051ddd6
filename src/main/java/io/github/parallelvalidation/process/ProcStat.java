package io.github.parallelvalidation.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/// A process as Linux describes it in `/proc/[pid]/stat`.
///
/// @param state one letter
/// @param startedTicks clock ticks since boot; with the process id it identifies one process for ever
record ProcStat(long pid, char state, long flags, long startedTicks) {
    private static final Path PROC = Path.of("/proc");
    private static final long KERNEL_THREAD = 0x0020_0000;
    private static final int STATE = 0;
    private static final int FLAGS = 6;
    private static final int STARTED = 19;
    private static final Pattern SPACE = Pattern.compile(" ");

    /// Empty where there is no such process, or no such file system.
    static Optional<ProcStat> of(long pid) {
        try {
            String text = ProcFile.text(PROC.resolve(pid + "/stat"));
            // The name of the program stands in brackets and may hold anything, brackets too.
            String[] fields = SPACE.split(text.substring(text.lastIndexOf(')') + 2), -1);
            return Optional.of(new ProcStat(
                    pid, fields[STATE].charAt(0), Long.parseLong(fields[FLAGS]), Long.parseLong(fields[STARTED])));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    /// It has ended, but its parent has not asked how: it holds nothing and cannot be ended again.
    boolean isZombie() {
        return state == 'Z' || state == 'X';
    }

    boolean isKernelThread() {
        return (flags & KERNEL_THREAD) != 0;
    }
}
