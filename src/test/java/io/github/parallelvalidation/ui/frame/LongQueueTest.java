package io.github.parallelvalidation.ui.frame;

import static io.github.parallelvalidation.ui.InterfaceThread.millisDuring;
import static io.github.parallelvalidation.ui.InterfaceThread.onThread;
import static io.github.parallelvalidation.ui.InterfaceThread.pulse;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.plan.RunEstimate;
import io.github.parallelvalidation.queue.Status;
import io.github.parallelvalidation.ui.model.FakeValidation;
import io.github.parallelvalidation.ui.model.Samples;
import io.github.parallelvalidation.ui.model.StrategyItem;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// The window over a queue of ten thousand while a run goes through it.
@Tag("alone") // measures how long things take
@ExtendWith(ApplicationExtension.class)
class LongQueueTest {
    private static final int STRATEGIES = 10_000;
    private static final int FEW = 200;
    private static final int FIRST = 100_000;
    private static final int SLOTS = 4;
    /// Between two looks at the run; more than warm workers manage in that time.
    private static final int RESULTS_A_STEP = 8;

    private static final int STEPS = 40;
    /// From here on a person notices.
    private static final double LONGEST_MILLIS = 50;

    /// Code that has not been compiled yet is slow, the longer the busier the machine.
    private static final int MOST_ROUNDS = 8;

    private final FakeValidation validation = new FakeValidation();
    private final ExecutorService background = WindowThreads.start();
    private int strategies;
    private int judged;

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private DashboardWindow window;

    @Start
    void open(Stage stage) {
        queue(STRATEGIES);
        window = OpenWindow.on(stage, validation, OpenWindow.memory(folder, 1280, 900), background);
    }

    @AfterEach
    void stop() {
        OpenWindow.close(window, background);
    }

    @Test
    void aRunHoldsTheInterfaceUpNeitherByItselfNorWhileTheTableIsScrolled() throws TimeoutException {
        begin();

        assertThat(settled(() -> step(-1))).as("a run").isLessThan(LONGEST_MILLIS);
        assertThat(settled(() -> step(97 * judged % strategies)))
                .as("scrolling")
                .isLessThan(LONGEST_MILLIS);
        onThread(() -> sort("ic"));
        assertThat(settled(() -> step(-1))).as("a run, sorted").isLessThan(LONGEST_MILLIS);
        onThread(() -> window.model().choices().order().byStatus().set(true));
        assertThat(settled(() -> step(-1))).as("a run, by status").isLessThan(LONGEST_MILLIS);
        assertThat(settled(() -> step(97 * judged % strategies)))
                .as("scrolling, by status")
                .isLessThan(LONGEST_MILLIS);
        assertThat(table().getItems()).hasSize(STRATEGIES);
    }

    @Test
    void aLookAtTheRunCostsWhatTheRunHasDoneHoweverLongTheQueueIs() throws TimeoutException {
        begin();
        settled(() -> step(-1));
        double amongMany = quickestOfLooks();
        validation.run.cancel();
        until(() -> window.model().runs().live().isEmpty());
        queue(FEW);
        onThread(() -> window.model().reload());
        begin();
        double amongFew = quickestOfLooks();

        assertThat(amongMany).isLessThan(3 * amongFew + 0.5);
    }

    @Test
    void aRowThatIsReadStaysWhereItIsWhileOthersMoveAboveIt() throws TimeoutException {
        begin();
        for (int i = 0; i < STEPS; i++) {
            step(-1);
        }
        // Best first: every good result that comes is put above what is in view.
        onThread(() -> {
            sort("ic");
            table().getSortOrder().getFirst().setSortType(TableColumn.SortType.DESCENDING);
            table().scrollTo(judged / 2);
        });
        pulse(window.scene());
        onThread(() -> flow().scrollPixels(11));
        pulse(window.scene());
        onThread(() -> table().getSelectionModel().selectIndices(judged / 2 + 3, judged / 2 + 5));
        pulse(window.scene());
        until(() -> firstCell() != null);
        StrategyItem read = seen(this::firstInView);
        double offset = seen(() -> firstCell().getLayoutY());
        int place = table().getItems().indexOf(read);
        List<StrategyItem> selected = List.copyOf(table().getSelectionModel().getSelectedItems());

        for (int i = 0; i < STEPS; i++) {
            step(-1);
            assertThat(seen(this::firstInView)).isSameAs(read);
            assertThat(seen(() -> firstCell().getLayoutY())).isEqualTo(offset);
        }

        assertThat(table().getItems().indexOf(read)).isGreaterThan(place);
        assertThat(table().getSelectionModel().getSelectedItems()).containsExactlyElementsOf(selected);
    }

    @Test
    void theQuestionAfterALongRunHasNodesForWhatIsInViewAlone() throws TimeoutException {
        begin();
        int before = nodes();
        validation.run.finish(IntStream.range(FIRST, FIRST + STRATEGIES)
                .mapToObj(number -> Samples.judged(number, 5, 0.53, 0.001, 0.1, 0.3))
                .toList());
        until(() -> window.overlay().isOpen());
        pulse(window.scene());

        assertThat(((ListView<?>) window.scene().lookup("#evidence")).getItems())
                .hasSize(STRATEGIES);
        assertThat(nodes()).isLessThan(before + 1000);
    }

    private int nodes() {
        return window.scene().getRoot().lookupAll("*").size();
    }

    /// The longest of a round of steps, once rounds have become quick.
    private static double settled(DoubleSupplier step) {
        double longest = Double.MAX_VALUE;
        for (int round = 0; round < MOST_ROUNDS && longest > LONGEST_MILLIS / 2; round++) {
            longest = 0;
            for (int i = 0; i < STEPS; i++) {
                longest = Math.max(longest, step.getAsDouble());
            }
        }
        return longest;
    }

    /// @param row to scroll to, if it is not negative
    /// @return processor time of a look at the run and of the pulse after it
    private double step(int row) {
        judgeMore();
        return millisDuring(() -> {
            onThread(() -> {
                window.tick();
                if (row >= 0) {
                    table().scrollTo(row);
                }
            });
            pulse(window.scene());
        });
    }

    /// Whatever else the machine does makes a look slower and none quicker.
    private double quickestOfLooks() {
        double quickest = Double.MAX_VALUE;
        for (int i = 0; i < 2 * STEPS; i++) {
            judgeMore();
            quickest = Math.min(quickest, millisDuring(() -> onThread(window::tick)));
        }
        return quickest;
    }

    private void queue(int length) {
        strategies = length;
        validation.entries = IntStream.range(FIRST, FIRST + length)
                .mapToObj(number -> Samples.entry(number, "Strategy number " + number, Status.PENDING))
                .toList();
    }

    private void begin() throws TimeoutException {
        until(() -> table().getItems().size() == strategies);
        onThread(() -> window.model().validate());
        if (strategies > RunEstimate.MANY) {
            until(() -> window.overlay().isOpen());
            onThread(() -> ((Button) window.scene().lookup("#yes")).fire());
        }
        until(() -> window.model().runs().live().isPresent());
        validation.run.begin();
    }

    private void judgeMore() {
        for (int i = 0; i < RESULTS_A_STEP; i++, judged++) {
            int number = FIRST + judged % strategies;
            double ic = Math.sin(judged) / 30;
            validation.run.done(judged % SLOTS, Samples.judged(number, judged % 500, 0.53, ic, 0.1, 0.3));
        }
        for (int slot = 0; slot < SLOTS - 1; slot++) {
            validation.run.busy(slot, FIRST + (judged + slot) % strategies, "placebo", 0.5, 1, "");
        }
    }

    private void sort(String column) {
        table().getColumns().stream()
                .filter(each -> column.equals(each.getId()))
                .forEach(each -> table().getSortOrder().setAll(List.of(each)));
    }

    /// Looked at between two pulses, not while the table is laid out.
    private static <T> T seen(Supplier<T> look) {
        return CompletableFuture.supplyAsync(look, Platform::runLater).join();
    }

    private StrategyItem firstInView() {
        return table().getItems().get(firstCell().getIndex());
    }

    private IndexedCell<?> firstCell() {
        return flow().getFirstVisibleCell();
    }

    private VirtualFlow<?> flow() {
        return (VirtualFlow<?>) table().lookup(".virtual-flow");
    }

    @SuppressWarnings("unchecked")
    private TableView<StrategyItem> table() {
        return (TableView<StrategyItem>) window.scene().lookup("#queue");
    }

    private static void until(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> WaitForAsyncUtils.waitForAsyncFx(20_000, condition));
    }
}
