package io.github.parallelvalidation;

import io.github.parallelvalidation.cli.Cli;
import io.github.parallelvalidation.cli.Terminal;
import io.github.parallelvalidation.process.MemoryProbe;
import io.github.parallelvalidation.run.LocalValidation;
import io.github.parallelvalidation.run.Validation;
import io.github.parallelvalidation.trust.Acceptances;
import io.github.parallelvalidation.worker.BuiltInInspector;
import io.github.parallelvalidation.workspace.Workspace;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.stream.Stream;

/// A workspace as it may come from anybody: each program that it names leaves a file of its own name in a
/// folder beside the workspace, and so shows that it was started.
public final class StrangersWorkspace {
    private final Path folder;
    private final TestWorkspace workspace;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    /// Three strategies with programs of their own, and a notifier; those of the sample are there but do not
    /// wait.
    ///
    /// @param folder holds the workspace, what its programs leave, and what was accepted
    public StrangersWorkspace(Path folder) throws IOException {
        this.folder = folder;
        this.workspace = TestWorkspace.copyOf(Path.of("assets/sample-workspace"), folder.resolve("workspace"));
        Files.createDirectories(started());
        Files.createDirectories(folder.resolve("workspace/.crypto/knowledge/strategies"));
        // A program has a process for itself in any case; none that could be shared is started first.
        settings(notifier(), "worker: {reuse: false}");
        StringBuilder queue = new StringBuilder("queue:\n");
        for (String id : new String[] {"STR-301", "STR-302", "STR-303"}) {
            queue.append("  - id: ").append(id).append("\n    status: PENDING\n");
            strategy(id, leaving(id, "{bars}", "{signals}"));
        }
        queue.append("  - id: STR-201\n    status: L0_FAILED\n");
        workspace.write(".crypto/pipeline/queue.yaml", queue.toString());
        workspace.write(
                ".crypto/config/tiered-validation-protocol.yaml",
                "tiers: {L0: {placebo_worlds: 10}, L1: {placebo_worlds: 10}}\n");
    }

    /// Lines of `parallel_validation:` in the place of those that are there.
    public void settings(String... lines) {
        workspace.write(
                ".crypto/config/parallel-validation.yaml",
                "parallel_validation:\n  " + String.join("\n  ", lines) + "\n");
    }

    /// The line that names the notifier.
    public String notifier() {
        return "notify: {command: %s}".formatted(leaving("notify"));
    }

    public void strategy(String id, String command) {
        workspace.write(
                ".crypto/knowledge/strategies/" + id + "/parameters.yaml",
                "asset: BTC/USD\ntimeframe: 1h\nsignal:\n  horizon: 4\n  command: " + command + "\n");
    }

    /// An argument list, as YAML, that leaves a file.
    public String leaving(String name, String... more) {
        String script = "touch '%s'; exit 1".formatted(started().resolve(name));
        return Stream.concat(Stream.of("sh", "-c", script, "sh"), Stream.of(more))
                .map(word -> '"' + word + '"')
                .toList()
                .toString();
    }

    private Path started() {
        return folder.resolve("started");
    }

    /// The names of the programs that were started.
    public Stream<String> leftBehind() {
        try (Stream<Path> files = Files.list(started())) {
            return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public TestWorkspace files() {
        return workspace;
    }

    public Workspace workspace() {
        return workspace.workspace();
    }

    /// What this user has accepted, which is nothing at first.
    public Acceptances acceptances() {
        return new Acceptances(folder.resolve("state"));
    }

    public Validation validation() {
        return new LocalValidation(
                Program.workers(),
                new BuiltInInspector(acceptances()),
                MemoryProbe.ofSystem(),
                Clock.systemUTC(),
                acceptances());
    }

    /// @return the exit status of a command, which has the workspace as its last argument
    public int run(String... arguments) {
        out.reset();
        err.reset();
        Terminal terminal = TestTerminal.of(out, err);
        String[] all =
                Stream.concat(Stream.of(arguments), Stream.of(workspace.root())).toArray(String[]::new);
        return new Cli(validation(), terminal, _ -> 0).run(all);
    }

    public String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    public String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
