package io.github.parallelvalidation.ui;

import io.github.parallelvalidation.run.RunOutcome;
import io.github.parallelvalidation.run.RunSnapshot;
import io.github.parallelvalidation.run.WorkspaceView;
import io.github.parallelvalidation.workspace.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// The dashboard's one window: toolbar, banners, four tiles, the run line, the pages, the status bar.
final class DashboardView extends BorderPane {
    private static final Duration DISPLAY_RATE = Duration.millis(100);

    private final DashboardModel model;
    private final Toolbar toolbar;
    private final Banner problems = new Banner("banner-problems");
    private final Banner news = new Banner("banner-news");
    private final TileRow tiles = new TileRow();
    private final RunLine runLine = new RunLine();
    private final QueuePage queue = new QueuePage();
    private final ResultsPage results;
    private final HistoryPage history;
    private final SettingsPage settings = new SettingsPage();
    private final Pages pages;
    private final StatusBar status;
    private final Timeline pulse;

    DashboardView(DashboardModel model) {
        this.model = model;
        setId("dashboard");
        toolbar = new Toolbar(model);
        results = new ResultsPage(model::askDecision);
        history = new HistoryPage(run -> {
            model.show(run);
            show(Pages.Page.RESULTS);
        });
        pages = new Pages(Map.of(
                Pages.Page.QUEUE, queue,
                Pages.Page.RESULTS, results,
                Pages.Page.HISTORY, history,
                Pages.Page.SETTINGS, settings));
        status = new StatusBar(
                run -> {
                    results.show(run);
                    show(Pages.Page.RESULTS);
                },
                model);
        VBox top = Parts.column(0, toolbar, problems, news);
        VBox live = Parts.column(8, tiles, runLine);
        live.getStyleClass().add("live");
        live.setMinHeight(USE_PREF_SIZE);
        VBox center = Parts.column(0, live, pages);
        VBox.setVgrow(pages, Priority.ALWAYS);
        setTop(top);
        setCenter(center);
        setBottom(status);
        pulse = new Timeline(new KeyFrame(DISPLAY_RATE, event -> model.pulse()));
        pulse.setCycleCount(Animation.INDEFINITE);
        listen();
    }

    Toolbar toolbar() {
        return toolbar;
    }

    void show(Pages.Page page) {
        pages.show(page);
    }

    void selectFirst() {
        queue.table().getSelectionModel().clearAndSelect(0);
    }

    void dress(Theme theme) {
        tiles.dress(theme);
    }

    private void listen() {
        model.view().subscribe(this::showView);
        model.snapshot().subscribe(this::showRun);
        model.shown().subscribe(outcome -> {
            results.show(outcome);
            showSentence();
        });
        model.tier().subscribe(tier -> toolbar.refresh());
        model.atMost().subscribe(most -> toolbar.refresh());
        toolbar.filter().textProperty().subscribe(text -> queue.table().filter(text));
    }

    private void showRun(@Nullable RunSnapshot run) {
        tiles.show(run);
        if (model.isRunning()) {
            pulse.play();
            if (run != null) {
                runLine.show(run);
            }
        } else {
            pulse.stop();
            showSentence();
        }
        queue.show(model.rows());
        toolbar.refresh();
        status.show(model.view().get(), model.isRunning());
    }

    private void showSentence() {
        RunOutcome outcome = model.shown().get();
        if (!model.isRunning()) {
            if (outcome == null) {
                runLine.idle("Nothing has been run here yet. Validate takes what awaits the tier.");
            } else {
                runLine.show(outcome);
            }
        }
    }

    private void showView(@Nullable WorkspaceView view) {
        toolbar.refresh();
        status.show(view, model.isRunning());
        if (view == null) {
            return;
        }
        queue.show(model.rows());
        history.show(view.history());
        settings.show(view);
        showProblems(view);
        showNews(view);
    }

    private void showProblems(WorkspaceView view) {
        List<Problem> errors = view.errors();
        if (errors.isEmpty()) {
            problems.hide();
            return;
        }
        String more = errors.size() == 1 ? "" : " (and %d more)".formatted(errors.size() - 1);
        problems.show(errors.getFirst().headline() + more, Banner.button("reload", "Read again", model::reload));
    }

    /// What waits for the person: an interrupted run before an open question.
    private void showNews(WorkspaceView view) {
        Optional<String> interrupted = view.interruptedRunId();
        Optional<RunOutcome> open = view.lastRun().filter(RunOutcome::awaitsDecision);
        if (model.isRunning()) {
            news.hide();
        } else if (interrupted.isPresent()) {
            news.show(
                    "Run %s was interrupted. What it had finished is kept; the rest can be run now."
                            .formatted(interrupted.get()),
                    Banner.button("resume", "Resume", model::resume),
                    Banner.button("discard", "Discard", model::discard));
        } else if (open.isPresent()) {
            news.show(
                    "A decision waits: %d of %d strategies did not pass in run %s."
                            .formatted(
                                    open.get().strategies().size()
                                            - open.get().summary().passed(),
                                    open.get().strategies().size(),
                                    open.get().plan().runId()),
                    Banner.button("decide-now", "Decide…", () -> model.askDecision(open.get())));
        } else {
            news.hide();
        }
    }
}
