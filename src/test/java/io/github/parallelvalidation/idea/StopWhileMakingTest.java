package io.github.parallelvalidation.idea;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.queue.Queue;
import io.github.parallelvalidation.queue.QueueFile;
import io.github.parallelvalidation.queue.Status;
import io.github.parallelvalidation.torture.HookedFiles;
import io.github.parallelvalidation.torture.Life;
import io.github.parallelvalidation.trust.Accepted;
import io.github.parallelvalidation.workspace.StrategyId;
import io.github.parallelvalidation.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The program is stopped after each single file operation of making, copying and changing a strategy.
class StopWhileMakingTest {
    private static final StrategyId OLD = new StrategyId("STR-101");
    private static final StrategyId NEW = new StrategyId("STR-102");
    private static final String QUEUE = "queue:\n  - id: STR-101\n    status: L0_PASSED   # good\n";
    private static final String PARAMETERS =
            "asset: BTCUSD\ntimeframe: 1h\nsignal: {long: 'close > n', horizon: 4}\nentry: {n: 1}  # one\n";
    private static final String CHANGED = PARAMETERS.replace("n: 1", "n: 2");

    @TempDir
    private Path folder;

    private int workspaces;

    private Path fresh() throws IOException {
        Path root = folder.resolve("w" + workspaces++);
        Path strategy = Files.createDirectories(root.resolve(".crypto/knowledge/strategies/STR-101-x"));
        Files.createDirectories(root.resolve(".crypto/pipeline"));
        Files.writeString(root.resolve(".crypto/pipeline/queue.yaml"), QUEUE);
        Files.writeString(strategy.resolve("parameters.yaml"), PARAMETERS);
        Files.writeString(strategy.resolve("hypothesis.md"), "# STR-101\n");
        return root;
    }

    private static Ideas ideas(Path root) {
        return new Ideas(new Workspace(root), () -> Accepted.NONE);
    }

    /// @param look at what is there after each stop
    /// @return how many stops there were
    private int stopEverywhere(Consumer<Ideas> action, Consumer<Workspace> look) throws IOException {
        for (int stop = 0; ; stop++) {
            Path root = fresh();
            boolean isStopped = false;
            try {
                action.accept(ideas(HookedFiles.hooked(root, new Life(stop))));
            } catch (Life.Stopped e) {
                isStopped = true;
            }
            look.accept(new Workspace(root));
            if (!isStopped) {
                return stop;
            }
        }
    }

    private static Queue queue(Workspace workspace) {
        return new QueueFile(workspace.queue()).read();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(file.toString(), e);
        }
    }

    /// No folder, or a whole one; an entry only where there is a whole one; and the old strategy as it was.
    private static void requireWholeOrNone(Workspace workspace) {
        Optional<Path> made = workspace.strategy(NEW);
        made.ifPresent(found -> {
            assertThat(new Ideas(workspace, () -> Accepted.NONE).read(NEW).fields())
                    .isNotEmpty();
            assertThat(read(found.resolve("hypothesis.md"))).startsWith("# STR-102 ");
        });
        assertThat(queue(workspace).find(NEW))
                .satisfiesAnyOf(
                        entry -> assertThat(entry).isEmpty(),
                        _ -> assertThat(made).isPresent());
        assertThat(read(workspace.queue())).startsWith(QUEUE);
        assertThat(read(workspace.strategies().resolve("STR-101-x/parameters.yaml")))
                .isEqualTo(PARAMETERS);
    }

    @Test
    void aStrategyIsMadeWholeOrNotAtAll() throws IOException {
        NewStrategy wanted = new NewStrategy(NEW, "Above", "BTCUSD", "1h", "close > 1", "");

        assertThat(stopEverywhere(ideas -> ideas.create(wanted), workspace -> {
                    requireWholeOrNone(workspace);
                    // Whoever tries again gets it, or is told that its folder is there.
                    if (workspace.strategy(NEW).isEmpty()) {
                        new Ideas(workspace, () -> Accepted.NONE).create(wanted);
                        assertThat(queue(workspace).find(NEW)).isPresent();
                    }
                }))
                .isGreaterThan(10);
    }

    @Test
    void aVariationIsMadeWholeOrNotAtAll() throws IOException {
        assertThat(stopEverywhere(ideas -> ideas.duplicate(OLD, NEW, "Copy"), StopWhileMakingTest::requireWholeOrNone))
                .isGreaterThan(10);
    }

    @Test
    void noVerdictStandsBesideRulesThatItIsNotAbout() throws IOException {
        assertThat(stopEverywhere(ideas -> ideas.save(ideas.read(OLD), Map.of("entry.n", "2")), workspace -> {
                    String now = read(workspace.strategies().resolve("STR-101-x/parameters.yaml"));
                    Status status = queue(workspace).find(OLD).orElseThrow().status();
                    assertThat(now).isIn(PARAMETERS, CHANGED);
                    assertThat(status).isIn(Status.PENDING, Status.L0_PASSED);
                    assertThat(now.equals(PARAMETERS) || status == Status.PENDING)
                            .isTrue();
                    Ideas after = new Ideas(workspace, () -> Accepted.NONE);
                    after.save(after.read(OLD), Map.of("entry.n", "3"));
                    assertThat(workspace.strategies().resolve("STR-101-x")).isDirectoryNotContaining("glob:**.tmp");
                }))
                .isGreaterThan(5);
    }
}
