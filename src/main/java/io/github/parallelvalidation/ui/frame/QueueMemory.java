package io.github.parallelvalidation.ui.frame;

import io.github.parallelvalidation.ui.model.Choices;
import io.github.parallelvalidation.ui.model.SavedFilters;
import io.github.parallelvalidation.ui.model.TableOrder;
import io.github.parallelvalidation.workspace.YamlMapping;
import io.github.parallelvalidation.workspace.YamlScalar;
import io.github.parallelvalidation.workspace.YamlSequence;
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

    private static final int MOST = 64;

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
        List<String> names = words(mapping, "filter_names");
        List<String> texts = words(mapping, "filters");
        Map<String, String> filters = new TreeMap<>();
        IntStream.range(0, Math.min(names.size(), texts.size()))
                .forEach(place -> filters.put(names.get(place), texts.get(place)));
        return new QueueMemory(
                words(mapping, "column_order"),
                filters,
                isOn(mapping, "scatter"),
                isOn(mapping, "running_first"),
                isOn(mapping, "by_status"));
    }

    String text() {
        StringBuilder text = new StringBuilder();
        text.append("scatter: ").append(scatter).append('\n');
        text.append("running_first: ").append(runningFirst).append('\n');
        text.append("by_status: ").append(byStatus).append('\n');
        List<String> names = filters.keySet().stream().sorted().toList();
        WindowMemory.list(text, "column_order", columns);
        WindowMemory.list(text, "filter_names", names);
        WindowMemory.list(text, "filters", names.stream().map(filters::get).toList());
        return text.toString();
    }

    private static boolean isOn(YamlMapping mapping, String key) {
        return mapping.find(key).orElse(null) instanceof YamlScalar word
                && word.value().equals("true");
    }

    private static List<String> words(YamlMapping mapping, String key) {
        return mapping.find(key).orElse(null) instanceof YamlSequence list
                ? list.items().stream()
                        .limit(MOST)
                        .filter(YamlScalar.class::isInstance)
                        .map(word -> ((YamlScalar) word).value())
                        .toList()
                : List.of();
    }
}
