package io.github.parallelvalidation.ui.frame;

import static io.github.parallelvalidation.TestWorkspace.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.StrangersWorkspace;
import io.github.parallelvalidation.ui.model.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// The window on a workspace that came from somebody.
@NullUnmarked // JUnit and TestFX fill the fields
@DisabledOnOs(OS.WINDOWS)
@ExtendWith(ApplicationExtension.class)
class StrangersWindowTest {
    private final ExecutorService background = WindowThreads.start();

    @TempDir
    private Path folder;

    private StrangersWorkspace stranger;
    private DashboardWindow window;
    private String before;

    @Start
    void open(Stage stage) throws IOException {
        stranger = new StrangersWorkspace(folder);
        before = stranger.files().everything();
        window = OpenWindow.on(stage, stranger.validation(), stranger.workspace(), folder, background, 1000, 760);
    }

    @AfterEach
    void stop() {
        OpenWindow.close(window, background);
    }

    private static <T> T onFx(Callable<T> question) {
        return WaitForAsyncUtils.waitForAsyncFx(20_000, question);
    }

    private boolean shown(Predicate<String> text) {
        return onFx(() -> window.scene().getRoot().lookupAll(".label").stream()
                .anyMatch(label -> label instanceof Label words && text.test(words.getText())));
    }

    private void ready() {
        until(
                "it can be started",
                () -> onFx(() -> {
                    Node validate = window.scene().lookup("#validate");
                    return validate != null && !validate.isDisabled();
                }));
    }

    private void assertNothingHappened() {
        assertThat(stranger.leftBehind()).isEmpty();
        assertThat(stranger.files().everything()).isEqualTo(before);
    }

    @Test
    void lookingAtItStartsNothing(FxRobot robot) {
        ready();
        for (Page page : Page.values()) {
            robot.interact(() -> window.model().choices().page().set(page));
        }
        robot.type(KeyCode.F5);
        robot.interact(window.model()::dryRun);
        until("the plan is shown", () -> shown(text -> text.startsWith("Would validate 3")));
        robot.type(KeyCode.ESCAPE);
        assertNothingHappened();
    }

    @Test
    void whoClosesTheQuestionHasStartedNothing(FxRobot robot) {
        ready();
        robot.clickOn("#validate");
        until("the question is asked", () -> shown(text -> text.contains("signal.command of STR-303")));
        assertThat(shown(text -> text.startsWith("sh -c 'touch ") && text.endsWith("sh {bars} {signals}")))
                .as("the command in full")
                .isTrue();
        assertThat(shown(text -> text.contains("runs with your rights and your environment")))
                .isTrue();
        robot.type(KeyCode.ESCAPE);
        until("a banner says so", () -> shown(text -> text.startsWith("Nothing was started")));
        assertNothingHappened();
    }

    @Test
    void theSwitchAsksLikeTheButton(FxRobot robot) {
        ready();
        robot.clickOn("#watch");
        until("the question is asked", () -> shown(text -> text.contains("signal.command of STR-303")));
        robot.clickOn("#close");
        until("a banner says so", () -> shown(text -> text.startsWith("Nothing was started")));
        assertNothingHappened();
    }

    @Test
    void whoAcceptsSeesItRun(FxRobot robot) {
        ready();
        robot.interact(() -> window.model().choices().atMost().set(Optional.of(1)));
        robot.clickOn("#validate");
        until("the question is asked", () -> onFx(() -> window.scene().lookup("#trust-these") != null));
        robot.clickOn("#trust-these");
        until("both were started", () -> stranger.leftBehind().count() == 2);
        until("the run is over", () -> onFx(() -> window.model().runs().isIdle()));
        assertThat(stranger.leftBehind()).containsExactly("STR-301", "notify");
    }
}
