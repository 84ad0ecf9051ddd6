package io.github.parallelvalidation.ui.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.ui.model.Choices;
import io.github.parallelvalidation.ui.model.RowChanges;
import io.github.parallelvalidation.ui.model.StrategyItem;
import io.github.parallelvalidation.ui.model.TableLook;
import io.github.parallelvalidation.ui.model.TableLook.Sorting;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.event.EventType;
import javafx.scene.Scene;
import javafx.scene.control.TableColumn;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The columns of a table as a person has left them.
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class KeptLookTest {
    private final Choices choices = new Choices();
    private final ObjectProperty<TableLook> look = choices.tableLook();
    private StrategyTable table;

    @Start
    void open(Stage stage) {
        look.set(new TableLook(Map.of("name", 333.0, "ic", 500.0), List.of(new Sorting("ic", true))));
        table = new StrategyTable("nothing", choices, Optional.empty(), false);
        stage.setScene(new Scene(table, 1280, 400));
        // The stage is that of other tests, too.
        stage.setWidth(1280);
        stage.setHeight(400);
        stage.show();
    }

    @Test
    void theTableOpensAsItWasLeft() {
        assertThat(table.getSortOrder()).extracting(TableColumn::getId).containsExactly("ic");
        assertThat(table.getSortOrder().getFirst().getSortType()).isEqualTo(TableColumn.SortType.DESCENDING);
        assertThat(column("name").getPrefWidth()).isEqualTo(333);
        assertThat(column("ic").getPrefWidth())
                .as("numbers are as wide as they are")
                .isLessThan(100);
    }

    @Test
    void anotherOrderIsKeptAndTheOtherTierDoesNotTakeItAway(FxRobot robot) {
        robot.interact(() -> table.getSortOrder().addFirst(column("luck")));
        assertThat(look.get().order()).containsExactly(new Sorting("luck", false), new Sorting("ic", true));

        robot.interact(() -> table.show(new RowChanges(List.of(), List.of(), Tier.L1)));

        assertThat(look.get().order()).containsExactly(new Sorting("luck", false), new Sorting("ic", true));
        assertThat(table.getSortOrder()).extracting(TableColumn::getId).containsExactly("luck");
    }

    @Test
    void onlyAWidthThatAHandHasDrawnIsKept(FxRobot robot) {
        robot.interact(() -> table.resizeColumn(column("name"), -40));
        assertThat(look.get().widths()).containsEntry("name", 333.0);

        robot.interact(() -> {
            table.fireEvent(button(MouseEvent.MOUSE_PRESSED));
            assertThat(table.resizeColumn(column("name"), -30)).isTrue();
            table.fireEvent(button(MouseEvent.MOUSE_RELEASED));
        });

        assertThat(look.get().widths())
                .containsEntry("name", column("name").getWidth())
                .containsKey("reason");
        assertThat(column("name").getWidth()).isNotEqualTo(333);
    }

    private static MouseEvent button(EventType<MouseEvent> type) {
        return new MouseEvent(
                type,
                0,
                0,
                0,
                0,
                MouseButton.PRIMARY,
                1,
                false,
                false,
                false,
                false,
                true,
                false,
                false,
                true,
                false,
                true,
                null);
    }

    private TableColumn<StrategyItem, ?> column(String id) {
        return table.getColumns().stream()
                .filter(column -> id.equals(column.getId()))
                .findFirst()
                .orElseThrow();
    }
}
