package io.github.parallelvalidation.run;

import static io.github.parallelvalidation.run.StartedRun.NOW;
import static io.github.parallelvalidation.run.StartedRun.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.plan.PlannedStrategy;
import io.github.parallelvalidation.queue.QueueFile;
import io.github.parallelvalidation.queue.StatusChange;
import io.github.parallelvalidation.workspace.StrategyId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a run that is stopped in the middle puts back, and what it says about it.
@NullUnmarked // JUnit fills the fields
class RunQueueTest {
    @TempDir
    private Path folder;

    @Test
    void anEntryWhoseMarkWasNotWrittenYetIsAsBeforeAndNobodyElsesDoing() throws IOException {
        StartedRun run = StartedRun.in(folder);
        Path file = run.context().workspace().queue();
        String before = Files.readString(file);
        run.queue().begin(run.context().inputs().queue(), Set.of());
        run.queue().begins(planned(run, 105));

        QueueFile.Applied applied = run.queue().finish(List.of(), NOW);

        assertThat(applied.refused()).isEmpty();
        assertThat(file).hasContent(before);
    }

    @Test
    void anEntryThatSomebodyElseChangedMeanwhileIsLeftAndNamed() throws IOException {
        StartedRun run = StartedRun.in(folder);
        Path file = run.context().workspace().queue();
        run.queue().begin(run.context().inputs().queue(), Set.of());
        Files.writeString(
                file, Files.readString(file).replaceFirst("STR-101\n    status: .*", "STR-101\n    status: ON_HOLD"));

        QueueFile.Applied applied = run.queue().finish(List.of(), NOW);

        assertThat(applied.refused()).map(StatusChange::id).containsExactly(id(101));
    }

    @Test
    void aVerdictThatSomebodyElseWroteBeforeItsWorkerBeganIsLeftAndNamed() throws IOException {
        StartedRun run = StartedRun.in(folder);
        Path file = run.context().workspace().queue();
        run.queue().begin(run.context().inputs().queue(), Set.of());
        judgeBySomebodyElse(file, 105, "L0_FAILED");

        run.queue().begins(planned(run, 105));
        run.queue().write();
        assertThat(file).content().contains("STR-105\n    status: L0_FAILED\n");
        QueueFile.Applied applied = run.queue().finish(List.of(), NOW);

        assertThat(file).content().contains("STR-105\n    status: L0_FAILED\n");
        assertThat(applied.refused()).map(StatusChange::id).containsExactly(id(105));
    }

    @Test
    void whatSomebodyElseJudgedSinceThePlanIsTakenAndNotMarked() throws IOException {
        StartedRun run = StartedRun.in(folder);
        Path file = run.context().workspace().queue();
        judgeBySomebodyElse(file, 101, "L1_PASSED");
        judgeBySomebodyElse(file, 105, "ERROR");
        judgeBySomebodyElse(file, 102, "L0_FAILED");

        Set<StrategyId> taken = run.queue().begin(run.context().inputs().queue(), Set.of(id(102)));

        // The verdict of 102 is this run's own, from before it was interrupted.
        assertThat(taken).containsExactlyInAnyOrder(id(101), id(105));
        assertThat(file)
                .content()
                .contains("STR-101\n    status: L1_PASSED\n")
                .contains("STR-103\n    status: L0_VALIDATING\n");
    }

    private static void judgeBySomebodyElse(Path queue, int number, String status) throws IOException {
        String before = Files.readString(queue);
        String after = before.replace(
                "STR-%d\n    status: PENDING".formatted(number), "STR-%d\n    status: %s".formatted(number, status));
        assertThat(after).isNotEqualTo(before);
        Files.writeString(queue, after);
    }

    private static PlannedStrategy planned(StartedRun run, int number) {
        return run.context().plan().strategies().stream()
                .filter(one -> one.id().equals(id(number)))
                .findFirst()
                .orElseThrow();
    }
}
