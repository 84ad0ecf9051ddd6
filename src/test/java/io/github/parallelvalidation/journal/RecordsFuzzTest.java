package io.github.parallelvalidation.journal;

import io.github.parallelvalidation.Fuzz;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.metrics.MetricsHistory;
import io.github.parallelvalidation.trials.TrialLedger;
import io.github.parallelvalidation.workspace.Workspace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Damaged files that runs wrote: plan with journal and summary, history, trials.
class RecordsFuzzTest {
    private static final String WRITTEN = "src/test/resources/written-by-a-run";

    private static final String RUN = "2026-01-02-030405";

    @TempDir
    private Path folder;

    @Test
    void aDamagedPlanIsReadOrRefusedWithItsPlace() throws IOException {
        Workspace workspace = new Workspace(folder);
        RunFile plan = new RunFile(workspace.plan(RUN));
        Files.createDirectories(workspace.pipeline());
        ResumedAttempts recovery = new ResumedAttempts(workspace, Tier.L0, RUN, Set.of());
        List<byte[]> plans = Fuzz.files(WRITTEN, "plan-.*").stream()
                .map(RecordsFuzzTest::ofTheRun)
                .toList();
        Fuzz.of("plan and journal", plans, bytes -> {
            Fuzz.write(plan.path(), bytes);
            plan.isFinished();
            RecordedRun recorded = plan.read();
            recorded.secondsSoFar();
            recovery.attempts(recorded.journal());
        });
    }

    /// The file's name says which run it is of; what is in it must agree, else nothing more of it would be read.
    private static byte[] ofTheRun(byte[] plan) {
        String text = new String(plan, StandardCharsets.UTF_8);
        return text.replaceFirst("run_id: \\S+", "run_id: " + RUN).getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aDamagedHistoryIsReadOrRefusedWithItsPlace() throws IOException {
        Path file = folder.resolve("history.yaml");
        Fuzz.of("history", Fuzz.files(WRITTEN, "history.*"), bytes -> {
            Fuzz.write(file, bytes);
            new MetricsHistory(file).read();
        });
    }

    @Test
    void aDamagedLedgerOfTrialsIsReadOrRefusedWithItsPlace() throws IOException {
        Path file = folder.resolve("trials.csv");
        Fuzz.of("trials", Fuzz.files(WRITTEN, "trials.*"), bytes -> {
            Fuzz.write(file, bytes);
            new TrialLedger(file).read();
        });
    }
}
