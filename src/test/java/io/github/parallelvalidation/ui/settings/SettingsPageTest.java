package io.github.parallelvalidation.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.TestWorkspace;
import io.github.parallelvalidation.ui.control.Density;
import io.github.parallelvalidation.ui.control.Motion;
import io.github.parallelvalidation.ui.control.Theme;
import io.github.parallelvalidation.ui.model.BackgroundWork;
import io.github.parallelvalidation.ui.model.DashboardModel;
import io.github.parallelvalidation.ui.model.SilentDialogs;
import io.github.parallelvalidation.workspace.Workspace;
import io.github.parallelvalidation.workspace.WorkspaceTemplate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The form of the settings under a robot's hands, over the files of a real workspace.
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class SettingsPageTest {
    @TempDir
    private static Path folder;

    private Workspace workspace;
    private DashboardModel model;

    @Start
    void open(Stage stage) throws IOException {
        Motion.stop();
        workspace = WorkspaceTemplate.SAMPLE.copyTo(
                Files.createTempDirectory(folder, "w").resolve("sample"));
        model = new DashboardModel(
                TestWorkspace.validation(),
                workspace,
                new SilentDialogs(),
                new BackgroundWork(Runnable::run, Runnable::run),
                InstantSource.system());
        model.reload();
        SettingsPage page = new SettingsPage(model);
        page.refresh();
        stage.setScene(new Scene(page, 1000, 700));
        stage.show();
    }

    private static TextField field(FxRobot robot, String path) {
        return robot.lookup("#" + path).queryAs(TextField.class);
    }

    private static void type(FxRobot robot, String path, String text) {
        robot.interact(() -> field(robot, path).setText(text));
    }

    private static ButtonBase write(FxRobot robot) {
        return robot.lookup("#write-settings").queryAs(ButtonBase.class);
    }

    @Test
    void aThresholdIsChangedInItsFieldAndWrittenIntoItsFile(FxRobot robot) throws IOException {
        String before = Files.readString(workspace.protocol());
        assertThat(field(robot, "tiers-L0-gates-min_ic").getText()).isEqualTo("0.01");
        assertThat(write(robot).isDisabled()).isTrue();

        type(robot, "tiers-L0-gates-min_ic", "0.02");
        assertThat(write(robot).getText()).isEqualTo("Write 1");
        robot.interact(write(robot)::fire);

        assertThat(Files.readString(workspace.protocol())).isEqualTo(before.replace("min_ic: 0.01 ", "min_ic: 0.02 "));
        assertThat(field(robot, "tiers-L0-gates-min_ic").getText()).isEqualTo("0.02");
        assertThat(write(robot).isDisabled()).isTrue();
    }

    @Test
    void theReadersSentenceStandsUnderAWrongValueUntilItIsMended(FxRobot robot) {
        String sentence = "max_workers must be a whole number from 1 to 4, found '9'";
        type(robot, "parallel_validation-max_workers", "9");
        assertThat(robot.lookup(sentence).tryQuery()).isPresent();
        assertThat(write(robot).isDisabled()).isTrue();

        assertThat(robot.lookup("#settings-sentence").queryLabeled().getText())
                .isEqualTo("1 change, none written: workers at once is wrong. " + sentence);

        type(robot, "parallel_validation-max_workers", "3");
        assertThat(robot.lookup(sentence).tryQuery()).isEmpty();
        assertThat(write(robot).isDisabled()).isFalse();

        robot.interact(robot.lookup("#undo-settings").queryAs(ButtonBase.class)::fire);
        assertThat(field(robot, "parallel_validation-max_workers").getText()).isEqualTo("4");
    }

    @Test
    void themeAndDensityAreChosenAtOnce(FxRobot robot) {
        robot.interact(robot.lookup("#theme-choice-dark").queryAs(ButtonBase.class)::fire);
        robot.interact(robot.lookup("#density-compact").queryAs(ButtonBase.class)::fire);
        assertThat(model.choices().theme().get()).isEqualTo(Theme.DARK);
        assertThat(model.choices().density().get()).isEqualTo(Density.COMPACT);
    }
}
