package io.github.parallelvalidation.ui.frame;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.ui.control.Theme;
import io.github.parallelvalidation.ui.model.Choices;
import io.github.parallelvalidation.ui.model.Page;
import io.github.parallelvalidation.ui.model.TableLook;
import io.github.parallelvalidation.ui.model.TableLook.Sorting;
import io.github.parallelvalidation.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.geometry.Rectangle2D;
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
        memory.place(new WindowPlace(-1200, 40, true));
        memory.page().set(Page.HISTORY);
        TableLook look =
                new TableLook(Map.of("name", 222.0), List.of(new Sorting("ic", true), new Sorting("status", false)));
        memory.tableLook().set(look);
        memory.notices().set(false);
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
        assertThat(again.place()).contains(new WindowPlace(-1200, 40, true));
        assertThat(again.page().get()).isEqualTo(Page.HISTORY);
        assertThat(again.tableLook().get()).isEqualTo(look);
        assertThat(again.notices().get()).isFalse();
        assertThat(again.recent()).containsExactly(folder.resolve("a"), folder.resolve("it's b"));
    }

    @Test
    void whatChangesWhileTheWindowIsOpenIsWrittenWithoutThatItIsClosed() {
        Path file = folder.resolve("config/window.yaml");
        WindowMemory memory = WindowMemory.read(file);
        List<Runnable> background = new ArrayList<>();
        memory.theme().set(Theme.DARK);
        memory.save(background::add);
        memory.save(background::add);

        assertThat(background).as("once for each change").hasSize(1);
        background.forEach(Runnable::run);
        assertThat(WindowMemory.read(file).theme().get()).isEqualTo(Theme.DARK);
    }

    @Test
    void whatWasToBeWrittenWhenTheWindowIsClosedDoesNotUndoWhatItWasClosedWith() {
        Path file = folder.resolve("config/window.yaml");
        WindowMemory memory = WindowMemory.read(file);
        List<Runnable> late = new ArrayList<>();
        memory.theme().set(Theme.DARK);
        memory.save(late::add);
        memory.theme().set(Theme.LIGHT);
        memory.save();

        late.forEach(Runnable::run);

        assertThat(WindowMemory.read(file).theme().get()).isEqualTo(Theme.LIGHT);
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
        assertThat(memory.notices().get()).isTrue();
    }

    @Test
    void whatAnEarlierVersionKeptElsewhereIsTakenOverOnce() throws IOException {
        Path former = Files.writeString(folder.resolve("former.yaml"), "theme: dark\n");
        Path file = folder.resolve("state/window.yaml");
        WindowMemory memory = WindowMemory.read(file, former);
        assertThat(memory.theme().get()).isEqualTo(Theme.DARK);

        memory.theme().set(Theme.LIGHT);
        memory.save();

        assertThat(WindowMemory.read(file, former).theme().get()).isEqualTo(Theme.LIGHT);
        assertThat(former).hasContent("theme: dark");
    }

    @Test
    void widthsAndOrdersThatMakeNoSenseAreLeftOut() throws IOException {
        Path file = Files.writeString(folder.resolve("window.yaml"), """
            page: nowhere
            column_widths:
              - name
              - name wide
              - reason 999999
              - reason 99999
            sort:
              - ''
            """);

        WindowMemory memory = WindowMemory.read(file);

        assertThat(memory.page().get()).isEqualTo(Page.QUEUE);
        assertThat(memory.tableLook().get().widths()).containsExactly(Map.entry("reason", 4000.0));
    }

    @Test
    void aPlaceThatNoScreenShowsIsNotUsed() {
        List<Rectangle2D> screens = List.of(new Rectangle2D(0, 0, 1920, 1080), new Rectangle2D(1920, 0, 1280, 1024));

        assertThat(new WindowPlace(100, 50, false).isWithin(screens, 1280)).isTrue();
        assertThat(new WindowPlace(2500, 50, false).isWithin(screens, 1280))
                .as("half of it is seen on the second")
                .isTrue();
        assertThat(new WindowPlace(-1200, 50, false).isWithin(screens, 1280)).isFalse();
        assertThat(new WindowPlace(3190, 50, false).isWithin(screens, 1280)).isFalse();
        assertThat(new WindowPlace(100, 1070, false).isWithin(screens, 1280)).isFalse();
        assertThat(new WindowPlace(100, -30, false).isWithin(screens, 1280))
                .as("its title bar is above the screen")
                .isFalse();
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
