package io.github.parallelvalidation.ui.tiles;

import io.github.parallelvalidation.display.Figure;
import io.github.parallelvalidation.display.Figures;
import io.github.parallelvalidation.display.MetricColumn;
import io.github.parallelvalidation.display.ReasonText;
import io.github.parallelvalidation.gate.GateResult;
import io.github.parallelvalidation.gate.MetricNames;
import io.github.parallelvalidation.result.Judgement;
import io.github.parallelvalidation.result.StrategyResult;
import io.github.parallelvalidation.result.Verdict;
import io.github.parallelvalidation.run.Slot;
import io.github.parallelvalidation.ui.control.Motion;
import io.github.parallelvalidation.ui.control.Parts;
import io.github.parallelvalidation.ui.control.Role;
import java.time.Duration;
import java.time.Instant;
import javafx.animation.FadeTransition;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The tile of one worker slot. All its states have the same layout, so that nothing jumps.
final class WorkerTile extends StackPane {
    private static final double HEIGHT = 168;
    private static final double FADE_FROM = 0.35;

    private final Label id = Parts.label("", "tile-id");
    private final Label attempt = Parts.label("", Role.MUTED.style());
    private final Label name = Parts.cuttable("tile-name");
    private final ProgressRing ring = new ProgressRing();
    private final VBox facts = Parts.column(Parts.HALF);
    private final Label left = Parts.label("", Role.MUTED.style());
    private final MemoryLine memory = new MemoryLine();
    private final Label right = Parts.label("", Role.MUTED.style());
    private final VBox content;
    private Slot shown = new Slot.Idle();
    private long shownSecond = -1;

    WorkerTile() {
        facts.setAlignment(Pos.CENTER_LEFT);
        facts.setMinWidth(0);
        HBox.setHgrow(facts, Priority.ALWAYS);
        HBox body = Parts.row(Parts.GRID + Parts.HALF, ring, facts);
        VBox.setVgrow(body, Priority.ALWAYS);
        content = Parts.column(
                2,
                Parts.row(Parts.GRID, id, Parts.gap(), attempt),
                name,
                body,
                Parts.row(Parts.GRID, left, memory, right));
        HBox.setHgrow(memory, Priority.ALWAYS);
        id.setMinWidth(Region.USE_PREF_SIZE);
        attempt.setMinWidth(0);
        left.setMinWidth(Region.USE_PREF_SIZE);
        right.setMinWidth(Region.USE_PREF_SIZE);
        content.getStyleClass().add("tile-content");
        setMinSize(0, HEIGHT);
        setPrefSize(0, HEIGHT);
        setMaxHeight(HEIGHT);
        getStyleClass().add("worker-tile");
        getChildren().add(content);
        show(new Slot.Idle(), Instant.EPOCH);
    }

    /// Called at display rate; only a change costs anything.
    void show(Slot slot, Instant now) {
        long second = slot instanceof Slot.Busy busy ? seconds(busy, now) : 0;
        if (slot.equals(shown) && second == shownSecond) {
            return;
        }
        if (!subject(slot).equals(subject(shown))) {
            memory.clear();
            fade();
        }
        shown = slot;
        shownSecond = second;
        switch (slot) {
            case Slot.Idle _ -> idle();
            case Slot.Waiting waiting -> waiting(waiting);
            case Slot.Busy busy -> busy(busy, second);
            case Slot.Done done -> done(done.result());
        }
    }

    /// Which attempt at which strategy; one that ends stays the same subject.
    private static String subject(Slot slot) {
        return switch (slot) {
            case Slot.Idle _ -> "";
            case Slot.Waiting waiting -> waiting.id() + "/waits";
            case Slot.Busy busy -> busy.id() + "/" + busy.attempt().number();
            case Slot.Done done ->
                done.result().id() + "/" + done.result().effort().attempts();
        };
    }

    private static long seconds(Slot.Busy busy, Instant now) {
        return Math.max(0, Duration.between(busy.startedAt(), now).toSeconds());
    }

    private void idle() {
        head("idle", "", Role.MUTED, "");
        ring.show(0, Role.MUTED, Parts.label(""));
        facts.getChildren().setAll(Parts.label("waits for work", Role.MUTED.style()));
        foot("", "");
    }

    private void waiting(Slot.Waiting waiting) {
        head(waiting.id().value(), waiting.name(), Role.PLAIN, "");
        ring.show(0, Role.MUTED, Parts.label(""));
        facts.getChildren()
                .setAll(Parts.label("waits for memory", Role.WARNING.style()), told(waiting.why(), Role.MUTED));
        foot("", "");
    }

    private void busy(Slot.Busy busy, long second) {
        String attempts = "attempt " + busy.attempt().number() + " of "
                + Math.max(busy.attempt().number(), busy.attempt().allowed());
        head(busy.id().value(), busy.name(), Role.PLAIN, attempts);
        ring.show(
                busy.progress().fraction(),
                Role.ACCENT,
                Parts.label(Figures.percent(busy.progress().fraction()), "ring-text"));
        String estimate = busy.estimatedSeconds() > 0 ? " of ~" + Figures.clock(busy.estimatedSeconds()) : "";
        facts.getChildren()
                .setAll(
                        Parts.label(busy.progress().stage(), Role.ACCENT.style()),
                        Parts.label(Figures.clock((double) second) + estimate));
        if (!busy.attempt().why().isEmpty()) {
            facts.getChildren().add(told("again: " + busy.attempt().why(), Role.WARNING));
        }
        if (!busy.remark().isEmpty()) {
            facts.getChildren().add(told(busy.remark(), Role.WARNING));
        }
        memory.add(busy.memoryMb());
        foot(busy.memoryMb() > 0 ? Figures.megabytes(busy.memoryMb()) : "", "");
    }

    private void done(StrategyResult result) {
        Judgement judgement = result.judgement();
        head(
                result.id().value(),
                result.name(),
                Role.PLAIN,
                result.effort().attempts() > 1 ? result.effort().attempts() + " attempts" : "");
        Role role = role(judgement.verdict());
        ring.show(1, role, verdict(judgement.verdict(), role));
        facts.getChildren().clear();
        for (GateResult gate : judgement.gates()) {
            facts.getChildren().add(gate(gate));
        }
        if (judgement.gates().isEmpty() && judgement.failure() != null) {
            String reason = ReasonText.of(judgement.failure().reason().code());
            facts.getChildren()
                    .addAll(
                            Parts.label(reason, role.style()),
                            told(judgement.failure().message(), Role.MUTED));
        }
        Figure luck = Figures.metric(judgement.metrics(), MetricNames.LUCK);
        foot(
                Figures.seconds(result.effort().seconds()),
                judgement.metrics().values().isEmpty() ? "" : "luck " + luck.text());
        right.setTooltip(judgement.metrics().values().isEmpty() ? null : Parts.tip(luck.detail()));
    }

    private static Node verdict(Verdict verdict, Role role) {
        VBox face = Parts.column(
                0, Parts.icon(glyph(verdict), role), Parts.label(verdict.name(), "ring-verdict", role.style()));
        face.setAlignment(Pos.CENTER);
        return face;
    }

    private static Node gate(GateResult gate) {
        Double actual = gate.actual();
        String value = actual == null ? Figures.MISSING : Figures.text(gate.name(), actual);
        Label label = Parts.label(MetricColumn.label(gate.name()) + " " + value);
        label.setGraphic(gate.passed() ? Parts.icon(Feather.CHECK, Role.SUCCESS) : Parts.icon(Feather.X, Role.DANGER));
        label.setTooltip(Parts.tip(gate.sentence()));
        return label;
    }

    private static Label told(String text, Role role) {
        Label label = Parts.label(text, "tile-note", role.style());
        label.setWrapText(true);
        label.setMaxHeight(3 * 16);
        label.setTooltip(Parts.tip(text));
        return label;
    }

    private void head(String newId, String newName, Role role, String newAttempt) {
        id.setText(newId);
        Parts.role(id, role);
        name.setText(newName);
        attempt.setText(newAttempt);
    }

    private void foot(String newLeft, String newRight) {
        left.setText(newLeft);
        right.setText(newRight);
        right.setTooltip(null);
        memory.setVisible(!memory.isEmpty());
    }

    private void fade() {
        if (Motion.isReduced()) {
            return;
        }
        FadeTransition fade = new FadeTransition(javafx.util.Duration.millis(160), content);
        fade.setFromValue(FADE_FROM);
        fade.setToValue(1);
        fade.play();
    }

    static Role role(Verdict verdict) {
        return switch (verdict) {
            case PASS -> Role.SUCCESS;
            case FAIL, ERROR -> Role.DANGER;
            case TIMEOUT -> Role.WARNING;
        };
    }

    private static Feather glyph(Verdict verdict) {
        return switch (verdict) {
            case PASS -> Feather.CHECK;
            case FAIL -> Feather.X;
            case TIMEOUT -> Feather.CLOCK;
            case ERROR -> Feather.ALERT_OCTAGON;
        };
    }
}
