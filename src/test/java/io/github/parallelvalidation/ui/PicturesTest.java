package io.github.parallelvalidation.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.run.Slot;
import io.github.parallelvalidation.workspace.Problem;
import io.github.parallelvalidation.workspace.Workspace;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javafx.event.ActionEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/// Draws the window in its states into `target/pictures`, to be looked at; that nothing fails on the way is the test.
@ExtendWith(ApplicationExtension.class)
@EnabledIfSystemProperty(named = "pictures", matches = "true", disabledReason = "takes a minute; -Dpictures=true")
class PicturesTest {
    private static final Path FOLDER = Path.of("target/pictures");

    @TempDir
    private Path folder;

    @Test
    void everyStateCanBeDrawn() throws Exception {
        Motion.stop();
        for (int[] size : new int[][] {{1280, 900}, {1000, 700}}) {
            draw(size[0], size[1]);
        }
        assertThat(FOLDER.resolve("running-1280-dark.png")).isNotEmptyFile();
    }

    private void draw(int width, int height) throws Exception {
        Path file = folder.resolve("window-" + width + ".yaml");
        WindowMemory memory = WindowMemory.read(file);
        memory.size(width, height);
        FakeValidation fake = new FakeValidation();
        fake.history = Samples.history(30);
        ExecutorService background = Executors.newCachedThreadPool();
        DashboardWindow window = WaitForAsyncUtils.waitForAsyncFx(20_000, () -> {
            DashboardWindow made = new DashboardWindow(
                    fake,
                    new Workspace(Path.of("sample-workspace")),
                    memory,
                    new Work(background, FxThread.EXECUTOR),
                    InstantSource.fixed(Samples.START.plusMillis(4200)));
            Stage stage = FxToolkit.registerStage(Stage::new);
            stage.setScene(made.scene());
            stage.setWidth(width);
            stage.setHeight(height);
            stage.show();
            return made;
        });
        DashboardModel model = window.model();
        until(() -> model.loaded().get().isPresent());
        take(window, "start", width);
        fx(model::validate);
        until(() -> model.runs().live().isPresent());
        fake.run.begin();
        fake.run.busy(0, 205, "placebo", 0.62, 1, "");
        fake.run.done(1, Samples.results().get(1));
        fake.run.done(2, Samples.results().get(2));
        fake.run.busy(3, 209, "loading bars", 0.08, 2, "no result within 600 s");
        for (int megabytes : new int[] {20, 41, 63, 71, 88, 86, 92}) {
            fake.run.memory(megabytes);
            fx(model.runs()::poll);
            until(() -> model.runs().snapshot().get().orElseThrow().slots().getFirst() instanceof Slot.Busy busy
                    && busy.memoryMb() == megabytes);
            WaitForAsyncUtils.waitForFxEvents();
        }
        WaitForAsyncUtils.waitForFxEvents();
        until(() -> model.runs().snapshot().get().orElseThrow().finished().size() == 2);
        take(window, "running", width);
        fake.run.done(0, Samples.results().get(0));
        fake.run.done(3, Samples.results().get(7));
        fake.run.finish(Samples.results());
        until(() -> model.runs().isIdle());
        until(() -> model.loaded().get().orElseThrow().view().lastRun().isPresent());
        take(window, "decision", width);
        fx(() -> window.scene().lookup("#later").fireEvent(new ActionEvent()));
        until(() -> !((Overlay) window.scene().getRoot()).isOpen());
        fx(() -> ((StrategyTable) window.scene().lookup("#queue"))
                .getSelectionModel()
                .select(6));
        take(window, "queue", width);
        for (Page page : List.of(Page.RESULTS, Page.HISTORY, Page.SETTINGS)) {
            fx(() -> model.choices().page().set(page));
            take(window, page.name().toLowerCase(Locale.ROOT), width);
        }
        fake.entries = Samples.everyStatus();
        fake.lastRun = Optional.empty();
        fake.interrupted = Optional.of("2026-11-22-143000");
        fake.errors = List.of(new Problem(
                Path.of("sample-workspace/.crypto/pipeline/queue.yaml"),
                17,
                5,
                "the id STR-204 stands here a second time; the first is in line 9",
                "  - id: STR-204"));
        fx(() -> {
            model.choices().page().set(Page.QUEUE);
            model.reload();
        });
        until(() -> !model.loaded().get().orElseThrow().view().errors().isEmpty());
        take(window, "troubles", width);
        fx(() -> ((Dialogs) window.scene().getRoot())
                .showPlan(fake.dryRun(model.workspace().get(), model.choices().request())));
        take(window, "plan", width);
        fx(() -> ((Dialogs) window.scene().getRoot()).showHelp());
        take(window, "help", width);
        background.shutdownNow();
    }

    private static void take(DashboardWindow window, String name, int width) {
        for (Theme theme : Theme.values()) {
            fx(theme::apply);
            WaitForAsyncUtils.waitForFxEvents();
            fx(() -> Picture.take(window.scene(), FOLDER.resolve(name + "-" + width + "-" + theme.code() + ".png")));
        }
    }

    private static void fx(Runnable action) {
        WaitForAsyncUtils.waitForAsyncFx(20_000, action);
    }

    private static void until(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, condition);
    }
}
