package io.github.parallelvalidation.ui.decision;

import io.github.parallelvalidation.escalation.Relaxation;
import io.github.parallelvalidation.result.StrategyResult;
import io.github.parallelvalidation.ui.control.Parts;
import io.github.parallelvalidation.ui.control.Role;
import io.github.parallelvalidation.ui.text.Texts;
import io.github.parallelvalidation.workspace.StrategyId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;
import javafx.geometry.Insets;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Shows why a run asks, and every strategy that did not pass: its reason and the margin of each gate. Only those in
/// view have nodes, for there may be thousands.
final class EvidencePane extends VBox {
    /// It takes what height the choices need.
    private static final double LEAST = 200;

    private final DecisionCase question;
    private final ListView<StrategyResult> list;
    private Map<String, Double> thresholds = Map.of();
    private Set<StrategyId> passing = Set.of();

    EvidencePane(DecisionCase question) {
        super(Parts.HALF);
        this.question = question;
        this.list = new ListView<>(FXCollections.observableList(question.failures()));
        question.reasons().forEach(reason -> getChildren().add(Parts.paragraph(reason)));
        getChildren().add(Parts.paragraph(question.luck(), Role.MUTED.style()));
        list.setId("evidence");
        list.setAccessibleText(Texts.of("decision.evidence"));
        list.setCellFactory(_ -> new FailedCell());
        list.setPrefHeight(LEAST);
        list.getStyleClass().add("edge-to-edge");
        VBox.setVgrow(list, Priority.ALWAYS);
        VBox.setMargin(list, new Insets(Parts.GRID, 0, 0, 0));
        getChildren().add(list);
        getStyleClass().add("evidence");
    }

    /// Shows the gates as they would be, and who would pass then.
    ///
    /// @param relaxation empty for the gates as they were
    void under(Optional<Relaxation> relaxation) {
        thresholds = relaxation.map(moved -> moved.relaxed().thresholds()).orElse(Map.of());
        passing = relaxation.map(moved -> moved.passes(question.previews().results())).orElse(List.of()).stream()
                .map(StrategyResult::id)
                .collect(Collectors.toSet());
        list.refresh();
    }

    /// A cell for one strategy at a time.
    private final class FailedCell extends ListCell<StrategyResult> {

        FailedCell() {
            getStyleClass().add("failed-cell");
            // As wide as the list, whatever would be wider.
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(StrategyResult result, boolean empty) {
            super.updateItem(result, empty);
            if (empty || result == null) {
                setGraphic(null);
                return;
            }
            FailedRow row = new FailedRow(result, question.ranges());
            row.under(thresholds, passing.contains(result.id()));
            setGraphic(row);
        }

        /// Words that are wrapped need more height where there is less width, which a cell does not ask for by itself.
        @Override
        protected double computePrefHeight(double width) {
            if (getGraphic() == null) {
                return super.computePrefHeight(width);
            }
            double room = width - snappedLeftInset() - snappedRightInset();
            return getGraphic().prefHeight(width < 0 ? -1 : room) + snappedTopInset() + snappedBottomInset();
        }
    }
}
