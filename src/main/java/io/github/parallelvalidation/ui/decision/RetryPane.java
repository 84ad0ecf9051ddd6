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
import io.github.parallelvalidation.ui.text.Texts;
import io.github.parallelvalidation.workspace.StrategyId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.cell.CheckBoxListCell;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;

/// Controls for a retry: which strategies, and with which time limit.
final class RetryPane extends VBox {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("error");
    private static final double ROW = 28;
    private static final int MOST_ROWS = 5;
    private static final double FIELD_WIDTH = 72;
    private static final int LONGEST = 86_400;

    private final OptionPreviews previews;
    private final int limit;
    private final Map<StrategyId, BooleanProperty> wanted = new LinkedHashMap<>();
    private final TextField seconds = new TextField();
    private final Label price = Parts.paragraph("", Role.MUTED.style());
    private final ReadOnlyObjectWrapper<Optional<Decision.Retry>> chosen =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    RetryPane(DecisionCase question) {
        super(Parts.GRID);
        this.previews = question.previews();
        this.limit = question.limitSeconds();
        RetryChoice choice = previews.choice();
        // What the closed card has promised.
        Set<StrategyId> usual = Set.copyOf(choice.byDefault());
        for (StrategyResult result : choice.all()) {
            BooleanProperty again = new SimpleBooleanProperty(usual.contains(result.id()));
            again.addListener((_, _, _) -> changed());
            wanted.put(result.id(), again);
        }
        ListView<StrategyResult> list = new ListView<>(FXCollections.observableList(choice.all()));
        list.setId("retry-list");
        list.setAccessibleText(Texts.of("decision.retry.list"));
        list.setFixedCellSize(ROW);
        list.setPrefHeight(ROW * Math.clamp(choice.all().size(), 1, MOST_ROWS) + 2);
        list.setCellFactory(_ -> new AgainCell());
        list.setOnKeyPressed(event -> {
            StrategyResult focused = list.getFocusModel().getFocusedItem();
            if (event.getCode() == KeyCode.SPACE && focused != null) {
                toggle(focused);
                event.consume();
            }
        });
        seconds.setId("retry-seconds");
        seconds.setAccessibleText(Texts.of("decision.retry.limit.accessible"));
        seconds.setPrefWidth(FIELD_WIDTH);
        seconds.getStyleClass().add("figure-field");
        seconds.setText(String.valueOf(limit));
        seconds.setTooltip(Parts.tip(Texts.of("decision.retry.limit.tip", LONGEST)));
        seconds.textProperty().subscribe(_ -> changed());
        Label caption = Parts.label(Texts.of("decision.retry.limit"));
        caption.setLabelFor(seconds);
        getChildren()
                .addAll(
                        list,
                        Parts.row(
                                Parts.GRID,
                                caption,
                                seconds,
                                Parts.label(Texts.of("decision.retry.seconds"), Role.MUTED.style())),
                        price);
        changed();
    }

    /// The chosen retry, or empty while there is nothing to run.
    ReadOnlyObjectProperty<Optional<Decision.Retry>> chosen() {
        return chosen.getReadOnlyProperty();
    }

    private void changed() {
        List<StrategyId> again = wanted.entrySet().stream()
                .filter(each -> each.getValue().get())
                .map(Map.Entry::getKey)
                .toList();
        OptionalInt typed = wholeSeconds(seconds.getText());
        seconds.pseudoClassStateChanged(WRONG, typed.isEmpty());
        price.setText(
                typed.isEmpty() ? Texts.of("decision.retry.wrong", LONGEST) : OptionText.price(previews.retry(again)));
        boolean usual = typed.isPresent() && typed.getAsInt() == limit;
        chosen.set(
                again.isEmpty() || typed.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Decision.Retry(again, usual ? OptionalInt.empty() : typed)));
    }

    private BooleanProperty wanted(StrategyResult result) {
        return wanted.getOrDefault(result.id(), new SimpleBooleanProperty());
    }

    private void toggle(StrategyResult result) {
        BooleanProperty again = wanted(result);
        again.set(!again.get());
    }

    /// A strategy with its box; the whole row is one target.
    private final class AgainCell extends CheckBoxListCell<StrategyResult> {
        AgainCell() {
            super(RetryPane.this::wanted);
            setOnMouseClicked(_ -> {
                if (!isEmpty()) {
                    toggle(getItem());
                }
            });
        }

        @Override
        public void updateItem(StrategyResult result, boolean empty) {
            super.updateItem(result, empty);
            setText(empty ? null : words(result));
            if (getGraphic() != null) {
                getGraphic().setMouseTransparent(true);
            }
        }

        private static String words(StrategyResult result) {
            Judgement judgement = result.judgement();
            return result.id() + "  " + StatusLook.of(judgement).word()
                    + (judgement.failure() == null
                            ? ""
                            : " · " + ReasonText.of(judgement.failure().reason().code()));
        }
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
