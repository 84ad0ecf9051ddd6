package io.github.parallelvalidation.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.gate.Tier;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class SegmentedChoiceTest {
    private final ObjectProperty<Tier> tier = new SimpleObjectProperty<>(Tier.L0);

    @Start
    void open(Stage stage) {
        Button before = new Button("before");
        before.setId("before");
        Button after = new Button("after");
        after.setId("after");
        stage.setScene(new Scene(
                new HBox(before, new SegmentedChoice<>("tier", List.of(Tier.values()), tier, Tier::name), after)));
        stage.show();
    }

    @Test
    void anotherSegmentIsAnotherValue(FxRobot robot) {
        robot.clickOn("#tier-l1");

        assertThat(tier.get()).isEqualTo(Tier.L1);
        assertThat(isChosen(robot, "#tier-l0")).isFalse();
    }

    @Test
    void pressedAgainItStaysChosen(FxRobot robot) {
        robot.clickOn("#tier-l0");

        assertThat(isChosen(robot, "#tier-l0")).isTrue();
        assertThat(tier.get()).isEqualTo(Tier.L0);
    }

    @Test
    void aValueThatIsSetElsewhereIsShown(FxRobot robot) {
        robot.interact(() -> tier.set(Tier.L1));

        assertThat(isChosen(robot, "#tier-l1")).isTrue();
        assertThat(isChosen(robot, "#tier-l0")).isFalse();
    }

    @Test
    void itIsOneStopOfTheTabKeyAndTheArrowsChoose(FxRobot robot) {
        robot.interact(() -> robot.lookup("#before").query().requestFocus());

        robot.type(KeyCode.TAB);
        assertThat(robot.lookup("#tier-l0").<Node>query().isFocused()).isTrue();
        robot.type(KeyCode.SPACE);
        assertThat(tier.get()).isEqualTo(Tier.L0);
        robot.type(KeyCode.RIGHT);
        assertThat(tier.get()).isEqualTo(Tier.L1);
        assertThat(robot.lookup("#tier-l1").<Node>query().isFocused()).isTrue();
        robot.type(KeyCode.LEFT);
        assertThat(tier.get()).isEqualTo(Tier.L0);
        robot.type(KeyCode.TAB);
        assertThat(robot.lookup("#after").<Node>query().isFocused()).isTrue();
    }

    private static boolean isChosen(FxRobot robot, String segment) {
        return robot.lookup(segment).queryAs(ToggleButton.class).isSelected();
    }
}
