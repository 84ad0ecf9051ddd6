package io.github.parallelvalidation.run;

import static io.github.parallelvalidation.run.StartedRun.NOW;
import static io.github.parallelvalidation.run.StartedRun.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.queue.QueueFile;
import io.github.parallelvalidation.queue.StatusChange;
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
        run.queue().begins(id(105));

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
}
