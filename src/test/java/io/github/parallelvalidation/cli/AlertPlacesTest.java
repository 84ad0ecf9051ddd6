package io.github.parallelvalidation.cli;

import static io.github.parallelvalidation.TestWorkspace.FAIL;
import static io.github.parallelvalidation.TestWorkspace.until;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import io.github.parallelvalidation.TestTerminal;
import io.github.parallelvalidation.TestWorkspace;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An alert is found wherever somebody may look for it.
class AlertPlacesTest {
    private static final String QUALITY = "1 of 1 strategies did not pass: more than half";
    private static final String GREW = "the queue grew from 1 to 2 waiting strategies while this run was on";

    @TempDir
    private Path folder;

    private String run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Terminal terminal = TestTerminal.of(out, new ByteArrayOutputStream());
        assertThat(new Cli(TestWorkspace.validation(), terminal, workspace -> 0).run(arguments))
                .isNotEqualTo(ExitStatus.OUR_MISTAKE);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void inTheJsonTheStatusTheHistoryAndTheMetricsFile() throws IOException {
        TestWorkspace workspace = TestWorkspace.in(folder).strategy("STR-101", "await go", FAIL);
        CompletableFuture<String> json =
                CompletableFuture.supplyAsync(() -> run("validate", workspace.root(), "--json"));
        until("the run is on", () -> workspace.queue().contains("L0_VALIDATING"));
        Files.writeString(
                workspace.workspace().queue(),
                "  - id: STR-102\n    status: PENDING\n  - id: STR-103\n    status: PENDING\n",
                StandardOpenOption.APPEND);
        workspace.write("go", "");

        Map<String, Object> document = JSON.std.mapFrom(json.join());
        assertThat(document).containsEntry("alerts", List.of(QUALITY, GREW));
        assertThat(run("status", workspace.root())).contains("  ! " + QUALITY, "  ! " + GREW);
        assertThat(run("status", workspace.root(), "--json")).contains(QUALITY, GREW);
        assertThat(run("history", workspace.root())).contains("  ! " + QUALITY, "  ! " + GREW);
        assertThat(run("history", workspace.root(), "--csv").lines())
                .satisfiesExactly(
                        head -> assertThat(head).endsWith(",crashes,alerts,cancelled"),
                        line -> assertThat(line).endsWith(",0,2,false"));
        assertThat(workspace.read(".crypto/live-monitoring/parallel-validation-metrics.yaml"))
                .contains(QUALITY, GREW);
    }
}
