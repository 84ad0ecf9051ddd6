package io.github.parallelvalidation.ui.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.ui.control.Motion;
import io.github.parallelvalidation.ui.model.Choices;
import io.github.parallelvalidation.ui.model.RowChanges;
import io.github.parallelvalidation.ui.model.Samples;
import io.github.parallelvalidation.ui.model.StrategyItem;
import io.github.parallelvalidation.ui.model.StrategyRow;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableColumn;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class StatusColumnTest {
    private static final String RELAXED = "L0 passed, relaxed";

    @SuppressWarnings("NullAway.Init")
    private StrategyTable table;

    @Start
    void open(Stage stage) {
        Motion.stop();
        table = new StrategyTable("nothing", new Choices(), Optional.empty(), true);
        stage.setScene(new Scene(new Group(table), 1500, 700));
        stage.show();
    }

    @Test
    void aRelaxedPassIsReadInFullWhereTheNameHasRoom(FxRobot robot) {
        wide(robot, 1366);
        show(robot);

        assertThat(drawn()).contains(RELAXED);
    }

    @Test
    void noOtherColumnGoesForALongStatus(FxRobot robot) {
        wide(robot, 900);
        List<String> before = shown();
        show(robot);

        assertThat(shown()).isEqualTo(before);
        wide(robot, 1366);
        assertThat(drawn()).as("once there is room").contains(RELAXED);
    }

    @Test
    void whatALongStatusTakesTheNameGives(FxRobot robot) {
        for (double width : new double[] {900, 1128, 1280, 1366, 1500}) {
            wide(robot, width);
            robot.interact(() -> table.show(new RowChanges(List.of(), List.of(), Tier.L0)));
            robot.interact(table::layout);
            show(robot);

            double columns = table.getVisibleLeafColumns().stream()
                    .mapToDouble(TableColumn::getWidth)
                    .sum();
            assertThat(columns).as("columns at " + width).isLessThanOrEqualTo(width);
        }
    }

    private void wide(FxRobot robot, double width) {
        robot.interact(() -> {
            table.setMinWidth(width);
            table.setMaxWidth(width);
            table.setPrefWidth(width);
        });
        robot.interact(table::layout);
    }

    private void show(FxRobot robot) {
        List<StrategyItem> items = Samples.results().stream()
                .map(result -> StrategyRow.of(result, Tier.L0))
                .map(row -> new StrategyItem(relaxed(row), 0))
                .toList();
        robot.interact(() -> table.show(new RowChanges(items, items, Tier.L0)));
        robot.interact(table::layout);
    }

    private static StrategyRow relaxed(StrategyRow row) {
        return new StrategyRow(
                row.id(),
                row.name(),
                row.status().word().equals("L0 passed") ? row.status().relaxed() : row.status(),
                row.tier(),
                row.reason(),
                row.result(),
                row.waits(),
                row.finding(),
                row.priority(),
                row.remark());
    }

    private Set<String> drawn() {
        return table.lookupAll(".text").stream()
                .filter(node -> node instanceof Text && node.getParent() instanceof Labeled)
                .map(node -> ((Text) node).getText())
                .collect(Collectors.toSet());
    }

    private List<String> shown() {
        return table.getVisibleLeafColumns().stream().map(TableColumn::getId).toList();
    }
}
