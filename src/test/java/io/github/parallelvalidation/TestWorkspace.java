package io.github.parallelvalidation;

import io.github.parallelvalidation.journal.RunIds;
import io.github.parallelvalidation.process.MemoryProbe;
import io.github.parallelvalidation.run.LocalValidation;
import io.github.parallelvalidation.run.Validation;
import io.github.parallelvalidation.supervise.WorkerCommand;
import io.github.parallelvalidation.worker.BuiltInInspector;
import io.github.parallelvalidation.workspace.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/// A workspace whose strategies are scripts of [ScriptedWorker].
public final class TestWorkspace {
    public static final String PASS =
            "metrics \"signal_frequency\": 84, \"hit_rate\": 0.56, \"ic\": 0.04, \"ic_p_value\": 0.02, \"luck\": 0.4";
    public static final String FAIL =
            "metrics \"signal_frequency\": 84, \"hit_rate\": 0.56, \"ic\": -0.02, \"ic_p_value\": 0.7, \"luck\": 0.3";
    public static final String TOO_FEW =
            "metrics \"signal_frequency\": 8, \"hit_rate\": 0.56, \"ic\": 0.04, \"ic_p_value\": 0.2, \"luck\": 0.0";

    /// A limit that a worker keeps however busy the machine is, and for which one that never ends can be waited for.
    public static final String BRIEF = "worker_timeout_seconds: 4";

    private final Workspace workspace;

    private TestWorkspace(Workspace workspace) {
        this.workspace = workspace;
    }

    /// An empty one.
    ///
    /// @param settings further lines of `parallel_validation:`
    public static TestWorkspace in(Path folder, String... settings) {
        TestWorkspace made = new TestWorkspace(new Workspace(folder));
        made.write(".crypto/pipeline/queue.yaml", "queue:\n");
        made.write(
                ".crypto/config/tiered-validation-protocol.yaml",
                "tiers: {L0: {placebo_worlds: 10}, L1: {placebo_worlds: 10}}\n");
        made.write(
                ".crypto/config/parallel-validation.yaml",
                "parallel_validation:\n  worker: {command: " + ScriptedWorker.command() + "}\n"
                        + String.join(
                                "",
                                Stream.of(settings)
                                        .map(line -> "  " + line + "\n")
                                        .toList()));
        Trust.folder(made.workspace);
        return made;
    }

    /// A copy of a workspace that comes with the project.
    public static TestWorkspace copyOf(Path source, Path folder) {
        return new TestWorkspace(Trust.folder(new Workspace(copy(source, folder))));
    }

    /// A copy of the sample in which one process judges everything, in few worlds: for tests that look neither at what
    /// is told of luck nor at workers side by side.
    public static TestWorkspace quickSample(Path folder) {
        TestWorkspace sample = copyOf(Path.of("assets/sample-workspace"), folder);
        sample.change(
                ".crypto/config/tiered-validation-protocol.yaml",
                "    warmup_bars: 1000",
                "    placebo_worlds: 19\n    warmup_bars: 1000");
        sample.change(".crypto/config/parallel-validation.yaml", "max_workers: 4", "max_workers: 1");
        return sample;
    }

    /// Writes something else wherever it stands in a file.
    public void change(String path, String from, String to) {
        String text = read(path);
        if (!text.contains(from)) {
            throw new AssertionError(path + " does not contain: " + from);
        }
        write(path, text.replace(from, to));
    }

    /// Copies a folder with all that is in it.
    ///
    /// @return the copy
    public static Path copy(Path source, Path folder) {
        try (Stream<Path> files = Files.walk(source)) {
            for (Path file : files.toList()) {
                Path target = folder.resolve(source.relativize(file));
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return folder;
    }

    /// Adds a strategy that awaits L0.
    public TestWorkspace strategy(String id, String... script) {
        write(
                ".crypto/pipeline/queue.yaml",
                read(".crypto/pipeline/queue.yaml") + "  - id: " + id + "\n    status: PENDING\n");
        return script(id, script);
    }

    public TestWorkspace script(String id, String... script) {
        write(".crypto/knowledge/strategies/" + id + "-test/script.txt", String.join("\n", script) + "\n");
        return this;
    }

    public Workspace workspace() {
        return workspace;
    }

    public String root() {
        return workspace.root().toString();
    }

    public String queue() {
        return read(".crypto/pipeline/queue.yaml");
    }

    public String read(String path) {
        try {
            return Files.readString(workspace.root().resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The id of the newest run, by the names of the plan files.
    public String newestRun() {
        // Two runs of one second are told apart by more than the order of letters.
        return RunIds.of(workspace).getFirst();
    }

    public void write(String path, String text) {
        try {
            Path file = workspace.root().resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Every file below `.crypto` with its content, to see that nothing changed.
    public String everything() {
        try (Stream<Path> files = Files.walk(workspace.root())) {
            StringBuilder text = new StringBuilder();
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                text.append(file)
                        .append('\n')
                        .append(Files.readString(file, StandardCharsets.ISO_8859_1))
                        .append('\n');
            }
            return text.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Leaves what a kill leaves right after a run of STR-101 was planned.
    ///
    /// @param day of the run, `2026-11-22`
    public void interruptedOn(String day) {
        write(".crypto/pipeline/parallel-validation-" + day + "-143000.yaml", """
            run_id: %1$s-143000
            started_at: %1$sT14:30:00Z
            tier: L0
            workers: 1
            queue_depth: 1
            strategies:
            - {strategy_id: STR-101, name: '', status_before: ' PENDING', estimated_seconds: 1}
            journal:
            """.formatted(day));
    }

    public static Validation validation() {
        return validation(Program.workers());
    }

    /// @param builtIn starts what stands in the place of the built-in worker
    public static Validation validation(WorkerCommand.BuiltIn builtIn) {
        return new LocalValidation(
                builtIn,
                new BuiltInInspector(Trust.ACCEPTANCES),
                MemoryProbe.ofSystem(),
                Clock.systemUTC(),
                Trust.ACCEPTANCES);
    }

    /// Waits for a condition that another thread or process brings about; fails after half a minute.
    public static void until(String what, BooleanSupplier condition) {
        Instant limit = Instant.now().plus(Duration.ofSeconds(60));
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(limit)) {
                throw new AssertionError("never came true: " + what);
            }
            LockSupport.parkNanos(10_000_000);
        }
    }
}
