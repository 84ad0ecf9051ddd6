package io.github.parallelvalidation.ui.strategy;

import io.github.parallelvalidation.display.Figure;
import io.github.parallelvalidation.display.Figures;
import io.github.parallelvalidation.display.GateText;
import io.github.parallelvalidation.display.MetricColumn;
import io.github.parallelvalidation.gate.GateResult;
import io.github.parallelvalidation.gate.MetricNames;
import io.github.parallelvalidation.gate.Metrics;
import io.github.parallelvalidation.gate.Variant;
import io.github.parallelvalidation.number.PlainNumber;
import io.github.parallelvalidation.result.Effort;
import io.github.parallelvalidation.ui.control.Hint;
import io.github.parallelvalidation.ui.control.Parts;
import io.github.parallelvalidation.ui.control.Role;
import io.github.parallelvalidation.ui.text.Texts;
import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;

/// Figures of a strategy under each other: their names, their values, what they mean where the pointer is.
final class FigureGrid extends GridPane {
    private FigureGrid() {
        super(Parts.GRID, Parts.HALF);
        ColumnConstraints names = new ColumnConstraints();
        names.setHgrow(Priority.ALWAYS);
        ColumnConstraints values = new ColumnConstraints();
        values.setHalignment(HPos.RIGHT);
        getColumnConstraints().addAll(names, values);
    }

    static FigureGrid of(List<MetricColumn> columns, Metrics metrics) {
        FigureGrid grid = new FigureGrid();
        for (MetricColumn column : columns) {
            Figure figure = Figures.metric(metrics, column.metric());
            grid.line(column.header(), figure.text(), column.meaning() + ": " + figure.detail());
        }
        return grid;
    }

    static FigureGrid gates(List<GateResult> gates) {
        FigureGrid grid = new FigureGrid();
        for (GateResult gate : gates) {
            Double actual = gate.actual();
            Label name = Parts.label(MetricColumn.label(gate.name()));
            name.setGraphic(
                    gate.passed() ? Parts.icon(Feather.CHECK, Role.SUCCESS) : Parts.icon(Feather.X, Role.DANGER));
            Label value = Parts.label(actual == null ? Figures.MISSING : Figures.text(gate.name(), actual), "figures");
            new Hint(value).say(GateText.of(gate));
            int row = grid.getRowCount();
            grid.add(name, 0, row);
            grid.add(value, 1, row);
            Label need = Parts.paragraph(
                    Texts.of("strategy.gates.needs", gate.requirement().words()), "need", Role.MUTED.style());
            grid.add(need, 0, row + 1, 2, 1);
        }
        return grid;
    }

    /// Beside the chosen numbers the edge should still be there.
    static FigureGrid variants(List<Variant> variants) {
        FigureGrid grid = new FigureGrid();
        for (Variant variant : variants) {
            Figure sharpe = Figures.metric(variant.metrics(), MetricNames.SHARPE);
            Figure trades = Figures.metric(variant.metrics(), MetricNames.TRADES);
            grid.line(
                    Texts.of("strategy.neighbours.numbers", PlainNumber.of(variant.factor())),
                    Texts.of("strategy.neighbours.figures", sharpe.text(), trades.text()),
                    Texts.of("strategy.neighbours.sharpe", sharpe.detail()));
        }
        return grid;
    }

    static FigureGrid effort(Effort effort) {
        FigureGrid grid = new FigureGrid();
        grid.line(
                Texts.of("strategy.run.time"),
                Figures.seconds(effort.seconds()),
                Texts.of("strategy.run.time.exact", Figures.exact(effort.seconds())));
        grid.line(
                Texts.of("strategy.run.attempts"),
                String.valueOf(effort.attempts()),
                Texts.of("strategy.run.attempts.tip"));
        grid.line(
                Texts.of("strategy.run.memory"),
                Figures.megabytes(effort.peakMemoryMb()),
                Texts.of("strategy.run.memory.tip"));
        return grid;
    }

    private void line(String name, String value, String detail) {
        Label shown = Parts.label(value, "figures");
        new Hint(shown).say(detail);
        addRow(getRowCount(), Parts.label(name), shown);
    }
}
