package io.github.parallelvalidation.supervise;

import io.github.parallelvalidation.Trust;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.process.MemoryProbe;
import io.github.parallelvalidation.workspace.StrategyId;
import io.github.parallelvalidation.workspace.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// Supervises workers that are a few lines of shell script.
///
/// @param root of an empty workspace
/// @param memoryMb what a worker may hold
record ShellWorker(Path root, Duration timeout, long memoryMb) {
    static final String METRICS = "metrics: {ic: 0.04}";
    static final String RESULTS = "echo '" + METRICS + "' > L0_results.yaml";
    static final String FLAG = "echo 'status: COMPLETED' > L0_complete.yaml";
    static final String PASS = RESULTS + "\n" + FLAG;

    ShellWorker(Path root) {
        this(root, Duration.ofSeconds(20), 4000);
    }

    WorkerTask task() {
        try {
            Path folder = Files.createDirectories(root.resolve(".crypto/knowledge/strategies/STR-201"));
            return new WorkerTask(
                    new Workspace(root),
                    new AttemptId(new StrategyId("STR-201"), "WORKER-" + UUID.randomUUID(), 1),
                    Tier.L0,
                    "2026-11-22-143000",
                    folder,
                    timeout);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Runs the script in the output folder.
    Attempt run(String... lines) {
        return run(task(), new Listener(), new StopSignal(), lines);
    }

    Attempt run(WorkerTask task, AttemptListener listener, StopSignal stop, String... lines) {
        List<String> script = new ArrayList<>(List.of("cd \"$1\" || exit 99"));
        script.addAll(List.of(lines));
        WorkerCommand command = new WorkerCommand.Custom(
                Trust.program(root, List.of("/bin/sh", "-c", String.join("\n", script), "worker", "{output_dir}")),
                any -> root);
        Supervisor.Limits limits = new Supervisor.Limits(Duration.ofMillis(200), memoryMb, Set.of("ic"));
        return new Supervisor(command, limits, MemoryProbe.ofSystem()).run(task, listener, stop);
    }

    /// Processes of any worker of this workspace that are still there.
    Collection<ProcessHandle> left() {
        return LeftBehind.processes(root);
    }

    /// Keeps the last progress.
    static class Listener implements AttemptListener {
        volatile String stage = "";

        @Override
        public void progress(double fraction, String newStage) {
            stage = newStage;
        }

        @Override
        public void memory(long residentMb) {}
    }
}
