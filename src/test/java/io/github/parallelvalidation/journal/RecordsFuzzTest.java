package io.github.parallelvalidation.journal;

import io.github.parallelvalidation.Fuzz;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.metrics.MetricsHistory;
import io.github.parallelvalidation.trials.TrialLedger;
import io.github.parallelvalidation.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Damaged files that runs wrote: plan with journal and summary, history, trials.
class RecordsFuzzTest {
    private static final String WRITTEN = "src/test/resources/written-by-a-run";

    @TempDir
    private Path folder;

    @Test
    void aDamagedPlanIsReadOrRefusedWithItsPlace() throws IOException {
        RunFile plan = new RunFile(folder.resolve("plan.yaml"));
        ResumedAttempts recovery = new ResumedAttempts(
                new Workspace(folder), Tier.L0, "2026-01-02-030405", Duration.ofSeconds(1), Set.of());
        Fuzz.of("plan and journal", Fuzz.files(WRITTEN, "plan-.*"), bytes -> {
            Fuzz.write(plan.path(), bytes);
            plan.isFinished();
            RunFile.Content content = plan.read();
            content.secondsSoFar();
            recovery.attempts(content.journal());
        });
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
