package io.github.parallelvalidation.ui.frame;

import io.github.parallelvalidation.display.Figures;
import io.github.parallelvalidation.journal.RunOutcome;
import io.github.parallelvalidation.plan.ExecutionPlan;
import io.github.parallelvalidation.plan.PlannedStrategy;
import io.github.parallelvalidation.ui.control.Parts;
import io.github.parallelvalidation.ui.text.Texts;
import java.util.function.Function;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.VBox;

/// Shows the plan of a dry run; nothing was written.
final class PlanPane extends VBox {
    private static final double ROW = 33;
    private static final double HEAD = 36;
    private static final int MOST_ROWS = 10;

    PlanPane(RunOutcome outcome) {
        super(Parts.GRID);
        ExecutionPlan plan = outcome.plan();
        getChildren().add(Parts.paragraph(words(plan), "sentence"));
        if (!plan.strategies().isEmpty()) {
            getChildren().add(table(plan));
        }
    }

    private static String words(ExecutionPlan plan) {
        if (plan.strategies().isEmpty()) {
            return Texts.of("card.plan.nothing", plan.tier());
        }
        return Texts.of(
                "card.plan.sentence",
                plan.strategies().size(),
                plan.tier(),
                plan.workers(),
                Figures.seconds(plan.expectedSeconds()));
    }

    private static TableView<PlannedStrategy> table(ExecutionPlan plan) {
        TableView<PlannedStrategy> table = new TableView<>();
        table.setId("plan");
        table.setAccessibleText(Texts.of("card.plan.table"));
        table.getColumns()
                .add(column(
                        Texts.of("card.plan.id"), 90, planned -> planned.id().value()));
        table.getColumns().add(column(Texts.of("card.plan.name"), 280, PlannedStrategy::name));
        TableColumn<PlannedStrategy, String> estimate = column(
                Texts.of("card.plan.expected"), 90, planned -> "~" + Figures.seconds(planned.estimatedSeconds()));
        estimate.getStyleClass().add("figures");
        table.getColumns().add(estimate);
        table.getItems().setAll(plan.strategies());
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        double height = HEAD + ROW * Math.min(MOST_ROWS, plan.strategies().size());
        table.setPrefHeight(height);
        table.setMinHeight(Math.min(height, HEAD + 4 * ROW));
        return table;
    }

    private static TableColumn<PlannedStrategy, String> column(
            String header, double width, Function<PlannedStrategy, String> value) {
        TableColumn<PlannedStrategy, String> column = new TableColumn<>(header);
        column.setPrefWidth(width);
        column.setCellValueFactory(cell -> new SimpleStringProperty(value.apply(cell.getValue())));
        return column;
    }
}
