package io.github.parallelvalidation.ui.tiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.parallelvalidation.result.StrategyResult;
import io.github.parallelvalidation.run.Slot;
import io.github.parallelvalidation.ui.control.Motion;
import io.github.parallelvalidation.ui.control.Theme;
import io.github.parallelvalidation.ui.model.Samples;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.paint.Paint;
import javafx.scene.shape.Arc;
import javafx.scene.shape.Path;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class WorkerTileTest {
    @SuppressWarnings("NullAway.Init")
    private WorkerTile tile;

    @Start
    void open(Stage stage) {
        Motion.stop();
        Theme.LIGHT.apply();
        tile = new WorkerTile();
        Scene scene = new Scene(tile, 240, 168);
        scene.getStylesheets()
                .add(Objects.requireNonNull(getClass().getResource("/styles/dashboard.css"))
                        .toExternalForm());
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void theRingFillsWithTheFractionDone(FxRobot robot) {
        show(robot, busy(0.25, 88));
        assertThat(ring().getLength()).isCloseTo(-90, within(0.5));

        show(robot, busy(0.75, 88));
        assertThat(ring().getLength()).isCloseTo(-270, within(0.5));
        assertThat(words()).contains("75 %");
    }

    @Test
    void aVerdictIsAFullRingInItsColour(FxRobot robot) {
        show(robot, busy(0.5, 88));
        Paint working = ring().getStroke();

        show(robot, new Slot.Done(Samples.results().getFirst()));
        Paint passed = ring().getStroke();
        assertThat(words()).contains("PASS");
        assertThat(ring().getLength()).isCloseTo(-360, within(0.5));

        show(robot, new Slot.Done(Samples.results().get(2)));
        Paint failed = ring().getStroke();
        assertThat(words()).contains("FAIL");

        StrategyResult late = Samples.results().get(8);
        show(robot, new Slot.Done(late));
        assertThat(words()).contains("TIMEOUT", "2 attempts");
        assertThat(List.of(working, passed, failed, ring().getStroke())).doesNotHaveDuplicates();
    }

    @Test
    void theOtherThemeHasItsOwnColours(FxRobot robot) {
        show(robot, new Slot.Done(Samples.results().getFirst()));
        Paint light = ring().getStroke();

        robot.interact(() -> Theme.DARK.apply());
        robot.interact(() -> tile.applyCss());

        assertThat(ring().getStroke()).isNotEqualTo(light);
    }

    @Test
    void memoryIsDrawnOnceThereIsALineToDraw(FxRobot robot) {
        show(robot, busy(0.1, 88));
        assertThat(area()).isEmpty();

        show(robot, busy(0.2, 120));
        assertThat(area()).isNotEmpty();

        show(robot, new Slot.Idle());
        assertThat(area()).isEmpty();
    }

    @Test
    void anEstimateThatIsLongPastIsNotSaidAnyMore(FxRobot robot) {
        robot.interact(() -> tile.show(busy(0.5, 88), Samples.START.plusSeconds(2)));
        assertThat(words()).contains("0:02 of ~0:05", "memory 88 MB", "processor 88 %");

        robot.interact(() -> tile.show(busy(0.6, 88), Samples.START.plusSeconds(7)));
        assertThat(words()).contains("0:07");
    }

    private void show(FxRobot robot, Slot slot) {
        robot.interact(() -> tile.show(slot, Samples.START));
        robot.interact(() -> {
            tile.applyCss();
            tile.layout();
        });
    }

    private static Slot busy(double fraction, long megabytes) {
        return new Slot.Busy(
                Samples.id(201),
                "RSI",
                new Slot.Try(1, 2, ""),
                Samples.START,
                4.8,
                new Slot.Progress(fraction, "placebo"),
                new Slot.Use(megabytes, 0.01 * megabytes),
                "");
    }

    /// The part that is filled, clockwise; behind it lies a whole circle.
    private Arc ring() {
        return tile.lookupAll("*").stream()
                .filter(Arc.class::isInstance)
                .map(Arc.class::cast)
                .filter(arc -> arc.getLength() <= 0)
                .findFirst()
                .orElseThrow();
    }

    /// The filled shape under the line of the samples, where it is seen.
    private List<Node> area() {
        return tile.lookupAll(".usage-face *").stream()
                .filter(node -> node instanceof Path path && !path.getElements().isEmpty())
                .filter(WorkerTileTest::isVisible)
                .toList();
    }

    private static boolean isVisible(Node node) {
        return node.isVisible() && (node.getParent() == null || isVisible(node.getParent()));
    }

    private List<String> words() {
        return tile.lookupAll(".label").stream()
                .map(node -> ((Label) node).getText())
                .toList();
    }
}
