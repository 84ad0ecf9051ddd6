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
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.function.BooleanSupplier;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.control.Button;
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
    private static final int HEIGHT = 800;
    private static final Duration LOOK = Duration.millis(50);

    private final Stage stage = new Stage(StageStyle.UNDECORATED);
    private final DashboardWindow window;
    private final Path folder;
    private final CompletableFuture<Path> done = new CompletableFuture<>();
    private final Timeline watch = new Timeline(new KeyFrame(LOOK, _ -> look()));
    private Moment next = Moment.BEFORE;
    private final Deque<Step> steps = steps();
    private Optional<Step> waiting = Optional.empty();

    /// The states of the window that are worth a picture.
    private enum Moment {
        BEFORE,
        RUNNING,
        AFTER,
        STRATEGY,
        OTHERS
    }

    /// One more picture.
    ///
    /// @param isReady whether what was prepared is there to be seen
    private record Step(String name, Runnable prepare, BooleanSupplier isReady) {}

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
                    take("strategy");
                    next = Moment.OTHERS;
                }
            }
            case OTHERS -> another();
        }
    }

    private void another() {
        if (waiting.isPresent()) {
            if (!waiting.get().isReady().getAsBoolean()) {
                return;
            }
            take(waiting.get().name());
        }
        waiting = Optional.ofNullable(steps.poll());
        waiting.ifPresentOrElse(step -> step.prepare().run(), () -> {
            watch.stop();
            stage.close();
            done.complete(folder);
        });
    }

    /// A strategy on the whole page, several beside one another, and the pages where there is little room: a small
    /// window, and one of a screen of 1920 by 1080 whose things are twice as large.
    private Deque<Step> steps() {
        Deque<Step> all = new ArrayDeque<>();
        all.add(new Step("strategy-whole", this::expand, () -> true));
        all.add(new Step(
                "comparison",
                () -> {
                    expand();
                    select(1, 2, 3);
                },
                () -> window.scene().lookup("#differences") != null));
        for (double[] size : new double[][] {{1024, 700}, {960, 540}}) {
            String suffix = "-%.0fx%.0f".formatted(size[0], size[1]);
            all.add(new Step(
                    "strategy" + suffix,
                    () -> {
                        stage.setWidth(size[0]);
                        stage.setHeight(size[1]);
                        select(1);
                    },
                    () -> window.scene().getWidth() == size[0]));
            for (Page page : new Page[] {Page.QUEUE, Page.HISTORY, Page.SETTINGS}) {
                all.add(new Step(
                        page.name().toLowerCase(Locale.ROOT) + suffix,
                        () -> window.model().choices().page().set(page),
                        () -> true));
            }
            all.add(new Step(
                    "results" + suffix, () -> window.model().choices().page().set(Page.RESULTS), () -> true));
        }
        return all;
    }

    private void expand() {
        if (window.scene().lookup("#expand") instanceof Button expand) {
            expand.fire();
        }
    }

    private void select(int... rows) {
        if (window.scene().lookup("#results") instanceof TableView<?> table) {
            table.getSelectionModel().clearSelection();
            table.getSelectionModel().selectIndices(rows[0], rows);
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
