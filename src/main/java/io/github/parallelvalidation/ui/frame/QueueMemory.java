package io.github.parallelvalidation.ui.frame;

import io.github.parallelvalidation.ui.model.Choices;
import io.github.parallelvalidation.ui.model.SavedFilters;
import io.github.parallelvalidation.ui.model.TableOrder;
import io.github.parallelvalidation.workspace.YamlMapping;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// How the queue is looked at: the order of columns and rows, saved filters, whether the picture is shown. A part of
/// [WindowMemory].
///
/// @param columns ids from left to right, where a person has put them otherwise
/// @param filters texts by name
record QueueMemory(
        List<String> columns, Map<String, String> filters, boolean scatter, boolean runningFirst, boolean byStatus) {
    static final QueueMemory NONE = new QueueMemory(List.of(), Map.of(), false, false, false);

    QueueMemory {
        columns = List.copyOf(columns);
        filters = Map.copyOf(filters);
    }

    static QueueMemory of(Choices choices) {
        TableOrder order = choices.order();
        return new QueueMemory(
                choices.columnOrder(),
                choices.savedFilters().byName(),
                choices.scatter().get(),
                order.runningFirst().get(),
                order.byStatus().get());
    }

    void give(Choices choices) {
        choices.columnOrder().setAll(columns);
        SavedFilters saved = choices.savedFilters();
        filters.forEach(saved::save);
        choices.scatter().set(scatter);
        choices.order().runningFirst().set(runningFirst);
        choices.order().byStatus().set(byStatus);
    }

    static QueueMemory read(YamlMapping mapping) {
        List<String> names = MemoryText.words(mapping, "filter_names");
        List<String> texts = MemoryText.words(mapping, "filters");
        Map<String, String> filters = new TreeMap<>();
        IntStream.range(0, Math.min(names.size(), texts.size()))
                .forEach(place -> filters.put(names.get(place), texts.get(place)));
        return new QueueMemory(
                MemoryText.words(mapping, "column_order"),
                filters,
                MemoryText.isOn(mapping, "scatter"),
                MemoryText.isOn(mapping, "running_first"),
                MemoryText.isOn(mapping, "by_status"));
    }

    String text() {
        StringBuilder text = new StringBuilder();
        text.append("scatter: ").append(scatter).append('\n');
        text.append("running_first: ").append(runningFirst).append('\n');
        text.append("by_status: ").append(byStatus).append('\n');
        List<String> names = filters.keySet().stream().sorted().toList();
        MemoryText.list(text, "column_order", columns);
        MemoryText.list(text, "filter_names", names);
        MemoryText.list(text, "filters", names.stream().map(filters::get).toList());
        return text.toString();
    }
}
