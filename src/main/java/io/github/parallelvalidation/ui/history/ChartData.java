package io.github.parallelvalidation.ui.history;

import java.util.List;

/// One chart over the runs of the history.
///
/// @param series what is drawn, from the back to the front
record ChartData(String title, Scale scale, List<Series> series) {
    ChartData {
        series = series.stream().filter(each -> !each.isEmpty()).toList();
    }
}
