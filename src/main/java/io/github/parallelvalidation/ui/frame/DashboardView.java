package io.github.parallelvalidation.ui.frame;

import io.github.parallelvalidation.run.RunElsewhere;
import io.github.parallelvalidation.run.RunSnapshot;
import io.github.parallelvalidation.run.Slot;
import io.github.parallelvalidation.run.WorkspaceView;
import io.github.parallelvalidation.ui.control.Parts;
import io.github.parallelvalidation.ui.model.Activity;
import io.github.parallelvalidation.ui.model.DashboardModel;
import io.github.parallelvalidation.ui.model.Dialogs;
import io.github.parallelvalidation.ui.model.Page;
import io.github.parallelvalidation.ui.model.WatchModel;
import io.github.parallelvalidation.ui.tiles.RunLineView;
import io.github.parallelvalidation.ui.tiles.TileRow;
import java.util.List;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.layout.BorderPane;
import javafx.util.Duration;

/// The window's content: tool bar, tiles, progress of the run, banners, navigation and page, status bar.
final class DashboardView extends BorderPane {
    private static final Duration DISPLAY_RATE = Duration.millis(100);

    private final DashboardModel model;
    private final ToolBarView toolBar;
    private final TileRow tiles = new TileRow();
    private final RunLineView runLine;
    private final BannerPane banners;
    private final Pages pages;
    private final StatusBarView statusBar;
    private final Timeline display = new Timeline(new KeyFrame(DISPLAY_RATE, _ -> tick()));

    DashboardView(
            DashboardModel model,
            WatchModel watch,
            WindowMemory memory,
            Dialogs dialogs,
            Runnable switchTheme,
            Runnable showHelp) {
        this.model = model;
        toolBar = new ToolBarView(model, watch, memory, switchTheme, showHelp);
        runLine = new RunLineView(() -> model.toDo().goOn());
        banners = new BannerPane(model::perform);
        pages = new Pages(model);
        statusBar = new StatusBarView(model, watch, dialogs);
        getStyleClass().add("dashboard");
        setMinSize(0, 0);
        setTop(Parts.column(0, toolBar, tiles, runLine, banners));
        setLeft(new NavigationView(model.choices().page()));
        setCenter(pages);
        setBottom(statusBar);
        watch.words().subscribe(_ -> statusBar.refresh());
        listen();
    }

    ToolBarView toolBar() {
        return toolBar;
    }

    void showSelected() {
        model.choices().page().set(Page.QUEUE);
        pages.openSelected();
    }

    private void listen() {
        display.setCycleCount(Animation.INDEFINITE);
        model.loaded().subscribe(_ -> refreshAll());
        model.shown().subscribe(_ -> pages.refresh(Page.RESULTS));
        model.error().subscribe(_ -> refreshFrame());
        model.choices().tier().subscribe(_ -> refreshFrame());
        model.toDo().now().subscribe(_ -> toolBar.refresh());
        model.workspace().subscribe(_ -> refreshFrame());
        model.runs().activity().subscribe(this::follow);
    }

    private void follow(Activity activity) {
        if (activity == Activity.IDLE) {
            display.stop();
        } else {
            display.play();
        }
        refreshFrame();
    }

    void tick() {
        model.runs().poll();
        refreshLive();
    }

    private void refreshAll() {
        pages.refresh(Page.HISTORY, Page.SETTINGS);
        refreshFrame();
    }

    private void refreshFrame() {
        toolBar.refresh();
        banners.show(model.banners());
        statusBar.refresh();
        runLine.show(model.toDo().nextStep(), model.isReady());
        tiles.show(model.view().flatMap(WorkspaceView::lastRun));
        tiles.open(!model.runs().isIdle() || model.elsewhere().isPresent());
        refreshLive();
    }

    private void refreshLive() {
        Optional<List<Slot>> slots = model.elsewhere()
                .map(RunElsewhere::slots)
                .or(() -> model.runs().snapshot().get().map(RunSnapshot::slots));
        tiles.show(slots.orElse(List.of()), model.clock().instant());
        runLine.show(model.runLine());
    }
}
