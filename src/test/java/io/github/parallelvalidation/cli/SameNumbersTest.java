package io.github.parallelvalidation.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import io.github.parallelvalidation.TestTerminal;
import io.github.parallelvalidation.TestWorkspace;
import io.github.parallelvalidation.escalation.OptionPreviews;
import io.github.parallelvalidation.journal.RunOutcome;
import io.github.parallelvalidation.run.Validation;
import io.github.parallelvalidation.schema.SchemaCheck;
import io.github.parallelvalidation.settings.Settings;
import io.github.parallelvalidation.ui.control.Motion;
import io.github.parallelvalidation.ui.decision.DecisionCase;
import io.github.parallelvalidation.ui.decision.DecisionPane;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The slider of the window, the prompt, the answer and the record of a decision say the same of the same thresholds.
@ExtendWith(ApplicationExtension.class)
@NullUnmarked // JUnit fills the fields; maps of parsed documents
class SameNumbersTest {
    private static final String PRICE = "Noise alone would pass 1.2 instead of 0.9, in nine of ten such markets 0 to 3;"
            + " 2 or more in 45 of 100, before 1 or more in 36 of 100.";

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Stage stage;

    @Start
    void open(Stage shown) {
        Motion.stop();
        stage = shown;
    }

    private int run(String... arguments) {
        out.reset();
        Terminal terminal = TestTerminal.of(out, err, _ -> null);
        int status = new Cli(TestWorkspace.validation(), terminal, _ -> 0).run(arguments);
        SchemaCheck.printed(out.toString(StandardCharsets.UTF_8), arguments);
        return status;
    }

    @Test
    void whatTheSliderSaysIsWhatTheAnswerDoes(FxRobot robot) throws IOException {
        TestWorkspace asked = TestWorkspace.in(folder.resolve("asked"));
        asked.write(".crypto/config/tiered-validation-protocol.yaml", "tiers: {L0: {placebo_worlds: 10}}\n");
        String worlds = "worlds 0.05 0.06 0.07 0.0095 -0.01 -0.02 -0.03 -0.04 -0.05 -0.06";
        String metrics = "metrics \"signal_frequency\": 84, \"hit_rate\": 0.56, \"ic\": ";
        asked.strategy("STR-101", worlds, metrics + "0.0095")
                .strategy("STR-102", worlds, metrics + "0.04")
                .strategy("STR-103", worlds, metrics + "-0.02");
        assertThat(run("validate", asked.root())).isEqualTo(4);
        assertThat(err.toString(StandardCharsets.UTF_8)).as("the prompt").contains("ic=0.009: 2 would pass", PRICE);

        TestWorkspace answered = TestWorkspace.copyOf(asked.workspace().root(), folder.resolve("answered"));
        assertThat(noiseAtTheSlider(robot, asked)).isEqualTo(PRICE);

        assertThat(run("decide", answered.root(), "--with", "relax", "--relax", "ic=0.009", "--json"))
                .isEqualTo(1);
        Map<String, Object> answer = JSON.std.mapFrom(out.toString(StandardCharsets.UTF_8));
        assertThat((Map<?, ?>) answer.get("summary"))
                .extracting("expected_lucky_passes", "lucky_passes_90", "run_p_value")
                .containsExactly(1.2, List.of(0, 3), 5 / 11.0);
        assertThat(answered.read(".crypto/knowledge/decisions/" + asked.newestRun() + ".yaml"))
                .contains(
                        "passes_after: 2", "expected_lucky_passes_after: 1.2", "run_p_value_after: 0.45454545454545453")
                .contains("  lucky_passes_90_after:\n  - 0\n  - 3\n");
    }

    private String noiseAtTheSlider(FxRobot robot, TestWorkspace asked) {
        Validation validation = TestWorkspace.validation();
        RunOutcome open =
                validation.outcome(asked.workspace(), asked.newestRun()).orElseThrow();
        OptionPreviews previews = validation.previews(asked.workspace(), open);
        robot.interact(() -> {
            DecisionCase question = DecisionCase.of(open, Settings.DEFAULT, previews);
            stage.setScene(new Scene(new DecisionPane(question, _ -> {}, () -> {}), 1000, 700));
            stage.show();
        });
        Slider slider = robot.lookup("#slider-ic").queryAs(Slider.class);
        TextField field = robot.lookup("#field-ic").queryAs(TextField.class);
        robot.interact(() -> slider.setValue(slider.getMax()));
        assertThat(field.getText()).isEqualTo("0.01");
        for (double step = slider.getMax(); !field.getText().equals("0.009") && step >= 0; step--) {
            double next = step;
            robot.interact(() -> slider.setValue(next));
        }
        return robot.lookup("#relax-noise").queryAs(Label.class).getText();
    }
}
