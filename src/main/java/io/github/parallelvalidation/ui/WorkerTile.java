package io.github.parallelvalidation.ui;

import io.github.parallelvalidation.gate.GateResult;
import io.github.parallelvalidation.gate.MetricNames;
import io.github.parallelvalidation.merge.StrategyResult;
import io.github.parallelvalidation.run.Slot;
import java.time.Duration;
import java.time.Instant;
import javafx.animation.FadeTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// One worker place: idle, at work, or with the verdict of its last strategy.
final class WorkerTile extends VBox {
    private static final double WIDTH = 200;
    private static final double HEIGHT = 156;

    private final Label id = Parts.label("", "tile-id");
    private final Label corner = Parts.label("", StatusLook.MUTED, "small");
    private final Label name = Parts.label("", StatusLook.MUTED);
    private final StackPane body = new StackPane();

    private final ProgressRing ring = new ProgressRing();
    private final Label stage = Parts.label("");
    private final Label time = Parts.label("", "figures");
    private final Label memory = Parts.label("", "figures", StatusLook.MUTED);
    private final MemoryLine memoryLine = new MemoryLine();
    private final HBox working;
    private @Nullable Object shown;

    WorkerTile(int number) {
        getStyleClass().add("worker-tile");
        setId("tile-" + number);
        setMinSize(160, HEIGHT);
        setPrefSize(WIDTH, HEIGHT);
        setMaxSize(Double.MAX_VALUE, HEIGHT);
        HBox.setHgrow(this, Priority.ALWAYS);
        id.setMinWidth(USE_PREF_SIZE);
        HBox head = Parts.row(8, id, Parts.spacer(), corner);
        VBox facts = Parts.column(4, stage, time, memory, memoryLine);
        facts.setAlignment(Pos.CENTER_LEFT);
        working = Parts.row(8, ring, facts);
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().addAll(head, name, body);
        show(new Slot.Idle(), Instant.EPOCH);
    }

    void dress(Theme theme) {
        ring.dress(theme);
    }

    /// @param now for the clock
    void show(Slot slot, Instant now) {
        switch (slot) {
            case Slot.Idle idle -> idle();
            case Slot.Busy busy -> busy(busy, now);
            case Slot.Done done -> done(done.result());
        }
    }

    private void idle() {
        if (changeTo("idle")) {
            head("idle", "", "");
            Label waits = Parts.label("waits for work", StatusLook.MUTED);
            body.getChildren().setAll(waits);
        }
    }

    private void busy(Slot.Busy busy, Instant now) {
        if (changeTo(busy.id() + "/" + busy.attempt())) {
            memoryLine.clear();
            body.getChildren().setAll(working);
        }
        String attempt = busy.attempt() > 1 ? "attempt %d of %d".formatted(busy.attempt(), busy.attemptsAllowed()) : "";
        head(busy.id().value(), busy.why().isEmpty() ? busy.name() : busy.why(), attempt);
        ring.show(busy.fraction());
        stage.setText(busy.stage());
        time.setText("%s of ~%s"
                .formatted(
                        Figures.clock(Duration.between(busy.startedAt(), now)),
                        Figures.clock(Duration.ofMillis(Math.round(busy.estimatedSeconds() * 1000)))));
        memory.setText(busy.memoryMb() == 0 ? "" : busy.memoryMb() + " MB");
        if (busy.memoryMb() > 0) {
            memoryLine.add(busy.memoryMb());
        }
    }

    private void done(StrategyResult result) {
        if (!changeTo(result)) {
            return;
        }
        head(result.id().value(), result.name(), Figures.duration(result.seconds()));
        StatusLook look = StatusLook.of(result.ending());
        Label verdict = Parts.state(look);
        verdict.getStyleClass().add("verdict");
        VBox lines = Parts.column(4, verdict);
        lines.setAlignment(Pos.CENTER_LEFT);
        if (result.gates().isEmpty() && result.failure() != null) {
            Label why = Parts.label(Figures.prose(result.failure().message()), "small");
            why.setWrapText(true);
            lines.getChildren().add(why);
        }
        for (GateResult gate : result.gates()) {
            lines.getChildren().add(gate(gate, result));
        }
        if (result.metrics().number(MetricNames.LUCK).isPresent()) {
            lines.getChildren()
                    .add(Parts.label(
                            "luck " + Figures.metric(result.metrics(), MetricNames.LUCK),
                            "small",
                            "figures",
                            StatusLook.MUTED));
        }
        body.getChildren().setAll(lines);
    }

    private static Label gate(GateResult gate, StrategyResult result) {
        String role = gate.passed() ? StatusLook.SUCCESS : StatusLook.DANGER;
        Label label = new Label(
                "%s %s".formatted(GateNames.shorter(gate.name()), Figures.metric(result.metrics(), gate.name())),
                Parts.icon(gate.passed() ? Feather.CHECK : Feather.X, role, "state-icon"));
        label.getStyleClass().addAll("small", "figures");
        label.setTooltip(Parts.tooltip(Figures.prose(gate.sentence())));
        return label;
    }

    private void head(String title, String below, String right) {
        id.setText(title);
        name.setText(below);
        corner.setText(right);
    }

    /// Whether there is something new to show; then it fades in, where motion is wanted.
    private boolean changeTo(Object next) {
        if (next.equals(shown)) {
            return false;
        }
        shown = next;
        if (Motion.wanted()) {
            FadeTransition fade = new FadeTransition(javafx.util.Duration.millis(160), body);
            fade.setFromValue(0.2);
            fade.setToValue(1);
            fade.play();
        }
        return true;
    }
}
