package io.github.parallelvalidation.ui.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.escalation.OptionPreviews;
import io.github.parallelvalidation.escalation.RunEvidence;
import io.github.parallelvalidation.gate.L0Gates;
import io.github.parallelvalidation.gate.L1Gates;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.gate.TierGates;
import io.github.parallelvalidation.luck.RunWorlds;
import io.github.parallelvalidation.ui.control.Motion;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The sliders of the decision window, under a robot's hands.
@ExtendWith(ApplicationExtension.class)
class DecisionPaneTest {
    @SuppressWarnings("NullAway.Init")
    private Stage stage;

    @Start
    void open(Stage shown) {
        Motion.stop();
        stage = shown;
    }

    private static Stream<TierGates> unusualButLegal() {
        return Stream.of(
                L0Gates.DEFAULT.with("ic", -1),
                L0Gates.DEFAULT.with("ic", 0).with("hit_rate", 0).with("signal_frequency", 0),
                L1Gates.DEFAULT.with("sharpe", -1),
                L1Gates.DEFAULT.with("sharpe", 0).with("trades", 0));
    }

    @ParameterizedTest
    @MethodSource("unusualButLegal")
    void everyLegalThresholdHasASliderThatEndsInIt(TierGates gates, FxRobot robot) {
        show(robot, gates);
        for (Map.Entry<String, Double> gate : gates.thresholds().entrySet()) {
            Slider slider = robot.lookup("#slider-" + gate.getKey()).queryAs(Slider.class);
            TextField field = robot.lookup("#field-" + gate.getKey()).queryAs(TextField.class);
            robot.interact(() -> slider.setValue(slider.getMin()));
            assertThat(Double.parseDouble(field.getText())).isLessThan(gate.getValue());
            robot.interact(() -> slider.setValue(slider.getMax()));
            assertThat(Double.parseDouble(field.getText())).isEqualTo(gate.getValue());
            robot.interact(() -> field.setText("-Infinity"));
            assertThat(said(robot)).contains("'-Infinity' is no number; write one of at most ");
            robot.interact(() -> slider.setValue(slider.getMin()));
        }
    }

    @Test
    void aThresholdThatIsNoneIsNamedWithWhatIsFoundAndWhatWouldBeRight(FxRobot robot) {
        show(robot, L0Gates.DEFAULT.with("ic", 0.03));
        TextField ic = robot.lookup("#field-ic").queryAs(TextField.class);
        TextField signals = robot.lookup("#field-signal_frequency").queryAs(TextField.class);

        robot.interact(() -> ic.setText("0,"));
        assertThat(said(robot)).isEqualTo("ic: '0,' is no number; write 0.");
        robot.interact(() -> ic.setText("0,02"));
        assertThat(said(robot)).isEqualTo("ic: '0,02' is no number; write 0.02.");
        robot.interact(() -> ic.setText("0,2"));
        assertThat(said(robot)).isEqualTo("ic: '0,2' is no number; write one of at most 0.03, with a point.");
        robot.interact(() -> ic.setText("0.05"));
        assertThat(said(robot)).isEqualTo("ic: 0.05 is stricter than the run's 0.03; at most 0.03.");
        robot.interact(() -> signals.setText("1.5"));
        assertThat(said(robot))
                .as("all that is wrong")
                .contains("ic: 0.05 is stricter", "signals: 1.5 is not whole, and it counts; write a whole number of");
        robot.interact(() -> {
            ic.setText("0.02");
            signals.setText("2");
        });
        assertThat(said(robot)).doesNotContain("0.02.", "whole");
    }

    private static String said(FxRobot robot) {
        return robot.lookup("#relax-passes").queryAs(Label.class).getText();
    }

    private void show(FxRobot robot, TierGates gates) {
        Tier tier = gates instanceof L0Gates ? Tier.L0 : Tier.L1;
        OptionPreviews previews = new OptionPreviews(
                tier, gates, 1, List.of(), RunEvidence.of(null, RunWorlds.NONE, List.of()), Set.of());
        robot.interact(() -> {
            stage.setScene(new Scene(new RelaxPane(previews, previews.relax(Map.of())), 600, 400));
            stage.show();
        });
    }
}
