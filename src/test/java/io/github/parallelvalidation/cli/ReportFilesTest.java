package io.github.parallelvalidation.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.TestTerminal;
import io.github.parallelvalidation.TestWorkspace;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Files about a run, at its end or later.
class ReportFilesTest {
    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... arguments) {
        out.reset();
        err.reset();
        Terminal terminal = TestTerminal.of(out, err);
        return new Cli(TestWorkspace.validation(), terminal, _ -> 0).run(arguments);
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    @Test
    void aRunWritesThemHoweverItEndsAndTheCommandWritesTheSameLater() throws IOException {
        TestWorkspace workspace = TestWorkspace.in(folder.resolve("w"))
                .strategy("STR-101", TestWorkspace.PASS)
                .strategy("STR-102", TestWorkspace.FAIL);
        int status = run(
                "validate",
                workspace.root(),
                "--report",
                file("a.html"),
                "--junit",
                file("a.xml"),
                "--csv",
                file("a.csv"));
        assertThat(status).isEqualTo(1);
        assertThat(Files.readString(folder.resolve("a.html"))).contains("1 of 2 passed L0");
        assertThat(run("report", workspace.root(), "--junit", file("b.xml"), "--csv", file("b.csv")))
                .isZero();
        assertThat(folder.resolve("b.csv")).hasSameTextualContentAs(folder.resolve("a.csv"));
        assertThat(folder.resolve("b.xml")).hasSameTextualContentAs(folder.resolve("a.xml"));
        assertThat(run("report", workspace.root(), "--run", "../../x", "--csv", file("c.csv")))
                .isEqualTo(2);
        assertThat(run("report", workspace.root(), "--run", "2020-01-01-000000", "--csv", file("c.csv")))
                .isEqualTo(2);
        assertThat(run("report", workspace.root())).isEqualTo(2);
        assertThat(folder.resolve("c.csv")).doesNotExist();
    }

    @Test
    void oneOfThemGoesToStandardOutputWhereThatIsFree() {
        TestWorkspace workspace = TestWorkspace.in(folder.resolve("w")).strategy("STR-101", TestWorkspace.PASS);
        assertThat(run("validate", workspace.root(), "--csv", "-")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("standard output, -, has the results already; name a file, or use: report");
        assertThat(run("validate", workspace.root(), "--csv", file("a.csv"))).isZero();

        assertThat(run("report", workspace.root(), "--csv", "-")).isZero();
        assertThat(folder.resolve("a.csv")).hasContent(out.toString(StandardCharsets.UTF_8));
        assertThat(run("report", workspace.root(), "--csv", "-", "--junit", "-"))
                .isEqualTo(2);
        assertThat(Path.of("-")).doesNotExist();
    }

    @Test
    void oneFileHoldsOneOfThemAndNothingIsRun() {
        TestWorkspace workspace = TestWorkspace.in(folder.resolve("w")).strategy("STR-101", TestWorkspace.PASS);

        assertThat(run("validate", workspace.root(), "--csv", file("a"), "--junit", file("./a")))
                .isEqualTo(2);

        assertThat(err.toString(StandardCharsets.UTF_8)).contains(file("a") + " is named for two of them");
        assertThat(folder.resolve("a")).doesNotExist();
        assertThat(workspace.queue()).doesNotContain("L0_");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aDeviceIsNoPlaceForAFile() {
        TestWorkspace workspace = TestWorkspace.in(folder.resolve("w")).strategy("STR-101", TestWorkspace.PASS);
        assertThat(run("validate", workspace.root(), "--csv", "/dev/null")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("/dev/null is no plain file");
        assertThat(workspace.queue()).doesNotContain("L0_");
    }

    @Test
    void noFileOfTheWorkspaceIsReplacedAndNothingIsRun() {
        TestWorkspace workspace = TestWorkspace.in(folder.resolve("w")).strategy("STR-101", TestWorkspace.PASS);
        workspace.write(".crypto/data/BTCUSD_1h.csv", "bars");
        String before = workspace.everything();
        Path crypto = workspace.workspace().crypto();
        for (List<String> given : List.of(
                List.of("validate", "--csv", "data/BTCUSD_1h.csv"),
                List.of("validate", "--report", "pipeline/queue.yaml"),
                List.of("validate", "--junit", "config/parallel-validation.yaml"),
                List.of("validate", "--csv", "reports.csv"),
                List.of("report", "--csv", "pipeline/queue.yaml"))) {
            String file = crypto.resolve(given.getLast()).toString();
            assertThat(run(given.getFirst(), workspace.root(), given.get(1), file))
                    .as(file)
                    .isEqualTo(2);
            assertThat(err.toString(StandardCharsets.UTF_8))
                    .contains(file + ": is among the files of a workspace, below .crypto, and was left alone");
        }
        assertThat(run(
                        "validate",
                        workspace.root(),
                        "--json",
                        "--csv",
                        crypto.resolve("a.csv").toString()))
                .isEqualTo(2);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("\"exit_status\":2", "left alone; name a file elsewhere");
        assertThat(workspace.everything()).isEqualTo(before);
    }

    @Test
    void aPlaceThatCannotBeWrittenToIsRefusedBeforeAnythingIsRun() {
        TestWorkspace workspace = TestWorkspace.in(folder.resolve("w")).strategy("STR-101", TestWorkspace.PASS);
        String before = workspace.everything();
        assertThat(run("validate", workspace.root(), "--report", file("not/there.html")))
                .isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("its folder is not there");
        assertThat(run("validate", workspace.root(), "--junit", folder.toString()))
                .isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("is a folder; name a file");
        assertThat(workspace.everything()).isEqualTo(before);
    }
}
