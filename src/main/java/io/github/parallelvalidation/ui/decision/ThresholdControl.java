package io.github.parallelvalidation.ui.decision;

import io.github.parallelvalidation.display.MetricColumn;
import io.github.parallelvalidation.escalation.Relaxation;
import io.github.parallelvalidation.gate.TierGates;
import io.github.parallelvalidation.number.PlainNumber;
import io.github.parallelvalidation.ui.control.Parts;
import io.github.parallelvalidation.ui.text.Texts;
import java.util.Locale;
import java.util.OptionalDouble;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;

/// The control of one threshold: a slider over steps that are looser and looser, and a field for any number.
final class ThresholdControl {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("error");
    private static final double FIELD_WIDTH = 88;

    private final TierGates gates;
    private final String gate;
    private final double original;
    private final double[] levels;
    private final Label name;
    private final Slider slider = new Slider();
    private final TextField field = new TextField();
    private final ReadOnlyObjectWrapper<OptionalDouble> value = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private boolean following;

    /// @param gates of the run
    /// @param gate the metric's name
    /// @param start where to begin
    ThresholdControl(TierGates gates, String gate, double start) {
        this.gates = gates;
        this.gate = gate;
        this.original = gates.thresholds().getOrDefault(gate, start);
        this.levels = gates.steps(gate);
        name = Parts.label(MetricColumn.label(gate));
        name.setLabelFor(slider);
        slider.setId("slider-" + gate);
        slider.setMin(0);
        slider.setMax(levels.length - 1.0);
        slider.setMajorTickUnit(1);
        slider.setMinorTickCount(0);
        slider.setSnapToTicks(true);
        slider.setBlockIncrement(1);
        slider.setAccessibleText(Texts.of("decision.relax.threshold", MetricColumn.label(gate)));
        field.setId("field-" + gate);
        field.setPrefWidth(FIELD_WIDTH);
        field.setAccessibleText(Texts.of("decision.relax.threshold", MetricColumn.label(gate)));
        field.getStyleClass().add("figure-field");
        field.setTooltip(Parts.tip(Texts.of("decision.relax.threshold.tip", PlainNumber.of(original))));
        slider.valueProperty().subscribe(step -> follow(() -> set(levels[(int) Math.round(step.doubleValue())])));
        field.textProperty().subscribe(text -> follow(() -> typed(text)));
        set(start);
        moveSlider(start);
    }

    String gate() {
        return gate;
    }

    double original() {
        return original;
    }

    Label name() {
        return name;
    }

    Slider slider() {
        return slider;
    }

    TextField field() {
        return field;
    }

    /// The threshold, or empty while what is typed is none.
    ReadOnlyObjectProperty<OptionalDouble> value() {
        return value.getReadOnlyProperty();
    }

    /// What is wrong with what is typed, and what would be right; empty where nothing is.
    ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    private void set(double threshold) {
        field.setText(PlainNumber.of(threshold));
        accept(OptionalDouble.of(threshold), "");
    }

    private void typed(String text) {
        OptionalDouble number = number(text);
        accept(number, number.isPresent() ? "" : explained(text.strip()));
        number.ifPresent(this::moveSlider);
    }

    private void accept(OptionalDouble threshold, String wrong) {
        field.pseudoClassStateChanged(WRONG, threshold.isEmpty());
        value.set(threshold);
        problem.set(wrong);
    }

    private String explained(String text) {
        String label = MetricColumn.label(gate);
        String most = PlainNumber.of(original);
        double found = parsed(text);
        if (!Double.isFinite(found)) {
            OptionalDouble meant = number(text.replace(',', '.'));
            return meant.isPresent()
                    ? Texts.of("decision.relax.comma", label, text, PlainNumber.of(meant.getAsDouble()))
                    : Texts.of("decision.relax.number", label, text, most);
        }
        return found > original
                ? Texts.of("decision.relax.stricter", label, PlainNumber.of(found), most)
                : Texts.of("decision.relax.whole", label, PlainNumber.of(found), most);
    }

    private OptionalDouble number(String text) {
        double typed = parsed(text);
        boolean isWhole = typed == original || !TierGates.isCount(gate) || typed == Math.rint(typed);
        return isWhole && Relaxation.refusal(gates, gate, typed).isEmpty()
                ? OptionalDouble.of(typed)
                : OptionalDouble.empty();
    }

    /// NaN where it is no number.
    private static double parsed(String text) {
        try {
            return Double.parseDouble(text.strip().replace('−', '-').toLowerCase(Locale.ROOT));
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private void moveSlider(double threshold) {
        int nearest = 0;
        for (int i = 1; i < levels.length; i++) {
            if (Math.abs(levels[i] - threshold) < Math.abs(levels[nearest] - threshold)) {
                nearest = i;
            }
        }
        slider.setValue(nearest);
    }

    /// The slider follows the field and the field the slider; neither answers the other's move.
    private void follow(Runnable move) {
        if (!following) {
            following = true;
            move.run();
            following = false;
        }
    }
}
