package io.github.parallelvalidation.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The largest resident memory of this process since it was last asked to forget it, as Linux counts it. Elsewhere
/// it is not known.
public final class PeakMemory {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final Path CLEAR = Path.of("/proc/self/clear_refs");

    /// "Forget the peak", see proc(5).
    private static final String FORGET = "5";

    private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+([0-9]+) kB");

    private PeakMemory() {}

    /// From now on.
    public static void reset() {
        try {
            Files.writeString(CLEAR, FORGET);
        } catch (IOException notOnThisSystem) {
            // The peak of the whole life of the process is told then.
        }
    }

    /// 0 where it is not known.
    public static long kilobytes() {
        try {
            Matcher peak = PEAK.matcher(ProcFile.text(STATUS));
            return peak.find() ? Long.parseLong(peak.group(1)) : 0;
        } catch (IOException notOnThisSystem) {
            return 0;
        }
    }
}
