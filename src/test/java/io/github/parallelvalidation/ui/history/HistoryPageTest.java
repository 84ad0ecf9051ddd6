package io.github.parallelvalidation.ui.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.metrics.RunMetrics;
import io.github.parallelvalidation.ui.control.Motion;
import io.github.parallelvalidation.ui.model.BackgroundWork;
import io.github.parallelvalidation.ui.model.DashboardModel;
import io.github.parallelvalidation.ui.model.FakeValidation;
import io.github.parallelvalidation.ui.model.SilentDialogs;
import io.github.parallelvalidation.workspace.Workspace;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The history under a robot's hands; what is read in the background is there at once.
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class HistoryPageTest {
    private final FakeValidation validation = new FakeValidation();
    private DashboardModel model;
    private HistoryPage page;

    @Start
    void open(Stage stage) {
        Motion.stop();
        model = new DashboardModel(
                validation,
                new Workspace(Path.of("workspace")),
                new SilentDialogs(),
                new BackgroundWork(Runnable::run, Runnable::run),
                InstantSource.fixed(Runs.START.plusSeconds(86_400)));
        page = new HistoryPage(model);
        stage.setScene(new Scene(page, 900, 700));
        stage.show();
    }

    private void show(FxRobot robot, List<RunMetrics> history) {
        validation.history = history;
        robot.interact(() -> {
            model.reload();
            page.refresh();
            Node charts = robot.lookup("#history").query();
            charts.requestFocus();
            // Who clicks at once must not find the charts where they are not yet.
            charts.getScene().getRoot().applyCss();
            charts.getScene().getRoot().layout();
        });
    }

    private static String text(FxRobot robot) {
        return robot.lookup("#account .label").queryAllAs(Labeled.class).stream()
                .map(Labeled::getText)
                .collect(Collectors.joining("\n"));
    }

    @Test
    void theArrowsMoveTheCursorEnterOpensAndWithShiftCompares(FxRobot robot) {
        show(robot, Runs.many(12));
        IntStream.of(9, 11).forEach(i -> validation.past.put("run-" + i, OpenedRunsTest.outcome("run-" + i, i)));

        robot.type(KeyCode.LEFT);
        assertThat(robot.lookup("#pointed").queryLabeled().getText()).contains("L1 · 1 of 9 passed");
        robot.type(KeyCode.ENTER);
        assertThat(text(robot)).contains("Run run-11", "Strategies", "RSI mean reversion", "✗ timed out");

        robot.type(KeyCode.LEFT, 2);
        robot.press(KeyCode.SHIFT).type(KeyCode.ENTER).release(KeyCode.SHIFT);
        assertThat(text(robot)).contains("Run run-9 and run run-11", "The verdicts of the 9 strategies");
        assertThat(robot.lookup(".run-opened").queryAll()).hasSize(2);

        robot.type(KeyCode.ESCAPE);
        assertThat(robot.lookup("#account").tryQuery()).isEmpty();
        assertThat(robot.lookup(".run-opened").queryAll()).isEmpty();
    }

    @Test
    void aClickOpensTheRunUnderThePointerAndTheNextOneIsCompared(FxRobot robot) {
        show(robot, Runs.many(2));
        IntStream.of(0, 1).forEach(i -> validation.past.put("run-" + i, OpenedRunsTest.outcome("run-" + i, i)));

        Bounds charts = robot.interact(() -> {})
                .lookup("#history")
                .query()
                .localToScreen(robot.lookup("#history").query().getBoundsInLocal());
        robot.clickOn(charts.getMaxX() - 40, charts.getMinY() + 60);
        assertThat(text(robot)).contains("Run run-1 ");

        robot.clickOn("#compare");
        robot.clickOn(charts.getMinX() + 80, charts.getMinY() + 60);
        assertThat(text(robot)).contains("Run run-0 and run run-1");
    }

    @Test
    void aRunInWhichAllPassedIsDrawnWhole(FxRobot robot) {
        show(robot, List.of(Runs.run(0, Tier.L0, 9, 0, "continue"), Runs.run(1, Tier.L1, 0, 9, null)));

        assertThat(robot.lookup(".run-point").queryAll()).isNotEmpty();
        for (String style : List.of(".run-point", ".run-band", ".run-dash")) {
            for (Node point : robot.lookup(style).queryAll()) {
                Bounds chart = point.getParent().getLayoutBounds();
                assertThat(chart.contains(point.getBoundsInParent()))
                        .as("%s at %s in %s", style, point.getBoundsInParent(), chart)
                        .isTrue();
            }
        }
    }

    @Test
    void fromNoRunToAThousandThePageHasSomethingToSay(FxRobot robot) {
        show(robot, List.of());
        assertThat(robot.lookup("#pointed").queryLabeled().getText()).startsWith("Runs will be drawn here");
        show(robot, Runs.many(1));
        assertThat(robot.lookup("#pointed").queryLabeled().getText()).startsWith("1 run. A click opens");
        show(robot, Runs.many(1000));
        assertThat(robot.lookup("#pointed").queryLabeled().getText()).startsWith("The last 30 of 1,000 runs");
    }
}
