package io.github.parallelvalidation.ui.queue;

import io.github.parallelvalidation.display.MetricColumn;
import io.github.parallelvalidation.ui.model.StrategyRow;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Formats rows as tab-separated text for a spreadsheet or a notebook: full precision, empty where there is no number.
public final class Tsv {
    private Tsv() {}

    public static String of(List<StrategyRow> rows, List<MetricColumn> metrics) {
        Stream<String> header = Stream.concat(
                Stream.concat(
                        Stream.of("id", "name", "status"), metrics.stream().map(MetricColumn::metric)),
                Stream.of(ColumnTitle.TIME.id(), ColumnTitle.REASON.id()));
        Stream<String> lines = rows.stream().map(row -> line(row, metrics));
        return Stream.concat(Stream.of(header.collect(Collectors.joining("\t"))), lines)
                        .collect(Collectors.joining("\n"))
                + "\n";
    }

    private static String line(StrategyRow row, List<MetricColumn> metrics) {
        Stream<String> figures =
                metrics.stream().map(metric -> row.figure(metric.metric()).copy());
        return Stream.of(
                        Stream.of(row.id().value(), row.name(), row.status().word()),
                        figures,
                        Stream.of(row.seconds().copy(), row.reason()))
                .flatMap(part -> part)
                .map(text -> text.replaceAll("[\t\r\n]+", " "))
                .collect(Collectors.joining("\t"));
    }
}
