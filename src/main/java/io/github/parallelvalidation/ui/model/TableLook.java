package io.github.parallelvalidation.ui.model;

import java.util.List;
import java.util.Map;

/// How a person has drawn and sorted the columns of the tables.
///
/// @param widths of columns that were drawn, by their ids
/// @param order the columns by which is sorted, the most important first
public record TableLook(Map<String, Double> widths, List<Sorting> order) {
    public static final TableLook AS_IT_COMES = new TableLook(Map.of(), List.of());

    public TableLook {
        widths = Map.copyOf(widths);
        order = List.copyOf(order);
    }

    /// One column by which is sorted.
    public record Sorting(String column, boolean descending) {}
}
