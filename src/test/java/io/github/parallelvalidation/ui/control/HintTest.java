package io.github.parallelvalidation.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

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
class HintTest {
    @SuppressWarnings("NullAway.Init")
    private Label label;

    @SuppressWarnings("NullAway.Init")
    private Hint hint;

    @Start
    void open(Stage stage) {
        label = new Label("0.031");
        hint = new Hint(label);
        label.setMinSize(100, 40);
        stage.setScene(new Scene(new VBox(new Label("above"), label), 200, 200));
        stage.show();
    }

    @Test
    void theTooltipIsThereWhenThePointerIsAndFollowsWhatIsSaid(FxRobot robot) {
        robot.interact(() -> hint.say("0.0312"));
        assertThat(label.getTooltip()).isNull();

        robot.moveTo(label);
        assertThat(label.getTooltip().getText()).isEqualTo("0.0312");

        robot.interact(() -> hint.say("0.0415"));
        assertThat(label.getTooltip().getText()).isEqualTo("0.0415");

        robot.interact(() -> hint.say(""));
        assertThat(label.getTooltip()).isNull();
    }
}
