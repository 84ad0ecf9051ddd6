package io.github.parallelvalidation.supervise;

import com.sun.management.HotSpotDiagnosticMXBean;
import io.github.parallelvalidation.process.ProcessMarks;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

/// For tests of whole runs: what is still there of their workers.
public final class LeftBehind {
    private LeftBehind() {}

    public static List<ProcessHandle> processes(Path root) {
        return ProcessMarks.find("PV_WORKSPACE", root.toString()).stream()
                .filter(process -> !ProcessMarks.isZombie(process.pid()))
                .toList();
    }

    /// All threads of this program, virtual ones too.
    public static String threads(Path folder) throws IOException {
        Path dump = folder.resolve("threads-" + UUID.randomUUID());
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                .dumpThreads(dump.toString(), HotSpotDiagnosticMXBean.ThreadDumpFormat.TEXT_PLAIN);
        return Files.readString(dump);
    }
}
