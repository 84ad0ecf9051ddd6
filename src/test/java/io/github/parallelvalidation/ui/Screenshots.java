package io.github.parallelvalidation.ui;

import io.github.parallelvalidation.run.Slot;
import io.github.parallelvalidation.run.Validation;
import io.github.parallelvalidation.ui.control.Motion;
import io.github.parallelvalidation.ui.control.Theme;
import io.github.parallelvalidation.ui.frame.DashboardWindow;
import io.github.parallelvalidation.ui.frame.FxThread;
import io.github.parallelvalidation.ui.frame.WindowMemory;
import io.github.parallelvalidation.ui.frame.WindowThreads;
import io.github.parallelvalidation.ui.model.BackgroundWork;
import io.github.parallelvalidation.ui.model.DashboardModel;
import io.github.parallelvalidation.ui.model.Page;
import io.github.parallelvalidation.workspace.Workspace;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.control.RadioButton;
import javafx.scene.control.Slider;
import javafx.scene.control.TableView;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import javafx.util.Duration;

/// Takes the pictures of the README: one run of a workspace while it is on and afterwards, light and dark. Needs a
/// screen, or JavaFX's headless one.
public final class Screenshots {
    /// About a third of the threshold of the information coefficient.
    private static final int RELAXED_STEP = 6;

    private static final int WIDTH = 1280;
    private static final int HEIGHT = 900;
    private static final Duration LOOK = Duration.millis(50);

    private final Stage stage = new Stage(StageStyle.UNDECORATED);
    private final DashboardWindow window;
    private final Path folder;
    private final CompletableFuture<Path> done = new CompletableFuture<>();
    private final Timeline watch = new Timeline(new KeyFrame(LOOK, _ -> look()));
    private Moment next = Moment.BEFORE;

    /// The states of the window that are worth a picture.
    private enum Moment {
        BEFORE,
        RUNNING,
        AFTER,
        STRATEGY
    }

    private Screenshots(Validation validation, Workspace workspace, Path folder, ExecutorService background) {
        this.folder = folder;
        WindowMemory memory = WindowMemory.read(folder.resolve("window.yaml"));
        memory.size(WIDTH, HEIGHT);
        window = new DashboardWindow(
                validation,
                workspace,
                memory,
                new BackgroundWork(background, FxThread.EXECUTOR),
                InstantSource.system());
        // Some controls only lay themselves out in a window that is shown.
        stage.setScene(window.scene());
        stage.setWidth(WIDTH);
        stage.setHeight(HEIGHT);
        stage.show();
        watch.setCycleCount(Animation.INDEFINITE);
        watch.play();
    }

    /// Runs the workspace once and writes the pictures into a folder; returns when they are there.
    public static void write(Validation validation, Workspace workspace, Path folder) {
        FxThread.start();
        Motion.stop();
        try (ExecutorService background = WindowThreads.start()) {
            CompletableFuture.supplyAsync(
                            () -> new Screenshots(validation, workspace, folder, background), FxThread.EXECUTOR)
                    .thenCompose(pictures -> pictures.done)
                    .join();
        }
    }

    private void look() {
        DashboardModel model = window.model();
        boolean idle = model.runs().isIdle();
        switch (next) {
            case BEFORE -> {
                if (model.loaded().get().isPresent()) {
                    next = Moment.RUNNING;
                    model.validate();
                }
            }
            case RUNNING -> {
                if (isHalfWay() || idle) {
                    take("running");
                    next = Moment.AFTER;
                }
            }
            case AFTER -> {
                // The question is asked when what it costs has been read.
                if (idle
                        && model.loaded()
                                .get()
                                .flatMap(read -> read.view().lastRun())
                                .filter(run -> !run.awaitsDecision() || isAsked())
                                .isPresent()) {
                    takeAll();
                    lookAtAStrategy();
                    next = Moment.STRATEGY;
                }
            }
            case STRATEGY -> {
                // Its pictures are read from its files.
                if (window.scene().lookup("#idea") instanceof VBox idea
                        && !idea.getChildren().isEmpty()) {
                    watch.stop();
                    take("strategy");
                    stage.close();
                    done.complete(folder);
                }
            }
        }
    }

    private void takeAll() {
        chooseToRelax();
        take("decision");
        window.overlay().dismiss();
        for (Page page : Page.values()) {
            window.model().choices().page().set(page);
            take(page.name().toLowerCase(Locale.ROOT));
        }
    }

    private void lookAtAStrategy() {
        window.model().choices().page().set(Page.RESULTS);
        if (window.scene().lookup("#results") instanceof TableView<?> table) {
            table.getSelectionModel().select(1);
        }
    }

    private boolean isAsked() {
        return window.scene().lookup("#choose-relax") != null;
    }

    /// What relaxing would buy is the part of the question that is worth a picture.
    private void chooseToRelax() {
        if (window.scene().lookup("#choose-relax") instanceof RadioButton relax
                && window.scene().lookup("#slider-ic") instanceof Slider slider) {
            relax.setSelected(true);
            slider.setValue(RELAXED_STEP);
        }
    }

    /// Something is done and something still runs.
    private boolean isHalfWay() {
        return window.model()
                .runs()
                .snapshot()
                .get()
                .filter(seen -> seen.finished().size() >= 3
                        && seen.slots().stream().anyMatch(Slot.Done.class::isInstance)
                        && seen.slots().stream().anyMatch(Slot.Busy.class::isInstance))
                .isPresent();
    }

    private void take(String name) {
        for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
            theme.apply();
            Picture.take(window.scene(), folder.resolve(name + "-" + theme.code() + ".png"));
        }
    }
}
