package io.github.parallelvalidation.cli;

import io.github.parallelvalidation.gate.MetricNames;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.result.StrategyResult;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/// A numeric column in the table of results.
///
/// @param width in characters
/// @param form as for `String.format`
record ResultColumn(String header, String metric, int width, String form) {
    private static final List<ResultColumn> L0 = List.of(
            new ResultColumn("signals", MetricNames.SIGNAL_FREQUENCY, 7, "%.0f"),
            new ResultColumn("hit", MetricNames.HIT_RATE, 6, "%.3f"),
            new ResultColumn("ic", MetricNames.IC, 7, "%.3f"),
            new ResultColumn("p", MetricNames.IC_P_VALUE, 6, "%.3f"),
            new ResultColumn("q", MetricNames.IC_Q_VALUE, 6, "%.3f"),
            new ResultColumn("luck", MetricNames.LUCK, 6, "%.2f"));
    private static final List<ResultColumn> L1 = List.of(
            new ResultColumn("trades", MetricNames.TRADES, 6, "%.0f"),
            new ResultColumn("sharpe", MetricNames.SHARPE, 7, "%.2f"),
            new ResultColumn("profit f.", MetricNames.PROFIT_FACTOR, 9, "%.2f"),
            new ResultColumn("return", MetricNames.TOTAL_RETURN, 7, "%.3f"),
            new ResultColumn("drawdown", MetricNames.MAX_DRAWDOWN, 8, "%.3f"),
            new ResultColumn("dsr", MetricNames.DSR, 6, "%.3f"));

    static List<ResultColumn> of(Tier tier) {
        return switch (tier) {
            case L0 -> L0;
            case L1 -> L1;
        };
    }

    String head() {
        return aligned(header);
    }

    String cell(StrategyResult result) {
        OptionalDouble value = result.judgement().metrics().number(metric);
        return aligned(value.isPresent() ? String.format(Locale.ROOT, form, value.getAsDouble()) : "–");
    }

    private String aligned(String text) {
        return " " + " ".repeat(Math.max(0, width - text.length())) + text;
    }
}
