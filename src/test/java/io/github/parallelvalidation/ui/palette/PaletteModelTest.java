package io.github.parallelvalidation.ui.palette;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.queue.Status;
import io.github.parallelvalidation.ui.control.Theme;
import io.github.parallelvalidation.ui.model.BackgroundWork;
import io.github.parallelvalidation.ui.model.DashboardModel;
import io.github.parallelvalidation.ui.model.FakeValidation;
import io.github.parallelvalidation.ui.model.Page;
import io.github.parallelvalidation.ui.model.Samples;
import io.github.parallelvalidation.ui.model.SilentDialogs;
import io.github.parallelvalidation.ui.model.WatchMemory;
import io.github.parallelvalidation.ui.model.WatchModel;
import io.github.parallelvalidation.workspace.Workspace;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What the palette finds and does, without a toolkit.
@Tag("alone") // measures how long things take
class PaletteModelTest {
    private final FakeValidation validation = new FakeValidation();
    private final List<String> window = new ArrayList<>();
    private final DashboardModel model = new DashboardModel(
            validation,
            new Workspace(Path.of("workspace")),
            new SilentDialogs(),
            new BackgroundWork(Runnable::run, Runnable::run),
            InstantSource.fixed(Samples.START));
    private final WatchModel watch = new WatchModel(model, () -> false, new Unwatched());
    private final WindowActions actions = new WindowActions(model, watch, new Noted());

    @BeforeEach
    void read() {
        validation.history = Samples.history(3);
        model.reload();
    }

    @Test
    void withoutAWordItHasEverythingActionsFirst() {
        PaletteModel palette = new PaletteModel(model, actions);

        List<PaletteEntry> all = palette.find("");

        assertThat(all).hasSize(palette.size());
        assertThat(all.getFirst().name()).isEqualTo("Validate 9 at L0");
        assertThat(all.getFirst().keys()).isEqualTo("Ctrl+Enter");
        assertThat(all.getLast().name()).isEqualTo("STR-209 Endless loop");
        assertThat(all)
                .filteredOn(entry -> entry.kind() == PaletteEntry.Kind.RUN)
                .hasSize(3);
    }

    @Test
    void whatCannotBeDoneNowSaysWhy() {
        assertThat(first("cancel").refusal()).contains("nothing runs");
        assertThat(first("export html").refusal()).contains("there is no run yet");
        assertThat(first("tier l0").refusal()).contains("so it is");
        assertThat(first("duplicate").refusal()).contains("one strategy has to be selected");
        model.choices().tier().set(Tier.L1);
        assertThat(first("validate").refusal()).contains("nothing awaits L1");
        assertThat(first("tier l1").refusal()).contains("so it is");
    }

    @Test
    void whileALockIsHeldNothingCanBeValidated() {
        validation.lockHolder = Optional.of("pid 7");
        model.reload();

        assertThat(first("validate").refusal()).contains("locked");
    }

    @Test
    void anActionIsDone() {
        first("workers 3").perform().run();
        first("at most 5").perform().run();
        first("theme dark").perform().run();
        first("history").perform().run();
        first("filter").perform().run();

        assertThat(model.choices().workers().get()).isEqualTo(3);
        assertThat(model.choices().atMost().get()).contains(5);
        assertThat(model.choices().theme().get()).isEqualTo(Theme.DARK);
        assertThat(model.choices().page().get()).isEqualTo(Page.HISTORY);
        assertThat(window).containsExactly("filter");
    }

    @Test
    void whatIsSelectedIsComparedAndCopied() {
        assertThat(first("compare").refusal()).contains("two to 6 strategies have to be selected");
        assertThat(first("copy rows").refusal()).contains("no strategy is selected");
        model.choices().selected().set(List.of(Samples.id(201), Samples.id(203)));

        first("compare 2").perform().run();
        first("copy ids").perform().run();
        first("copy rows").perform().run();

        assertThat(window.subList(0, 2)).containsExactly("selected", "STR-201\nSTR-203");
        assertThat(window.getLast()).startsWith("id\tname\tstatus").contains("\nSTR-201\tRSI", "\nSTR-203\tMACD");
    }

    @Test
    void aStrategyIsFoundByItsIdAndByItsNameAndShownInTheQueue() {
        model.choices().page().set(Page.HISTORY);
        model.choices().filter().set("fade");

        first("don brea").perform().run();

        assertThat(first("202").name()).isEqualTo("STR-202 Donchian breakout");
        assertThat(model.choices().page().get()).isEqualTo(Page.QUEUE);
        assertThat(model.choices().sought().get()).contains(Samples.id(202));
        assertThat(model.choices().filter().get()).isEmpty();
    }

    @Test
    void workspacesThatWereOpenBeforeAreFoundByTheirFolders() {
        assertThat(first("open els").name()).isEqualTo("Open " + Path.of("elsewhere"));
    }

    @Test
    void noKeyMeansTwoThings() {
        List<Shortcut> keys =
                actions.all().stream().flatMap(action -> action.keys().stream()).toList();

        assertThat(keys).doesNotHaveDuplicates();
        assertThat(keys).extracting(Shortcut::words).contains("Ctrl+K", "Ctrl+,", "Ctrl+.", "F1", "?");
    }

    @Test
    void aKeyDoesNothingWhereItsActionCannotBeDone() {
        actions.perform(new Shortcut("Shortcut+Comma"), _ -> true);
        assertThat(model.choices().page().get()).isEqualTo(Page.SETTINGS);

        model.choices().tier().set(Tier.L1);
        actions.perform(new Shortcut("Shortcut+Enter"), _ -> true);
        assertThat(validation.calls).noneMatch(call -> call.startsWith("start"));
    }

    @Test
    void amongTenThousandStrategiesOneIsFoundBetweenTwoKeys() {
        validation.entries = IntStream.range(100_000, 110_000)
                .mapToObj(number -> Samples.entry(number, "Strategy number " + number, Status.PENDING))
                .toList();
        model.reload();
        PaletteModel palette = new PaletteModel(model, actions);
        for (int i = 0; i < 20; i++) {
            palette.find("number");
        }

        long before = System.nanoTime();
        List<PaletteEntry> found = palette.find("num 104321");
        Duration taken = Duration.ofNanos(System.nanoTime() - before);

        assertThat(found).hasSize(1);
        assertThat(found.getFirst().name()).isEqualTo("STR-104321 Strategy number 104321");
        assertThat(taken).isLessThan(Duration.ofMillis(100));
    }

    private PaletteEntry first(String typed) {
        return new PaletteModel(model, actions).find(typed).getFirst();
    }

    private final class Noted implements WindowParts {
        @Override
        public void openPalette() {
            window.add("palette");
        }

        @Override
        public void showHelp() {
            window.add("help");
        }

        @Override
        public void showAlerts(List<String> alerts) {
            window.addAll(alerts);
        }

        @Override
        public void toFilter() {
            window.add("filter");
        }

        @Override
        public void chooseColumns() {
            window.add("columns");
        }

        @Override
        public void showSelected() {
            window.add("selected");
        }

        @Override
        public List<Path> recent() {
            return List.of(Path.of("elsewhere"), Path.of("workspace"));
        }

        @Override
        public void copy(String text) {
            window.add(text);
        }
    }

    private static final class Unwatched implements WatchMemory {
        private final Set<Workspace> watched = new HashSet<>();

        @Override
        public boolean isWatched(Workspace workspace) {
            return watched.contains(workspace);
        }

        @Override
        public void watch(Workspace workspace, boolean on) {
            if (on) {
                watched.add(workspace);
            } else {
                watched.remove(workspace);
            }
        }
    }
}
