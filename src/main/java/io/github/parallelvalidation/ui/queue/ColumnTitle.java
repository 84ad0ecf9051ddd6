package io.github.parallelvalidation.ui.queue;

import io.github.parallelvalidation.display.MetricColumn;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.ui.text.Texts;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// A table column that can be hidden. The id of a strategy is always shown.
///
/// @param id under which the choice is saved
/// @param title as it stands over the column
/// @param meaning empty where the title says it all
public record ColumnTitle(String id, String title, String meaning) {
    static final ColumnTitle NAME = new ColumnTitle("name", Texts.of("table.name"), "");
    static final ColumnTitle STATUS = new ColumnTitle("status", Texts.of("table.status"), "");
    static final ColumnTitle STAR = new ColumnTitle("star", Texts.of("table.star"), Texts.of("table.star.tip"));
    static final ColumnTitle PRIORITY =
            new ColumnTitle("priority", Texts.of("table.priority"), Texts.of("table.priority.tip"));
    static final ColumnTitle TIME = new ColumnTitle("seconds", Texts.of("table.time"), Texts.of("table.time.tip"));
    static final ColumnTitle REASON = new ColumnTitle("reason", Texts.of("table.reason"), Texts.of("table.reason.tip"));

    /// Those of a tier, from left to right.
    public static List<ColumnTitle> of(Tier tier) {
        Stream<ColumnTitle> metrics = MetricColumn.of(tier).stream().map(ColumnTitle::of);
        return Stream.of(Stream.of(STAR, NAME, STATUS, PRIORITY), metrics, Stream.of(TIME, REASON))
                .flatMap(part -> part)
                .toList();
    }

    static ColumnTitle of(MetricColumn column) {
        return new ColumnTitle(column.metric(), column.header(), column.meaning());
    }

    boolean matches(String text) {
        return (title + " " + meaning)
                .toLowerCase(Locale.ROOT)
                .contains(text.strip().toLowerCase(Locale.ROOT));
    }
}
