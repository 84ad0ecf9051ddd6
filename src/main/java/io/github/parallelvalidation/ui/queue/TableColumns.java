package io.github.parallelvalidation.ui.queue;

import io.github.parallelvalidation.display.MetricColumn;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.ui.model.RemarkDesk;
import io.github.parallelvalidation.ui.model.StrategyRow;
import io.github.parallelvalidation.ui.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Makes the columns of a table of strategies.
final class TableColumns {
    static final ColumnTitle ID = new ColumnTitle("id", Texts.of("table.id"), "");
    static final double ID_WIDTH = 80;
    static final double NAME_WIDTH = 170;
    static final double REASON_WIDTH = 130;

    private static final double STAR_WIDTH = 48;
    private static final double PRIORITY_WIDTH = 52;
    static final double STATUS_WIDTH = 128;
    private static final double NUMBER_WIDTH = 70;
    private static final double LONG_TITLE_WIDTH = 104;
    private static final int LONG_TITLE = 10;

    private TableColumns() {}

    /// As they come, from left to right.
    ///
    /// @param remarks where stars are given
    /// @param isOfQueue whether the rows are those of the queue, in which each has a place
    static List<StrategyColumn> of(Tier tier, Optional<RemarkDesk> remarks, boolean isOfQueue) {
        List<StrategyColumn> columns = new ArrayList<>();
        columns.add(StrategyColumn.ofText(
                        ID, ID_WIDTH, row -> row.id().value(), row -> row.id().value())
                .fixed());
        remarks.ifPresent(desk -> columns.add(
                StrategyColumn.ofStars(ColumnTitle.STAR, STAR_WIDTH, desk).fixed()));
        columns.add(StrategyColumn.ofText(ColumnTitle.NAME, NAME_WIDTH, StrategyRow::name, StrategyRow::name));
        columns.add(StrategyColumn.ofStatus(ColumnTitle.STATUS, STATUS_WIDTH).fixed());
        if (isOfQueue) {
            columns.add(StrategyColumn.ofFigures(
                            ColumnTitle.PRIORITY,
                            PRIORITY_WIDTH,
                            StrategyRow::priorityForSorting,
                            StrategyRow::priorityFigure)
                    .fixed());
        }
        for (MetricColumn metric : MetricColumn.of(tier)) {
            columns.add(StrategyColumn.ofFigures(
                            ColumnTitle.of(metric),
                            width(metric),
                            row -> row.number(metric.metric()),
                            row -> row.figure(metric.metric()))
                    .fixed());
        }
        columns.add(StrategyColumn.ofFigures(
                        ColumnTitle.TIME, NUMBER_WIDTH, StrategyRow::secondsForSorting, StrategyRow::seconds)
                .fixed());
        columns.add(
                StrategyColumn.ofText(ColumnTitle.REASON, REASON_WIDTH, StrategyRow::reason, StrategyRow::explanation));
        return columns;
    }

    private static double width(MetricColumn metric) {
        return metric.header().length() > LONG_TITLE ? LONG_TITLE_WIDTH : NUMBER_WIDTH;
    }
}
