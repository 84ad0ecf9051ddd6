package io.github.parallelvalidation;

import io.github.parallelvalidation.trust.Acceptances;
import io.github.parallelvalidation.trust.Accepted;
import io.github.parallelvalidation.trust.AcceptedProgram;
import io.github.parallelvalidation.trust.NamedProgram;
import io.github.parallelvalidation.workspace.StrategyId;
import io.github.parallelvalidation.workspace.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The programs of a test's workspace are its own: here, and nowhere else, they are accepted.
public final class Trust {
    /// What a worker is told that a test starts by hand.
    public static final Map<String, String> TOLD =
            Map.of(Accepted.VARIABLE, Accepted.wholeFolder().forWorker(new StrategyId("STR-101")));

    private static final Path STATE = temporary();

    /// Those of this test process.
    public static final Acceptances ACCEPTANCES =
            new Acceptances(STATE.resolve("parallel-validation").resolve("accepted"));

    private Trust() {}

    /// Accepts whatever the workspace names.
    public static Workspace folder(Workspace workspace) {
        ACCEPTANCES.acceptFolder(workspace);
        return workspace;
    }

    /// A program that stands in the place of the built-in worker, or is told of the end of a run.
    public static AcceptedProgram program(Path folder, List<String> arguments) {
        Workspace workspace = new Workspace(folder);
        return Accepted.wholeFolder().admit(workspace, NamedProgram.worker(workspace, arguments));
    }

    /// What another process of this program needs in its environment to know the same.
    public static Map<String, String> environment() {
        return Map.of("XDG_STATE_HOME", STATE.toString());
    }

    private static Path temporary() {
        try {
            Path folder = Files.createTempDirectory("accepted-");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(folder)));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remove(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
