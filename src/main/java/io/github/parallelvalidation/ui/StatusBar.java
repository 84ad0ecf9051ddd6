package io.github.parallelvalidation.ui;

import atlantafx.base.theme.Styles;
import io.github.parallelvalidation.run.RunOutcome;
import io.github.parallelvalidation.run.WorkspaceView;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// One line at the bottom: what is going on, the lock, the last run, alerts.
final class StatusBar extends HBox {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    private final Label text = Parts.label("", "figures");
    private final Button alerts = new Button();

    /// @param open shows the run with the alerts
    StatusBar(Consumer<RunOutcome> open, DashboardModel model) {
        super(8);
        getStyleClass().add("status-bar");
        text.setId("status-text");
        alerts.setId("alerts");
        alerts.getStyleClass().addAll(Styles.FLAT, Styles.SMALL);
        alerts.setGraphic(Parts.icon(Feather.ALERT_TRIANGLE, StatusLook.WARNING));
        alerts.setOnAction(event -> {
            WorkspaceView view = model.view().get();
            if (view != null) {
                view.lastRun().ifPresent(open);
            }
        });
        getChildren().addAll(text, Parts.spacer(), alerts);
    }

    void show(@Nullable WorkspaceView view, boolean running) {
        List<String> parts = new ArrayList<>();
        parts.add(view == null ? "reading the workspace" : running ? "running" : "ready");
        if (view != null) {
            parts.add(
                    running
                            ? "lock ours"
                            : view.lockHolder()
                                    .map(holder -> "locked by " + holder)
                                    .orElse("lock free"));
            view.lastRun().ifPresent(run -> parts.add(last(run)));
        }
        text.setText(String.join("  ·  ", parts));
        int count = view == null
                ? 0
                : view.lastRun().map(run -> run.alerts().size()).orElse(0);
        alerts.setText(count == 1 ? "1 alert" : count + " alerts");
        Parts.show(alerts, count > 0);
    }

    private static String last(RunOutcome run) {
        Double luck = run.summary().expectedLuckyPasses();
        return "last run %s, %d of %d passed%s"
                .formatted(
                        CLOCK.format(run.plan().startedAt().atZone(ZoneId.systemDefault())),
                        run.summary().passed(),
                        run.strategies().size(),
                        luck == null ? "" : ", " + Figures.passes(luck) + " expected by luck");
    }
}
