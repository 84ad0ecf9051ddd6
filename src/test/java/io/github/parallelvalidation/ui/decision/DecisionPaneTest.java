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
            assertThat(robot.lookup("#relax-passes").queryAs(Label.class).getText())
                    .isEqualTo("A threshold is a number, at most that of the run.");
            robot.interact(() -> slider.setValue(slider.getMin()));
        }
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
