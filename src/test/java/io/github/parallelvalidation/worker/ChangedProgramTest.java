package io.github.parallelvalidation.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.strategy.StrategyFile;
import io.github.parallelvalidation.trust.Accepted;
import io.github.parallelvalidation.trust.NamedProgram;
import io.github.parallelvalidation.workspace.StrategyId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// A strategy's file is another one when its worker reads it than when the run asked its user.
@NullUnmarked // JUnit fills the fields
@DisabledOnOs(OS.WINDOWS)
class ChangedProgramTest {
    private static final StrategyId ID = new StrategyId("STR-401");

    @TempDir
    private Path root;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private ProgramWorkspace workspace;

    @BeforeEach
    void aWorkspace() throws IOException {
        workspace = new ProgramWorkspace(root);
    }

    private String leaving(String name) {
        return "[sh, \"-c\", \"touch %s\", \"{bars}\", \"{signals}\"]".formatted(root.resolve(name));
    }

    private Accepted accepted() {
        return Accepted.of(StrategyFile.read(workspace.folder().resolve(StrategyFile.NAME))
                .strategy()
                .program()
                .map(program -> NamedProgram.signal(ID, program))
                .stream()
                .toList());
    }

    private int judge(Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(Map.of("PV_WORKSPACE", root.toString()));
        environment.putAll(more);
        return WorkerMain.judge(
                List.of("--tier", "L0", "--strategy-id", ID.value()),
                environment,
                new PrintStream(printed, true, StandardCharsets.UTF_8),
                WorkerMarkets.none());
    }

    private int judgeInARun(Accepted accepted) {
        return judge(Map.of(WorkerArguments.WORKER_ID, "WORKER-1", Accepted.VARIABLE, accepted.forWorker(ID)));
    }

    @Test
    void whatWasAcceptedIsStarted() throws IOException {
        workspace.strategy(leaving("mine"));
        judgeInARun(accepted());
        assertThat(root.resolve("mine")).exists();
    }

    @Test
    void whatTookItsPlaceIsNot() throws IOException {
        workspace.strategy(leaving("mine"));
        Accepted accepted = accepted();
        workspace.strategy(leaving("other"));
        assertThat(judgeInARun(accepted)).isEqualTo(BuiltInWorker.ERROR);
        assertThat(root.resolve("mine")).doesNotExist();
        assertThat(root.resolve("other")).doesNotExist();
        assertThat(workspace.results(Tier.L0)).contains("STRATEGY_INVALID", "is not the one that was accepted");
    }

    @Test
    void byHandTheWorkerAsksForItself() throws IOException {
        workspace.strategy(leaving("mine"));
        assertThat(judge(Map.of())).isEqualTo(BuiltInWorker.NOT_ACCEPTED);
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("signal.command of STR-401", "nothing was started");
        assertThat(root.resolve("mine")).doesNotExist();
        assertThat(Files.exists(workspace.folder().resolve("backtest-results/L0_results.yaml")))
                .isFalse();
    }

    @Test
    void byHandWithTrustItIsStarted() throws IOException {
        workspace.strategy(leaving("mine"));
        WorkerMain.judge(
                List.of("--trust", "--tier", "L0", "--strategy-id", ID.value()),
                Map.of("PV_WORKSPACE", root.toString()),
                new PrintStream(printed, true, StandardCharsets.UTF_8),
                WorkerMarkets.none());
        assertThat(root.resolve("mine")).exists();
    }
}
