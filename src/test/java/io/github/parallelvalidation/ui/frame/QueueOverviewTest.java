package io.github.parallelvalidation.ui.frame;

import static io.github.parallelvalidation.ui.InterfaceThread.millisDuring;
import static io.github.parallelvalidation.ui.InterfaceThread.onThread;
import static io.github.parallelvalidation.ui.InterfaceThread.pulse;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.queue.QueueEntry;
import io.github.parallelvalidation.queue.Status;
import io.github.parallelvalidation.ui.model.FakeValidation;
import io.github.parallelvalidation.ui.model.Samples;
import io.github.parallelvalidation.ui.model.StrategyItem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// The queue as a whole, in the window.
@Tag("alone") // measures how long things take
@ExtendWith(ApplicationExtension.class)
class QueueOverviewTest {
    private static final int STRATEGIES = 10_000;
    private static final int FIRST = 100_000;
    private static final double LONGEST_MILLIS = 50;

    private final FakeValidation validation = new FakeValidation();
    private final ExecutorService background = WindowThreads.start();

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private DashboardWindow window;

    @Start
    void open(Stage stage) {
        window = OpenWindow.on(stage, validation, OpenWindow.memory(folder, 1280, 800), background);
    }

    @AfterEach
    void stop() {
        OpenWindow.close(window, background);
    }

    @Test
    void aChipShowsOnlyWhatItCountsAndPressedAgainAll() throws TimeoutException {
        queue(List.of(
                Samples.entry(201, "one", Status.PENDING),
                Samples.entry(202, "two", Status.L0_FAILED),
                Samples.entry(203, "three", Status.L0_FAILED)));

        fire("#chip-L0-failed");
        assertThat(shown()).containsExactly("STR-202", "STR-203");
        assertThat(window.model().choices().filter().get()).isEqualTo("status:\"L0 failed\"");
        onThread(() -> window.model().choices().filter().set("status:\"L0 failed\" three"));
        assertThat(shown()).containsExactly("STR-203");
        fire("#chip-L0-failed");

        assertThat(window.model().choices().filter().get()).isEqualTo("three");
        assertThat(shown()).containsExactly("STR-203");
    }

    @Test
    void altAndAnArrowMoveARowUnlessTheTableIsSortedOtherwise() throws TimeoutException {
        queue(List.of(
                Samples.entry(201, "one", Status.PENDING),
                Samples.entry(202, "two", Status.PENDING),
                Samples.entry(203, "three", Status.PENDING)));
        onThread(() -> table().getSelectionModel().select(0));

        press("#queue", KeyCode.DOWN, true);
        until(() -> validation.calls.contains("move [STR-201] before STR-203"));

        onThread(() -> window.model().choices().order().byStatus().set(true));
        press("#queue", KeyCode.UP, true);
        assertThat(window.model().error().get().orElseThrow().text())
                .startsWith("Rows are moved in the order of the queue");
    }

    @Test
    void theBestOfThePictureIsFoundWithTheKeysAndItsRowSelected() throws TimeoutException {
        judged(100);
        onThread(() -> window.model().choices().scatter().set(true));
        pulse(window.scene());

        press("#scatter-picture", KeyCode.HOME, false);
        press("#scatter-picture", KeyCode.ENTER, false);

        assertThat(table().getSelectionModel().getSelectedItems())
                .extracting(item -> item.id().value())
                .containsExactly("STR-" + (FIRST + 99));
    }

    @Test
    void tenThousandPointsAreASightThatHoldsNothingUp() throws TimeoutException {
        judged(STRATEGIES);
        onThread(() -> window.model().choices().scatter().set(true));
        pulse(window.scene());
        Node picture = window.scene().lookup("#scatter-picture");

        double shortest = Double.MAX_VALUE;
        for (int round = 0; round < 20; round++) {
            shortest = Math.min(shortest, millisDuring(() -> {
                onThread(() -> ((Parent) picture).requestLayout());
                pulse(window.scene());
            }));
        }

        assertThat(shortest).isLessThan(LONGEST_MILLIS);
    }

    /// Results of a run: the later the better.
    private void judged(int count) throws TimeoutException {
        queue(IntStream.range(FIRST, FIRST + count)
                .mapToObj(number -> Samples.entry(number, "Strategy " + number, Status.PENDING))
                .toList());
        onThread(() -> window.model().toDo().validateAll());
        until(() -> {
            if (window.overlay().isOpen() && window.scene().lookup("#yes") != null) {
                ((ButtonBase) window.scene().lookup("#yes")).fire();
            }
            return window.model().runs().live().isPresent();
        });
        validation.run.begin();
        for (int i = 0; i < count; i++) {
            validation.run.done(0, Samples.against(FIRST + i, i / 1e6, 0.02 + i % 17 / 1e7));
        }
        onThread(window::tick);
    }

    private void queue(List<QueueEntry> entries) throws TimeoutException {
        validation.entries = new ArrayList<>(entries);
        onThread(() -> window.model().reload());
        until(() -> table().getItems().size() == entries.size());
        pulse(window.scene());
    }

    private void fire(String id) {
        onThread(() -> ((ButtonBase) window.scene().lookup(id)).fire());
        pulse(window.scene());
    }

    private void press(String id, KeyCode code, boolean alt) {
        onThread(() -> {
            Node node = window.scene().lookup(id);
            node.requestFocus();
            Event.fireEvent(node, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, alt, false));
        });
    }

    private List<String> shown() {
        return table().getItems().stream().map(item -> item.id().value()).toList();
    }

    @SuppressWarnings("unchecked")
    private TableView<StrategyItem> table() {
        return (TableView<StrategyItem>) window.scene().lookup("#queue");
    }

    private static void until(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> WaitForAsyncUtils.waitForAsyncFx(20_000, condition));
    }
}
