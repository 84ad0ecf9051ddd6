package io.github.parallelvalidation.ui.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.trace.ClosedTrade;
import io.github.parallelvalidation.ui.control.Motion;
import io.github.parallelvalidation.ui.control.Theme;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class TradesTableTest {
    private static final ClosedTrade TRADE = new ClosedTrade(
            Instant.parse("2026-08-28T22:00:00Z"),
            Instant.parse("2026-09-28T20:00:00Z"),
            -1,
            62_560.4,
            2_561.25,
            -0.1055,
            OptionalInt.of(1_048),
            "opposite_signal");

    @SuppressWarnings("NullAway.Init")
    private TradesTable table;

    @Start
    void open(Stage stage) {
        Motion.stop();
        for (String face : List.of("Regular", "Medium")) {
            Font.loadFont(resource("/fonts/Roboto-" + face + ".ttf"), 13);
        }
        Theme.LIGHT.apply();
        table = new TradesTable(List.of(TRADE), _ -> {});
        Scene scene = new Scene(new Group(table), 1300, 600);
        scene.getRoot().setStyle("-fx-font-family: Roboto; -fx-font-size: 13px;");
        scene.getStylesheets().add(resource("/styles/dashboard.css"));
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void noTitleAndNoFigureIsCutWhereTheTableHasTheRoomItPrefers(FxRobot robot) {
        robot.interact(table::layout);

        assertThat(cut()).isEmpty();
    }

    @Test
    void whereThereIsLessRoomTheTableMovesSideways(FxRobot robot) {
        robot.interact(() -> {
            table.setMaxWidth(400);
            table.setMinWidth(400);
            table.setPrefWidth(400);
        });
        robot.interact(table::layout);

        assertThat(table.getVisibleLeafColumns()).allMatch(column -> column.getWidth() >= column.getMinWidth());
        assertThat(cut()).isEmpty();
        assertThat(table.lookup(".scroll-bar:horizontal").isVisible()).isTrue();
    }

    /// The texts that are not drawn as they are.
    private List<String> cut() {
        return table.lookupAll(".text").stream()
                .filter(node -> node instanceof Text text && !text.getText().isEmpty())
                .filter(node -> node.getParent() instanceof Labeled)
                .filter(node -> !drawn(node).equals(((Labeled) node.getParent()).getText()))
                .map(TradesTableTest::drawn)
                .toList();
    }

    private static String drawn(Node node) {
        return ((Text) node).getText();
    }

    private static String resource(String path) {
        return Objects.requireNonNull(TradesTableTest.class.getResource(path)).toExternalForm();
    }
}
