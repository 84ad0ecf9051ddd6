package io.github.parallelvalidation.ui.frame;

import static io.github.parallelvalidation.TestWorkspace.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.TestWorkspace;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.ui.model.StrategyItem;
import io.github.parallelvalidation.workspace.StrategyId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// A strategy of the sample, looked at after a real worker has judged it: what the pictures say is what the files say.
@ExtendWith(ApplicationExtension.class)
@NullUnmarked // JUnit fills the fields
class StrategyViewTest {
    private static final String ID = "STR-207";

    @TempDir
    private Path folder;

    private final ExecutorService background = WindowThreads.start();
    private TestWorkspace workspace;
    private DashboardWindow window;
    private TableView<StrategyItem> queue;

    @Start
    void open(Stage stage) throws IOException {
        workspace = TestWorkspace.quickSample(folder.resolve("sample"));
        window = OpenWindow.on(stage, TestWorkspace.validation(), workspace.workspace(), folder, background, 1280, 900);
    }

    @AfterEach
    void stop() {
        OpenWindow.close(window, background);
    }

    @Test
    void afterItsRunTheSignalsStandInThePriceAsTheFileHasThem(FxRobot robot) throws IOException {
        until("the queue is read", () -> onFx(() -> table().getItems().size() == 10));
        onFx(() -> {
            window.model().choices().tier().set(Tier.L0);
            window.model().validate(List.of(new StrategyId(ID)));
            return true;
        });
        until(
                "it has run",
                () -> Files.exists(events()) && onFx(() -> window.model().runs().isIdle()));
        onFx(() -> {
            window.overlay().dismiss();
            // As a run takes them: the second of those with the smallest priority.
            table().getSelectionModel().select(1);
            table().requestFocus();
            return true;
        });
        until("its price is drawn", () -> onFx(() -> window.scene().lookup("#price") != null));
        long lines;
        try (var all = Files.lines(events())) {
            lines = all.count() - 1;
        }
        assertThat(onFx(() -> window.scene().lookup("#price").getAccessibleText()))
                .isEqualTo("BTC/USD 1h, 4,416 bars, %d signals, 0 trades".formatted(lines));

        robot.type(KeyCode.ENTER);
        until("it has the whole page", () -> onFx(() -> table().getScene() == null));
        onFx(() -> {
            window.scene().lookup("#price").requestFocus();
            return true;
        });
        robot.push(new KeyCodeCombination(KeyCode.RIGHT, KeyCombination.CONTROL_DOWN));
        String first;
        try (var all = Files.lines(events())) {
            first = all.skip(1).findFirst().orElseThrow();
        }
        String time = first.substring(0, 16).replace('T', ' ');
        until("the first signal of the file is under the cursor", () -> shown(time));
        robot.type(KeyCode.ESCAPE);
        until("the table is back", () -> onFx(() -> table().getScene() != null));
    }

    @Test
    void aStrategyThatHasNotRunShowsItsMarketAndItsIdea() {
        until("the queue is read", () -> onFx(() -> table().getItems().size() == 10));
        onFx(() -> {
            table().getSelectionModel().select(0);
            return true;
        });
        until("its price is drawn", () -> onFx(() -> window.scene().lookup("#price") != null));
        assertThat(shown("Its signals will stand here after its run.")).isTrue();
        assertThat(onFx(() -> !window.scene().getRoot().lookupAll(".markdown").isEmpty()))
                .as("the hypothesis is rendered")
                .isTrue();
    }

    private Path events() {
        return workspace
                .workspace()
                .strategy(new StrategyId(ID))
                .orElseThrow()
                .resolve("backtest-results/L0_events.csv");
    }

    @SuppressWarnings("unchecked") // the table of the queue
    private TableView<StrategyItem> table() {
        if (queue == null) {
            queue = (TableView<StrategyItem>) window.scene().lookup("#queue");
        }
        return queue;
    }

    private boolean shown(String part) {
        return onFx(() -> window.scene().getRoot().lookupAll(".label").stream()
                .filter(Label.class::isInstance)
                .map(Label.class::cast)
                .filter(StrategyViewTest::isVisible)
                .anyMatch(label -> label.getText() != null && label.getText().contains(part)));
    }

    private static boolean isVisible(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private static <T> T onFx(Callable<T> action) {
        return WaitForAsyncUtils.waitForAsyncFx(20_000, action);
    }
}
