package io.github.parallelvalidation.ui.frame;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.ui.control.Theme;
import io.github.parallelvalidation.ui.model.Choices;
import io.github.parallelvalidation.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WindowMemoryTest {
    @TempDir
    private Path folder;

    @Test
    void whatIsSavedIsReadBack() {
        Path file = folder.resolve("config/window.yaml");
        WindowMemory memory = WindowMemory.read(file);
        memory.theme().set(Theme.DARK);
        memory.watch(new Workspace(folder.resolve("a")), true);
        memory.hiddenColumns().addAll(List.of("luck", "it's"));
        memory.size(1111, 777);
        memory.opened(new Workspace(folder.resolve("a")));
        memory.opened(new Workspace(folder.resolve("it's b")));
        memory.opened(new Workspace(folder.resolve("a")));
        memory.save();

        WindowMemory again = WindowMemory.read(file);

        assertThat(again.theme().get()).isEqualTo(Theme.DARK);
        assertThat(again.isWatched(new Workspace(folder.resolve("a")))).isTrue();
        assertThat(again.isWatched(new Workspace(folder.resolve("it's b")))).isFalse();
        assertThat(again.hiddenColumns()).containsExactlyInAnyOrder("luck", "it's");
        assertThat(again.width()).isEqualTo(1111);
        assertThat(again.height()).isEqualTo(777);
        assertThat(again.recent()).containsExactly(folder.resolve("a"), folder.resolve("it's b"));
    }

    @Test
    void howTheQueueIsLookedAtIsReadBack() {
        Path file = folder.resolve("config/window.yaml");
        Choices choices = new Choices();
        choices.columnOrder().setAll("id", "status", "name");
        choices.savedFilters().save("may's best", "is:starred status:\"L0 passed\"");
        choices.order().byStatus().set(true);
        choices.scatter().set(true);
        WindowMemory memory = WindowMemory.read(file);
        memory.follow(() -> QueueMemory.of(choices));
        memory.save();

        Choices again = new Choices();
        WindowMemory.read(file).queue().give(again);

        assertThat(QueueMemory.of(again)).isEqualTo(QueueMemory.of(choices));
        assertThat(again.savedFilters().find("May's Best")).isEqualTo("is:starred status:\"L0 passed\"");
    }

    @Test
    void aBrokenFileCostsOnlyTheMemory() throws IOException {
        Path file = Files.writeString(folder.resolve("window.yaml"), "theme: [dark\nwidth: wide\n");

        WindowMemory memory = WindowMemory.read(file);

        assertThat(memory.theme().get()).isEqualTo(Theme.LIGHT);
        assertThat(memory.recent()).isEmpty();
    }

    @Test
    void atTheFirstStartNothingRunsByItself() {
        assertThat(WindowMemory.read(folder.resolve("window.yaml")).isWatched(new Workspace(folder)))
                .isFalse();
    }

    @Test
    void aSwitchThatWasForAllWorkspacesIsForNone() throws IOException {
        Path file = Files.writeString(folder.resolve("window.yaml"), "watch: true\n");
        assertThat(WindowMemory.read(file).isWatched(new Workspace(folder))).isFalse();
    }

    @Test
    void whatIsNoLongerWatchedIsForgotten() {
        WindowMemory memory = WindowMemory.read(folder.resolve("window.yaml"));
        Workspace workspace = new Workspace(folder);
        memory.watch(workspace, true);
        memory.watch(workspace, false);
        assertThat(memory.isWatched(workspace)).isFalse();
    }
}
