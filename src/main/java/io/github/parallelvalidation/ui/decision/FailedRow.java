package io.github.parallelvalidation.ui.decision;

import io.github.parallelvalidation.display.Figures;
import io.github.parallelvalidation.display.GateMargin;
import io.github.parallelvalidation.display.GateRange;
import io.github.parallelvalidation.display.GateText;
import io.github.parallelvalidation.result.Judgement;
import io.github.parallelvalidation.result.StrategyResult;
import io.github.parallelvalidation.ui.control.Hint;
import io.github.parallelvalidation.ui.control.Parts;
import io.github.parallelvalidation.ui.control.Role;
import io.github.parallelvalidation.ui.control.StatusLook;
import io.github.parallelvalidation.ui.text.Texts;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// One strategy that did not pass: its reason and the margin of each gate.
final class FailedRow extends VBox {
    private final Label verdict = new Label();
    private final StatusLook look;
    private final List<GateLine> gates;

    /// @param ranges of the bars, by gate name
    FailedRow(StrategyResult result, Map<String, GateRange> ranges) {
        Judgement judgement = result.judgement();
        super(2);
        this.look = StatusLook.of(judgement);
        Label name = Parts.cuttable(Role.MUTED.style());
        name.setText(result.name());
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setMaxWidth(Double.MAX_VALUE);
        verdict.setMinWidth(USE_PREF_SIZE);
        getChildren().add(Parts.row(Parts.GRID, Parts.label(result.id().value(), "choice-title"), name, verdict));
        gates = judgement.gates().stream()
                .map(gate -> new GateLine(GateMargin.of(gate, ranges)))
                .toList();
        if (gates.isEmpty() && judgement.failure() != null) {
            getChildren().add(Parts.paragraph(GateText.failure(judgement), Role.MUTED.style()));
        }
        getChildren().addAll(gates);
    }

    /// @param thresholds by gate; where there is none, that of the run
    void under(Map<String, Double> thresholds, boolean passes) {
        gates.forEach(line -> line.under(thresholds));
        Role role = passes ? Role.ACCENT : look.role();
        verdict.setText(passes ? Texts.of("decision.passes") : look.word());
        verdict.setGraphic(Parts.icon(passes ? Feather.CHECK : look.glyph(), role));
        Parts.role(verdict, role);
    }

    /// One gate: whether it holds, its name, value, bar and margin.
    private static final class GateLine extends HBox {
        private static final double NAME = 92;
        private static final double FIGURE = 64;

        private final GateMargin margin;
        private final GateBar bar;
        private final Label name = new Label();
        private final Label distance = Parts.label("", "figures");
        private final Hint hint = new Hint(distance);

        GateLine(GateMargin margin) {
            super(Parts.GRID);
            this.margin = margin;
            this.bar = new GateBar(margin);
            name.setText(margin.label());
            name.setMinWidth(NAME);
            Label value = Parts.label(margin.value(), "figures");
            value.setMinWidth(FIGURE);
            new Hint(value).say(GateText.of(margin.gate()));
            distance.setMinWidth(FIGURE);
            getStyleClass().add("gate-line");
            getChildren().addAll(name, value, bar, distance);
        }

        void under(Map<String, Double> thresholds) {
            double need = thresholds.getOrDefault(margin.gate().name(), margin.need());
            boolean holds = margin.holds(need);
            bar.moved(need);
            name.setGraphic(holds ? Parts.icon(Feather.CHECK, Role.SUCCESS) : Parts.icon(Feather.X, Role.DANGER));
            distance.setText(margin.text(need));
            hint.say(Texts.of("decision.distance", Figures.exact(need)));
            Parts.role(distance, holds ? Role.MUTED : Role.DANGER);
        }
    }
}
