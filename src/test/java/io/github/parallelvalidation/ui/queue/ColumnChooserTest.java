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
import javafx.collections.ObservableSet;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.TableColumn;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class ColumnChooserTest {
    private static final double WIDTH = 900;

    private final Choices choices = new Choices();
    private final ObservableSet<String> hidden = choices.hiddenColumns();
    private Tier tier = Tier.L0;

    @SuppressWarnings("NullAway.Init")
    private StrategyTable table;

    @Start
    void open(Stage stage) {
        Motion.stop();
        hidden.add("hit_rate");
        table = new StrategyTable("nothing", choices, Optional.empty(), false);
        show(Tier.L0);
        stage.setScene(new Scene(new VBox(new ColumnChooser(() -> ColumnTitle.of(tier), hidden).button(), table)));
        // The stage is that of every test, and keeps the limits that one before has set.
        table.setMinWidth(WIDTH);
        table.setMaxWidth(WIDTH);
        stage.setWidth(1000);
        stage.setHeight(700);
        stage.show();
    }

    @Test
    void aColumnIsLeftOutAndShownAgain(FxRobot robot) {
        assertThat(shown())
                .containsExactly(
                        "id",
                        "name",
                        "status",
                        "signal_frequency",
                        "ic",
                        "ic_noise_95",
                        "ic_p_value",
                        "luck",
                        "seconds");
        robot.clickOn("#columns");

        choose(robot, "status");
        choose(robot, "hit");

        assertThat(shown())
                .startsWith("id", "name", "signal_frequency", "hit_rate", "ic")
                .doesNotContain("status");
        assertThat(hidden).containsExactly("status");
        choose(robot, "status");
        assertThat(shown()).contains("status");
    }

    @Test
    void columnsAreFoundByTheirMeaningAndChosenWithTheKeyboard(FxRobot robot) {
        robot.clickOn("#columns");

        robot.write("WITHOUT skill");
        assertThat(robot.lookup("#column-list").queryListView().getItems()).hasSize(1);
        robot.type(KeyCode.DOWN, KeyCode.SPACE);
        assertThat(hidden).containsExactlyInAnyOrder("hit_rate", "luck");
        robot.type(KeyCode.SPACE);

        assertThat(hidden).as("what the search left out stays as it was").containsExactly("hit_rate");
    }

    @Test
    void escapeClosesIt(FxRobot robot) {
        robot.clickOn("#columns");
        assertThat(Window.getWindows()).hasSize(2);

        robot.type(KeyCode.ESCAPE);

        assertThat(Window.getWindows()).hasSize(1);
        robot.clickOn("#columns");
        robot.type(KeyCode.DOWN, KeyCode.ESCAPE);
        assertThat(Window.getWindows()).as("from the list as well").hasSize(1);
    }

    @Test
    void theColumnsOfAnotherTierKeepWhatIsLeftOut(FxRobot robot) {
        robot.interact(() -> {
            hidden.add("name");
            hidden.add("sharpe");
            show(Tier.L1);
        });

        assertThat(shown()).startsWith("id", "status", "trades", "sharpe_noise_95");
        robot.clickOn("#columns");
        ListView<ColumnTitle> list = robot.lookup("#column-list").queryListView();
        assertThat(list.getItems()).extracting(ColumnTitle::title).contains("name", "sharpe", "drawd.");
    }

    @Test
    void theReasonNeedsRoomThatOtherColumnsLeave(FxRobot robot) {
        assertThat(shown()).doesNotContain("reason");

        robot.interact(() -> hidden.addAll(List.of("luck", "ic_p_value", "ic_noise_95")));

        assertThat(shown()).contains("reason");
        robot.interact(() -> hidden.add("reason"));
        assertThat(shown()).doesNotContain("reason");
    }

    /// The word is as good as its box.
    private static void choose(FxRobot robot, String title) {
        robot.clickOn(robot.from(robot.lookup("#column-list").<Node>query())
                .lookup(title)
                .<Node>query());
    }

    private void show(Tier shown) {
        tier = shown;
        List<StrategyItem> items = Samples.results().stream()
                .map(result -> new StrategyItem(StrategyRow.of(result, shown), 0))
                .toList();
        table.show(new RowChanges(items, items, shown));
    }

    private List<String> shown() {
        return table.getVisibleLeafColumns().stream().map(TableColumn::getId).toList();
    }
}
