package io.github.parallelvalidation.ui.decision;

import io.github.parallelvalidation.display.RelaxationText;
import io.github.parallelvalidation.escalation.OptionPreview;
import io.github.parallelvalidation.escalation.OptionPreviews;
import io.github.parallelvalidation.escalation.Relaxation;
import io.github.parallelvalidation.escalation.RelaxationImpact;
import io.github.parallelvalidation.number.PlainNumber;
import io.github.parallelvalidation.ui.control.Parts;
import io.github.parallelvalidation.ui.control.Role;
import io.github.parallelvalidation.ui.text.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Controls for relaxed thresholds, with their effect, recomputed with every move; nothing is run again.
final class RelaxPane extends VBox {
    private static final double NAME = 76;

    private final OptionPreviews previews;
    private final List<ThresholdControl> controls;
    private final Label passes = Parts.paragraph("", "choice-title");
    private final Label noise = Parts.paragraph("");
    private final Label warning = Parts.paragraph("", Role.WARNING.style());
    private final VBox bought = Parts.column(2);
    private final ReadOnlyObjectWrapper<Optional<OptionPreview.Relax>> preview =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    /// @param proposed where the controls begin
    RelaxPane(OptionPreviews previews, OptionPreview.Relax proposed) {
        super(Parts.GRID);
        this.previews = previews;
        Map<String, Double> start = proposed.relaxation().relaxed().thresholds();
        controls = previews.gates().thresholds().entrySet().stream()
                .map(gate -> new ThresholdControl(
                        previews.gates(), gate.getKey(), start.getOrDefault(gate.getKey(), gate.getValue())))
                .toList();
        warning.setGraphic(Parts.icon(Feather.ALERT_TRIANGLE, Role.WARNING));
        passes.setId("relax-passes");
        noise.setId("relax-noise");
        warning.setId("relax-warning");
        getChildren().addAll(grid(), passes, noise, bought, warning);
        for (ThresholdControl control : controls) {
            control.value().addListener((_, _, _) -> moved());
            control.problem().addListener((_, _, now) -> {
                if (!now.isEmpty()) {
                    moved();
                }
            });
        }
        show(proposed);
    }

    /// The gates as they stand now with their effect, or empty while a field holds no threshold.
    ReadOnlyObjectProperty<Optional<OptionPreview.Relax>> preview() {
        return preview.getReadOnlyProperty();
    }

    private GridPane grid() {
        GridPane grid = new GridPane(Parts.GRID, Parts.HALF);
        ColumnConstraints names = new ColumnConstraints(NAME);
        ColumnConstraints sliders = new ColumnConstraints();
        sliders.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(names, sliders);
        for (ThresholdControl control : controls) {
            Label was =
                    Parts.label(Texts.of("decision.relax.was", PlainNumber.of(control.original())), Role.MUTED.style());
            was.setMinWidth(USE_PREF_SIZE);
            grid.addRow(grid.getRowCount(), control.name(), control.slider(), control.field(), was);
        }
        return grid;
    }

    private void moved() {
        Map<String, Double> thresholds = new LinkedHashMap<>();
        for (ThresholdControl control : controls) {
            control.value().get().ifPresent(value -> thresholds.put(control.gate(), value));
        }
        if (thresholds.size() < controls.size()) {
            passes.setText(controls.stream()
                    .map(control -> control.problem().get())
                    .filter(problem -> !problem.isEmpty())
                    .collect(Collectors.joining("\n")));
            show(warning, "");
            noise.setText("");
            bought.getChildren().clear();
            preview.set(Optional.empty());
            return;
        }
        Relaxation moved = Relaxation.to(previews.tier(), previews.gates(), thresholds);
        show(previews.relax(moved));
    }

    private void show(OptionPreview.Relax relaxed) {
        RelaxationImpact impact = relaxed.impact();
        passes.setText(
                relaxed.relaxation().moved().isEmpty()
                        ? Texts.of("decision.relax.none")
                        : DecisionCase.capitalised(RelaxationText.passes(impact)) + ".");
        noise.setText(RelaxationText.noise(impact));
        bought.getChildren()
                .setAll(impact.bought().stream()
                        .limit(RelaxationText.MOST_NAMED)
                        .map(item -> Parts.paragraph(RelaxationText.of(item), Role.MUTED.style()))
                        .toList());
        int more = impact.bought().size() - RelaxationText.MOST_NAMED;
        if (more > 0) {
            bought.getChildren().add(Parts.label(Texts.of("decision.relax.more", more), Role.MUTED.style()));
        }
        show(warning, RelaxationText.warning(impact).orElse(""));
        preview.set(Optional.of(relaxed));
    }

    private static void show(Label label, String text) {
        label.setText(text);
        label.setVisible(!text.isEmpty());
        label.setManaged(!text.isEmpty());
    }
}
