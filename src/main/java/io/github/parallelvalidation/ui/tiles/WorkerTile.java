package io.github.parallelvalidation.ui.tiles;

import io.github.parallelvalidation.display.Figure;
import io.github.parallelvalidation.display.Figures;
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
import io.github.parallelvalidation.ui.text.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.animation.FadeTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The tile of one worker slot. All its states have the same layout, so that nothing jumps.
final class WorkerTile extends StackPane {
    static final double HEIGHT = 184;
    private static final double FADE_FROM = 0.35;

    private final Label id = Parts.label("", "tile-id");
    private final Label attempt = Parts.label("", Role.MUTED.style());
    private final Label name = Parts.cuttable("tile-name");
    private final ProgressRing ring = new ProgressRing();
    private final VBox factBox = Parts.column(Parts.HALF);
    private final List<TileFact> facts = new ArrayList<>();
    private final UsageLine memory = new UsageLine(Texts.of("tile.memory"), Texts.of("tile.memory.tip"));
    private final UsageLine processor = new UsageLine(Texts.of("tile.processor"), Texts.of("tile.processor.tip"));
    private final VBox content;
    private Slot shown = new Slot.Idle();
    private long shownSecond = -1;
    /// Lines of facts that are in use.
    private int lines;

    WorkerTile() {
        factBox.setAlignment(Pos.CENTER_LEFT);
        factBox.setMinWidth(0);
        HBox.setHgrow(factBox, Priority.ALWAYS);
        HBox body = Parts.row(Parts.GRID + Parts.HALF, ring, factBox);
        VBox.setVgrow(body, Priority.ALWAYS);
        content = Parts.column(2, Parts.row(Parts.GRID, id, Parts.gap(), attempt), name, body, memory, processor);
        id.setMinWidth(Region.USE_PREF_SIZE);
        attempt.setMinWidth(0);
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
            processor.clear();
            fade();
        }
        shown = slot;
        shownSecond = second;
        lines = 0;
        switch (slot) {
            case Slot.Idle _ -> idle();
            case Slot.Waiting waiting -> waiting(waiting);
            case Slot.Busy busy -> busy(busy, second);
            case Slot.Done done -> done(done.result());
        }
        facts.subList(lines, facts.size()).forEach(TileFact::hide);
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
        head(Texts.of("tile.idle"), "", Role.MUTED, "");
        ring.empty();
        line().word(Texts.of("tile.idle.waits"), Role.MUTED);
    }

    private void waiting(Slot.Waiting waiting) {
        head(waiting.id().value(), waiting.name(), Role.PLAIN, "");
        ring.empty();
        line().word(Texts.of("tile.memory.waits"), Role.WARNING);
        line().note(waiting.why(), Role.MUTED);
    }

    private void busy(Slot.Busy busy, long second) {
        int number = busy.attempt().number();
        String attempts = number == 1
                ? ""
                : Texts.of(
                        "tile.attempt", number, Math.max(number, busy.attempt().allowed()));
        head(busy.id().value(), busy.name(), Role.PLAIN, attempts);
        ring.show(
                busy.progress().fraction(),
                Role.ACCENT,
                Figures.percent(busy.progress().fraction()));
        // What has taken longer than expected is not said to end soon.
        boolean isExpected = second < Math.round(busy.estimatedSeconds());
        String clock = Figures.clock((double) second);
        line().word(busy.progress().stage(), Role.ACCENT);
        line().word(
                        isExpected ? Texts.of("tile.clock", clock, Figures.clock(busy.estimatedSeconds())) : clock,
                        Role.PLAIN);
        if (!busy.attempt().why().isEmpty()) {
            line().note(Texts.of("tile.again", busy.attempt().why()), Role.WARNING);
        }
        if (!busy.remark().isEmpty()) {
            line().note(busy.remark(), Role.WARNING);
        }
        memory.add(busy.use().memoryMb(), Figures.megabytes(busy.use().memoryMb()));
        processor.add(
                Math.round(100 * busy.use().processors()),
                Figures.percent(busy.use().processors()));
    }

    private void done(StrategyResult result) {
        Judgement judgement = result.judgement();
        head(
                result.id().value(),
                result.name(),
                Role.PLAIN,
                result.effort().attempts() > 1
                        ? Texts.of("tile.attempts", result.effort().attempts())
                        : "");
        Role role = role(judgement.verdict());
        ring.verdict(glyph(judgement.verdict()), judgement.verdict().name(), role);
        for (GateResult gate : judgement.gates()) {
            line().gate(gate);
        }
        if (judgement.gates().isEmpty() && judgement.failure() != null) {
            line().word(ReasonText.of(judgement.failure().reason().code()), role);
            line().note(judgement.failure().message(), Role.MUTED);
        }
        Figure luck = Figures.metric(judgement.metrics(), MetricNames.LUCK);
        boolean isMeasured = !judgement.metrics().values().isEmpty();
        String seconds = Figures.seconds(result.effort().seconds());
        line().explained(
                        isMeasured ? Texts.of("tile.luck", seconds, luck.text()) : seconds,
                        isMeasured ? luck.detail() : "");
    }

    /// The next line of facts.
    private TileFact line() {
        if (lines == facts.size()) {
            TileFact fact = new TileFact();
            facts.add(fact);
            factBox.getChildren().add(fact);
        }
        return facts.get(lines++);
    }

    private void head(String newId, String newName, Role role, String newAttempt) {
        id.setText(newId);
        Parts.role(id, role);
        name.setText(newName);
        attempt.setText(newAttempt);
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
