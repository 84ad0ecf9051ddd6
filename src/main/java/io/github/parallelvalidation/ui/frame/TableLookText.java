package io.github.parallelvalidation.ui.frame;

import io.github.parallelvalidation.ui.model.TableLook;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/// Writes the look of the tables in words, and reads it: "name 220", "ic descending".
final class TableLookText {
    private static final String DESCENDING = "descending";
    private static final double NARROWEST = 40;
    private static final double WIDEST = 4000;

    private TableLookText() {}

    static List<String> widths(TableLook look) {
        return look.widths().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(column -> column.getKey() + " " + Math.round(column.getValue()))
                .toList();
    }

    static List<String> order(TableLook look) {
        return look.order().stream()
                .map(sorting -> sorting.column() + " " + (sorting.descending() ? DESCENDING : "ascending"))
                .toList();
    }

    /// What makes no sense is left out.
    static TableLook parse(List<String> widths, List<String> order) {
        Map<String, Double> parsed = new HashMap<>();
        for (String words : widths) {
            width(second(words)).ifPresent(width -> parsed.put(first(words), width));
        }
        return new TableLook(
                parsed,
                order.stream()
                        .map(words -> new TableLook.Sorting(
                                first(words), second(words).equals(DESCENDING)))
                        .toList());
    }

    private static OptionalDouble width(String word) {
        if (!word.matches("[0-9]{1,5}")) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(Math.clamp(Double.parseDouble(word), NARROWEST, WIDEST));
    }

    private static String first(String words) {
        return words.substring(0, Math.max(0, words.lastIndexOf(' ')));
    }

    private static String second(String words) {
        return words.substring(words.lastIndexOf(' ') + 1);
    }
}
