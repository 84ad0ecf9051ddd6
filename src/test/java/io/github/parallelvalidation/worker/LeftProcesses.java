package io.github.parallelvalidation.worker;

import java.nio.file.Path;
import java.util.List;

/// For tests of whole runs: what is still there of any worker of a workspace.
public final class LeftProcesses {
    private LeftProcesses() {}

    public static List<ProcessHandle> of(Path root) {
        return ProcessMarks.find("PV_WORKSPACE", root.toString()).stream()
                .filter(process -> !ProcessMarks.isZombie(process.pid()))
                .toList();
    }
}
