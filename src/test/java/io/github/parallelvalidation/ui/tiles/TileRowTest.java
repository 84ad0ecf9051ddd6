package io.github.parallelvalidation.ui.tiles;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.journal.RunOutcome;
import io.github.parallelvalidation.plan.RunRequest;
import io.github.parallelvalidation.result.StrategyResult;
import io.github.parallelvalidation.ui.control.Motion;
import io.github.parallelvalidation.ui.control.Theme;
import io.github.parallelvalidation.ui.model.FakeValidation;
import io.github.parallelvalidation.ui.model.Samples;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class TileRowTest {
    @SuppressWarnings("NullAway.Init")
    private TileRow row;

    @Start
    void open(Stage stage) {
        Motion.stop();
        Theme.LIGHT.apply();
        row = new TileRow();
        stage.setScene(new Scene(new VBox(row), 1280, 300));
        stage.show();
    }

    @Test
    void theRowIsHighOnlyWhileSomethingRuns(FxRobot robot) {
        double low = row.getHeight();

        robot.interact(() -> row.open(true));
        robot.interact(() -> {});
        assertThat(row.getHeight()).isGreaterThan(4 * low);
        assertThat(words()).contains("waits for work");

        robot.interact(() -> row.open(false));
        robot.interact(() -> {});
        assertThat(row.getHeight()).isEqualTo(low);
        assertThat(words()).doesNotContain("waits for work");
    }

    @Test
    void theVerdictsOfTheLastRunStandInOneLineByTheirKind(FxRobot robot) {
        robot.interact(() -> row.show(Optional.of(outcome(Samples.results(), false))));

        assertThat(words())
                .containsExactly(
                        "3 L0 passed: STR-201, STR-202, STR-204",
                        "2 L0 failed: STR-203, STR-205",
                        "2 fixable: STR-206, STR-207",
                        "1 no data: STR-208",
                        "1 timed out twice: STR-209");
    }

    @Test
    void theyStayWhereTheRunWasCancelled(FxRobot robot) {
        robot.interact(() -> row.show(Optional.of(outcome(Samples.results().subList(0, 1), true))));
        assertThat(words()).containsExactly("1 L0 passed: STR-201");

        robot.interact(() -> row.show(Optional.of(outcome(List.of(), true))));
        assertThat(words()).containsExactly("Nothing came to a verdict in the last run.");
    }

    private static RunOutcome outcome(List<StrategyResult> results, boolean cancelled) {
        return FakeValidation.outcome(new FakeValidation().plan(RunRequest.of(Tier.L0)), results, null, cancelled);
    }

    private List<String> words() {
        return row.lookupAll(".label").stream()
                .filter(TileRowTest::isVisible)
                .map(node -> ((Label) node).getText())
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private static boolean isVisible(Node node) {
        return node.isVisible() && (node.getParent() == null || isVisible(node.getParent()));
    }
}
