package io.github.parallelvalidation.ui.frame;

import io.github.parallelvalidation.TestWorkspace;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.ui.Focusables;
import io.github.parallelvalidation.ui.model.Page;
import io.github.parallelvalidation.workspace.StrategyId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// Goes through every page, view, form and card over a real run: whatever the keyboard reaches has a name.
@ExtendWith(ApplicationExtension.class)
@NullUnmarked // JUnit fills the fields
class AccessibleNamesTest {
    private static final int PATIENCE_MILLIS = 60_000;

    @TempDir
    private Path folder;

    private final ExecutorService background = WindowThreads.start();
    private final SoftAssertions found = new SoftAssertions();
    private DashboardWindow window;

    @Start
    void open(Stage stage) throws IOException {
        TestWorkspace workspace = TestWorkspace.copyOf(Path.of("assets/sample-workspace"), folder.resolve("sample"));
        window = OpenWindow.on(stage, TestWorkspace.validation(), workspace.workspace(), folder, background, 1280, 900);
    }

    @AfterEach
    void stop() {
        OpenWindow.close(window, background);
    }

    @Test
    void whateverTheKeyboardReachesHasAName() {
        until("the queue is read", () -> table().getItems().size() == 10);
        named("the queue before any run");
        cards();

        onFx(() -> {
            window.model().choices().tier().set(Tier.L0);
            window.model().validate(List.of(new StrategyId("STR-204")));
        });
        until(
                "it runs",
                () -> window.model().runs().live().isPresent()
                        || window.model().shown().get().isPresent());
        until(
                "it has run",
                () -> window.model().shown().get().isPresent()
                        && window.model().runs().live().isEmpty());
        until("it asks", () -> window.overlay().isOpen());
        named("what a run asks");
        onFx(window.overlay()::dismiss);
        for (Page page : Page.values()) {
            onFx(() -> window.model().choices().page().set(page));
            named("the page " + page.title());
        }
        onFx(() -> window.model().choices().page().set(Page.SETTINGS));
        until("the settings are read", () -> window.scene().lookup("#settings .card .text-field") != null);
        named("the settings");
        onFx(() -> window.model().seek(new StrategyId("STR-204")));
        until("the strategy is drawn", () -> window.scene().lookup("#price") != null);
        named("a strategy");
        onFx(() -> table().getSelectionModel().selectRange(0, 3));
        until(
                "some are compared",
                () -> table().getSelectionModel().getSelectedItems().size() == 3);
        named("strategies beside one another");
        found.assertAll();
    }

    private void cards() {
        onFx(() -> window.model().ideas().newStrategy());
        card("a new strategy");
        onFx(() -> window.model().ideas().duplicate(new StrategyId("STR-201")));
        card("a variation");
        onFx(window.model()::dryRun);
        card("the dry run");
        onFx(() -> window.overlay().showAlerts(List.of("one")));
        card("alerts");
        onFx(window::showHelp);
        card("help");
        onFx(window::openPalette);
        card("the palette");
    }

    private void card(String what) {
        until(what + " is open", () -> window.overlay().isOpen());
        named(what);
        onFx(window.overlay()::dismiss);
    }

    private void named(String where) {
        WaitForAsyncUtils.waitForFxEvents();
        List<Node> reached = WaitForAsyncUtils.waitForAsyncFx(PATIENCE_MILLIS, () -> Focusables.of(window.scene()));
        found.assertThat(reached).as(where).isNotEmpty();
        found.assertThat(WaitForAsyncUtils.waitForAsyncFx(PATIENCE_MILLIS, () -> Focusables.unnamed(window.scene())))
                .as(where + ": focusable, and without a name")
                .isEmpty();
    }

    private TableView<?> table() {
        return (TableView<?>) window.scene().lookup("#queue");
    }

    private static void onFx(Runnable action) {
        WaitForAsyncUtils.waitForAsyncFx(PATIENCE_MILLIS, action);
    }

    private static void until(String what, Callable<Boolean> condition) {
        TestWorkspace.until(what, () -> WaitForAsyncUtils.waitForAsyncFx(PATIENCE_MILLIS, condition));
    }
}
