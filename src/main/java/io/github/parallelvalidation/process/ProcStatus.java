package io.github.parallelvalidation.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A process as Linux describes it in `/proc/[pid]/status`. No native library is needed for it: where the folder in
/// which one would be unpacked allows no programs, memory is measured all the same.
final class ProcStatus {
    private static final Path PROC = Path.of("/proc");
    private static final boolean IS_THERE = Files.isReadable(PROC.resolve("self/status"));
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+([0-9]+) kB");

    private ProcStatus() {}

    /// Whether this system has such files.
    static boolean isThere() {
        return IS_THERE;
    }

    /// 0 where there is no such process, or it has ended and waits to be asked how.
    static long residentBytes(long pid) {
        try {
            Matcher resident = RESIDENT.matcher(ProcFile.text(PROC.resolve(pid + "/status")));
            return resident.find() ? Long.parseLong(resident.group(1)) << 10 : 0;
        } catch (IOException gone) {
            return 0;
        }
    }
}
