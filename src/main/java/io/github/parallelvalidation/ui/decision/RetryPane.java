package io.github.parallelvalidation.ui.decision;

import io.github.parallelvalidation.display.OptionText;
import io.github.parallelvalidation.display.ReasonText;
import io.github.parallelvalidation.escalation.Decision;
import io.github.parallelvalidation.escalation.OptionPreviews;
import io.github.parallelvalidation.escalation.RetryChoice;
import io.github.parallelvalidation.result.Judgement;
import io.github.parallelvalidation.result.StrategyResult;
import io.github.parallelvalidation.ui.control.Parts;
import io.github.parallelvalidation.ui.control.Role;
import io.github.parallelvalidation.ui.control.StatusLook;
import io.github.parallelvalidation.workspace.StrategyId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// Controls for a retry: which strategies, and with which time limit.
final class RetryPane extends VBox {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("error");
    private static final double TALLEST = 152;
    private static final double FIELD_WIDTH = 72;
    private static final int LONGEST = 86_400;

    private final OptionPreviews previews;
    private final int limit;
    private final Map<StrategyId, CheckBox> boxes = new LinkedHashMap<>();
    private final TextField seconds = new TextField();
    private final Label price = Parts.paragraph("", Role.MUTED.style());
    private final ReadOnlyObjectWrapper<Optional<Decision.Retry>> chosen =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    RetryPane(DecisionCase question) {
        super(Parts.GRID);
        this.previews = question.previews();
        this.limit = question.limitSeconds();
        RetryChoice choice = previews.choice();
        VBox list = Parts.column(Parts.HALF);
        for (StrategyResult result : choice.all()) {
            Judgement judgement = result.judgement();
            CheckBox box = new CheckBox(result.id() + "  "
                    + StatusLook.of(judgement.status(), "").word()
                    + (judgement.failure() == null
                            ? ""
                            : " · " + ReasonText.of(judgement.failure().reason().code())));
            box.setMnemonicParsing(false);
            box.setId("retry-" + result.id());
            // Those that have a verdict would get the same one.
            box.setSelected(choice.hopeful().contains(result));
            box.selectedProperty().subscribe(_ -> changed());
            boxes.put(result.id(), box);
            list.getChildren().add(box);
        }
        ScrollPane scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(TALLEST);
        scroll.getStyleClass().add("edge-to-edge");
        seconds.setId("retry-seconds");
        seconds.setPrefWidth(FIELD_WIDTH);
        seconds.getStyleClass().add("figure-field");
        seconds.setText(String.valueOf(limit));
        seconds.setTooltip(Parts.tip("Whole seconds for one attempt, 1 to " + LONGEST));
        seconds.textProperty().subscribe(_ -> changed());
        Label caption = Parts.label("Time limit of an attempt");
        caption.setLabelFor(seconds);
        getChildren()
                .addAll(scroll, Parts.row(Parts.GRID, caption, seconds, Parts.label("s", Role.MUTED.style())), price);
        changed();
    }

    /// The chosen retry, or empty while there is nothing to run.
    ReadOnlyObjectProperty<Optional<Decision.Retry>> chosen() {
        return chosen.getReadOnlyProperty();
    }

    private void changed() {
        List<StrategyId> again = boxes.entrySet().stream()
                .filter(box -> box.getValue().isSelected())
                .map(Map.Entry::getKey)
                .toList();
        OptionalInt typed = wholeSeconds(seconds.getText());
        seconds.pseudoClassStateChanged(WRONG, typed.isEmpty());
        price.setText(
                typed.isEmpty()
                        ? "A time limit is whole seconds, 1 to " + LONGEST + "."
                        : OptionText.price(previews.retry(again)));
        boolean usual = typed.isPresent() && typed.getAsInt() == limit;
        chosen.set(
                again.isEmpty() || typed.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Decision.Retry(again, usual ? OptionalInt.empty() : typed)));
    }

    private static OptionalInt wholeSeconds(String text) {
        try {
            int value = Integer.parseInt(text.strip());
            return value >= 1 && value <= LONGEST ? OptionalInt.of(value) : OptionalInt.empty();
        } catch (NumberFormatException e) {
            return OptionalInt.empty();
        }
    }
}
