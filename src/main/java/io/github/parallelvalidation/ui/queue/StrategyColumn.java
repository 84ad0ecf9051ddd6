package io.github.parallelvalidation.ui.queue;

import io.github.parallelvalidation.display.Figure;
import io.github.parallelvalidation.ui.control.Hint;
import io.github.parallelvalidation.ui.control.Parts;
import io.github.parallelvalidation.ui.control.Role;
import io.github.parallelvalidation.ui.model.RemarkDesk;
import io.github.parallelvalidation.ui.model.StrategyItem;
import io.github.parallelvalidation.ui.model.StrategyRow;
import java.util.Comparator;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import org.kordamp.ikonli.feather.Feather;

/// A column whose cells follow the rows of its items. Cells alone make words of numbers: sorting compares the numbers
/// themselves.
final class StrategyColumn extends TableColumn<StrategyItem, StrategyRow> {
    private static final double NARROWEST = 70;

    private final Comparator<StrategyRow> ascending;
    private final Comparator<StrategyRow> descending;

    private StrategyColumn(
            ColumnTitle title,
            double width,
            Comparator<StrategyRow> ascending,
            Comparator<StrategyRow> descending,
            Function<StrategyColumn, TableCell<StrategyItem, StrategyRow>> cell) {
        super(title.title());
        this.ascending = ascending;
        this.descending = descending;
        setId(title.id());
        setPrefWidth(width);
        setMinWidth(Math.min(width, NARROWEST));
        setComparator(ascending);
        setCellValueFactory(item -> item.getValue().row());
        setCellFactory(_ -> cell.apply(this));
    }

    /// @param tooltip what does not fit
    static StrategyColumn ofText(
            ColumnTitle title,
            double width,
            Function<StrategyRow, String> text,
            Function<StrategyRow, String> tooltip) {
        return new StrategyColumn(
                title,
                width,
                missingLast(text, Comparator.naturalOrder()),
                missingLast(text, Comparator.reverseOrder()),
                _ -> new TextCell(text, tooltip));
    }

    /// What says nothing comes last, whichever way the others are sorted.
    private static Comparator<StrategyRow> missingLast(Function<StrategyRow, String> text, Comparator<String> order) {
        return Comparator.comparing((StrategyRow row) -> text.apply(row).isEmpty())
                .thenComparing(text, order);
    }

    static StrategyColumn ofStatus(ColumnTitle title, double width) {
        Comparator<StrategyRow> order = Comparator.comparing(StrategyRow::status);
        return new StrategyColumn(title, width, order, order.reversed(), _ -> new StatusCell());
    }

    /// Starred ones first.
    static StrategyColumn ofStars(ColumnTitle title, double width, RemarkDesk remarks) {
        Comparator<StrategyRow> order = Comparator.comparing(
                        (StrategyRow row) -> !row.remark().isStarred())
                .thenComparing(row -> row.remark().note().isEmpty());
        StrategyColumn column = new StrategyColumn(title, width, order, order.reversed(), _ -> new StarCell(remarks));
        Label header = Parts.label("");
        header.setGraphic(Parts.icon(Feather.STAR, Role.MUTED));
        header.setAccessibleText(title.title());
        new Hint(header).say(title.meaning());
        column.setText("");
        column.setGraphic(header);
        return column;
    }

    /// @param number NaN where there is none: such rows come last, whichever way the others are sorted
    static StrategyColumn ofFigures(
            ColumnTitle title,
            double width,
            ToDoubleFunction<StrategyRow> number,
            Function<StrategyRow, Figure> figure) {
        StrategyColumn column = new StrategyColumn(
                title,
                width,
                // NaN comes last by itself.
                Comparator.comparingDouble(number),
                Comparator.comparingDouble(row -> -number.applyAsDouble(row)),
                _ -> new FigureCell(figure));
        Label header = Parts.label(title.title());
        new Hint(header).say(title.meaning());
        column.setText("");
        column.setGraphic(header);
        column.getStyleClass().add("figures");
        return column;
    }

    /// Room that is left goes to the words, not between the numbers.
    StrategyColumn fixed() {
        setMinWidth(getPrefWidth());
        setMaxWidth(getPrefWidth() + Parts.GRID);
        return this;
    }

    /// As it is sorted now.
    Comparator<StrategyRow> order() {
        return getSortType() == SortType.ASCENDING ? ascending : descending;
    }
}
