package io.github.parallelvalidation.cli;

import static io.github.parallelvalidation.TestWorkspace.FAIL;
import static io.github.parallelvalidation.TestWorkspace.PASS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.TestTerminal;
import io.github.parallelvalidation.TestWorkspace;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What failed L0 and is named at L1 is run, and says so for ever.
class InsistedTest {
    private static final String L1 = ", \"sharpe\": 1.4, \"profit_factor\": 1.6, \"trades\": 80";
    private static final String MARK = "without_l0_pass: true";

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @SuppressWarnings("NullAway.Init")
    private TestWorkspace workspace;

    @BeforeEach
    void judgeAtL0() {
        workspace = TestWorkspace.in(folder).strategy("STR-201", FAIL + L1).strategy("STR-202", PASS + L1);
        run("validate", workspace.root(), "--on-escalation", "continue");
        assertThat(workspace.queue()).contains("L0_FAILED", "L0_PASSED");
    }

    @Test
    void whoNamesOneIsToldAndItsPassIsMarkedInEveryRecord() {
        assertThat(run("validate", workspace.root(), "--tier", "L1", "--strategy", "STR-201", "--dry-run"))
                .contains("has not passed L0: its results will say so");

        String said =
                run("validate", workspace.root(), "--tier", "L1", "--strategy", "STR-201", "--strategy", "STR-202");

        assertThat(said)
                .contains("2 of 2 passed L1", "1 was run without a pass of L0.")
                .containsOnlyOnce("run at L1 although it had not passed L0, because somebody insisted");
        assertThat(workspace.queue()).doesNotContain("without_l0_pass");
        assertThat(workspace.read(".crypto/pipeline/parallel-validation-" + workspace.newestRun() + ".yaml"))
                .as("as planned and as judged")
                .matches("(?s).*" + MARK + ".*journal.*" + MARK + ".*");
        assertThat(workspace.read(".crypto/live-monitoring/parallel-validation-metrics.yaml"))
                .containsOnlyOnce(MARK);
        assertThat(run(
                        "report",
                        workspace.root(),
                        "--html",
                        folder.resolve("r.html").toString()))
                .isNotNull();
        assertThat(workspace.read("r.html")).contains("✓ L1 PASSED, no L0", "although it had not passed L0");
    }

    @Test
    void aLaterRunAtL1KeepsTheMarkAndAVerdictAtL0TakesItAway() {
        String words = "without a pass of L0";
        run("validate", workspace.root(), "--tier", "L1", "--strategy", "STR-201");
        assertThat(run("validate", workspace.root(), "--tier", "L1", "--strategy", "STR-201"))
                .contains(words);

        workspace.script("STR-201", PASS + L1);
        run("validate", workspace.root(), "--strategy", "STR-201");
        assertThat(run("validate", workspace.root(), "--tier", "L1", "--strategy", "STR-201"))
                .doesNotContain(words);

        workspace.script("STR-201", FAIL + L1);
        run("validate", workspace.root(), "--strategy", "STR-201", "--on-escalation", "continue");
        assertThat(run("validate", workspace.root(), "--tier", "L1", "--strategy", "STR-201"))
                .as("a third time")
                .contains(words);
    }

    @Test
    void nothingIsRunAtL1ByAccident() {
        assertThat(run("validate", workspace.root(), "--tier", "L1")).contains("1 of 1 passed L1");
        assertThat(workspace.queue()).contains("L0_FAILED").doesNotContain("without_l0_pass");
    }

    private String run(String... arguments) {
        out.reset();
        new Cli(TestWorkspace.validation(), TestTerminal.of(out, out), _ -> 0).run(arguments);
        return out.toString(StandardCharsets.UTF_8);
    }
}
