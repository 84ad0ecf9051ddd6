package io.github.parallelvalidation.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.escalation.Escalation;
import io.github.parallelvalidation.escalation.EscalationReason;
import io.github.parallelvalidation.journal.OpenQuestions;
import io.github.parallelvalidation.journal.PlanArchive;
import io.github.parallelvalidation.journal.RunFile;
import io.github.parallelvalidation.journal.RunIds;
import io.github.parallelvalidation.journal.RunOutcome;
import io.github.parallelvalidation.settings.EscalationOption;
import io.github.parallelvalidation.torture.HookedFiles;
import io.github.parallelvalidation.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Which plans of old runs are moved away, and that they are found there.
class PlanArchiveTest {
    private static final int KEEP = 3;

    @TempDir
    private Path folder;

    private Workspace workspace = new Workspace(Path.of(""));

    @BeforeEach
    void oldRuns() throws IOException {
        workspace = new Workspace(folder);
        Files.createDirectories(workspace.pipeline());
        for (int i = 0; i < 10; i++) {
            plan(id(i), "", "finished_at: 2026-01-02T03:04:05Z\n");
        }
    }

    private static String id(int number) {
        return "2026-01-02-0304%02d".formatted(number);
    }

    private void plan(String id, String head, String tail) throws IOException {
        Files.writeString(
                workspace.plan(id),
                "run_id: %s\nstarted_at: 2026-01-02T03:04:00Z\ntier: L0\nworkers: 1\nqueue_depth: 0\n%sstrategies: []\njournal:\n%s"
                        .formatted(id, head, tail));
    }

    private void tidy() {
        new PlanArchive(workspace, KEEP).tidy();
    }

    @Test
    void theNewestStayAndTheOthersAreFoundInTheArchive() throws IOException {
        Files.writeString(workspace.failures(id(0)), "run_id: x\n");
        tidy();
        assertThat(RunIds.of(workspace)).containsExactly(id(9), id(8), id(7));
        assertThat(workspace.archived(workspace.failures(id(0)))).exists();
        assertThat(workspace.failures(id(0))).doesNotExist();
        RunFile old = RunFile.find(workspace, id(0)).orElseThrow();
        assertThat(old.read().plan().runId()).isEqualTo(id(0));
        assertThat(RunIds.next(workspace, Instant.parse("2026-01-02T03:04:00Z")))
                .isEqualTo(id(0) + "-2");
        tidy();
        assertThat(RunIds.of(workspace)).hasSize(KEEP);
    }

    @Test
    void anUnfinishedRunAndWhatKeptRunsFollowStayHoweverOld() throws IOException {
        plan(id(1), "", "");
        plan(id(3), "", "finished_at: 2026-01-02T03:04:05Z\n");
        plan(id(5), "follows: '" + id(3) + "'\n", "finished_at: 2026-01-02T03:04:05Z\n");
        plan(id(9), "follows: " + id(5) + "\n", "finished_at: 2026-01-02T03:04:05Z\n");
        Files.writeString(workspace.plan(id(0)), "no plan at all");
        tidy();
        assertThat(RunIds.of(workspace)).containsExactly(id(9), id(8), id(7), id(5), id(3), id(1), id(0));
    }

    @Test
    void aRunThatWaitsForADecisionStaysAndIsStillAsked() throws IOException {
        StartedRun run = StartedRun.in(folder.resolve("asks"));
        RunOutcome answered = run.aftermath(run.found()).write();
        RunOutcome outcome = new RunOutcome(
                answered.plan(),
                false,
                false,
                answered.strategies(),
                answered.luck(),
                answered.timing(),
                new Escalation(List.of(EscalationReason.FAILURE_RATE), List.of(EscalationOption.values()), null),
                List.of());
        run.context().file().summarise(outcome);
        run.context().file().finish(Instant.parse("2026-11-22T14:40:00Z"));
        workspace = run.context().workspace();
        for (int i = 0; i < 10; i++) {
            plan("2026-12-02-0304%02d".formatted(i), "", "finished_at: 2026-12-02T03:04:05Z\n");
        }
        tidy();
        assertThat(RunIds.of(workspace))
                .hasSize(KEEP + 1)
                .endsWith(outcome.plan().runId());
        assertThat(new OpenQuestions(workspace).all()).hasSize(1);
    }

    @Test
    void whatNewerRunsJudgedIsKnownOfArchivedRunsToo() throws IOException {
        tidy();
        List<String> archived = List.of(id(0), id(6));
        assertThat(archived)
                .allSatisfy(id ->
                        assertThat(new OpenQuestions(workspace).judgedSince(id)).isEmpty());
    }

    @Test
    void onceTidiedOnlyTheKeptPlansAreReadAgain() throws IOException {
        tidy();
        plan(id(10), "", "finished_at: 2026-01-02T03:04:05Z\n");
        AtomicInteger reads = new AtomicInteger();
        Workspace counted = new Workspace(HookedFiles.hooked(folder, (operation, name) -> {
            if (operation.equals("read") && name.startsWith("parallel-validation-")) {
                reads.incrementAndGet();
            }
        }));
        new PlanArchive(counted, KEEP).tidy();
        assertThat(reads).hasValue(KEEP + 1);
    }
}
