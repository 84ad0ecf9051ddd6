package io.github.parallelvalidation.cli;

import io.github.parallelvalidation.display.Figures;
import io.github.parallelvalidation.display.MetricColumn;
import io.github.parallelvalidation.gate.MetricNames;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.result.StrategyResult;
import java.util.List;
import java.util.stream.Stream;

/// A column of figures in the table of results: as in the window and on paper, aligned for a terminal.
///
/// @param title as short as it can be
/// @param width in characters
record ResultColumn(MetricColumn column, String title, int width) {
    private static final int NARROWEST = 6;

    static List<ResultColumn> of(Tier tier) {
        return Stream.concat(MetricColumn.of(tier).stream(), MetricColumn.ofRun(tier).stream())
                .map(column -> of(column, column.metric().equals(tier.noise95()) ? "noise" : column.header()))
                .toList();
    }

    private static ResultColumn of(MetricColumn column, String title) {
        boolean isWide = switch (column.metric()) {
            case MetricNames.IC,
                    MetricNames.IC_P_VALUE,
                    MetricNames.SHARPE_P_VALUE,
                    MetricNames.TOTAL_RETURN,
                    MetricNames.MAX_DRAWDOWN -> true;
            default -> false;
        };
        return new ResultColumn(column, title, Math.max(isWide ? NARROWEST + 2 : NARROWEST, title.length()));
    }

    String head() {
        return aligned(title);
    }

    String cell(StrategyResult result) {
        return aligned(
                Figures.metric(result.judgement().metrics(), column.metric()).text());
    }

    private String aligned(String text) {
        return " " + " ".repeat(Math.max(0, width - text.length())) + text;
    }
}
