package io.github.parallelvalidation.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.TestTerminal;
import io.github.parallelvalidation.TestWorkspace;
import io.github.parallelvalidation.schema.Schema;
import io.github.parallelvalidation.schema.SchemaCheck;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two runs of the sample, and what the command line says of them.
@NullUnmarked // JUnit fills the fields
class CompareRunsTest {
    private static final String PROTOCOL = ".crypto/config/tiered-validation-protocol.yaml";
    private static final String PARAMETERS = ".crypto/knowledge/strategies/STR-201-rsi-reversion/parameters.yaml";

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... arguments) {
        out.reset();
        err.reset();
        return new Cli(TestWorkspace.validation(), TestTerminal.of(out, err), _ -> 0).run(arguments);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private String validated(TestWorkspace workspace) {
        run(
                "validate",
                workspace.root(),
                "--strategy",
                "STR-201",
                "--strategy",
                "STR-202",
                "--on-escalation",
                "continue");
        return workspace.newestRun();
    }

    @Test
    void twoRunsDifferInTheParameterAndTheGateThatWereEditedBetweenThem() {
        TestWorkspace workspace = TestWorkspace.quickSample(folder.resolve("sample"));
        String first = validated(workspace);
        workspace.change(PARAMETERS, "period: 14", "period: 21");
        workspace.change(PROTOCOL, "min_ic: 0.01 ", "min_ic: 0.003");
        String second = validated(workspace);
        assertThat(second).isNotEqualTo(first);

        assertThat(run("history", workspace.root(), "--compare", second, first))
                .as(err())
                .isZero();
        assertThat(out())
                .startsWith("Run " + first + " and run " + second)
                .contains("1 of 2 verdicts flipped")
                .contains("STR-202 failed (ic 0.0035, needs more than 0.01), then passed (ic 0.0035, needs more than"
                        + " 0.003). Its figures are the same: the gates are others.")
                .contains("ic: more than 0.01, then more than 0.003")
                .contains("STR-201: period 14, then 21")
                .doesNotContain("STR-202: ");

        assertThat(run("history", workspace.root(), "--compare", second, first, "--json"))
                .isZero();
        assertThat(SchemaCheck.valid(Schema.COMPARISON, out()))
                .contains("\"in_both\" : 2", "1 of 2 verdicts flipped", "ic 0.0035, needs more than 0.01");
        assertThat(run("history", workspace.root(), "--run", first, "--json")).isZero();
        assertThat(SchemaCheck.valid(Schema.RUN, out())).contains(first, "STR-202");

        assertThat(run("history", workspace.root(), "--run", first)).isZero();
        assertThat(out())
                .startsWith("Run " + first + " · L0 · ")
                .contains("ic                   more than 0.01", "BTCUSD 1h, 4416 bars up to 2023-12-31: STR-201");
    }

    @Test
    void whyAStrategyWasNotMeasuredStandsOnThePageOfItsRun() {
        TestWorkspace workspace = TestWorkspace.in(folder).strategy("STR-101", "halt 3");
        run("validate", workspace.root());
        assertThat(run("history", workspace.root(), "--run", workspace.newestRun()))
                .isZero();
        assertThat(out())
                .contains("Not measured\n  STR-101: 4 attempts: the worker ended without results (exit status 3)");
        assertThat(run("history", workspace.root())).isZero();
        assertThat(run("history", workspace.root(), "--csv", "--json")).isEqualTo(2);
        assertThat(err()).contains("--csv and --json are two forms of the same");
    }

    @Test
    void aRunThatIsNotThereIsSaid() {
        TestWorkspace workspace = TestWorkspace.in(folder);
        assertThat(run("history", workspace.root(), "--run", "2026-01-02-030405"))
                .isEqualTo(2);
        assertThat(err()).contains("there is no finished run 2026-01-02-030405");
    }

    @Test
    void whatIsNoRunIdIsRefusedBeforeItBecomesAPath() {
        TestWorkspace workspace = TestWorkspace.in(folder);
        assertThat(run("history", workspace.root(), "--compare", "../../x", "2026-01-02-030405"))
                .isEqualTo(2);
        assertThat(err()).contains("--compare must be a run id such as 2026-11-22-143000, not '../../x'");
    }
}
