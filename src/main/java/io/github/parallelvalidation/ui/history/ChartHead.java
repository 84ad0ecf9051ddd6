package io.github.parallelvalidation.ui.history;

import io.github.parallelvalidation.ui.control.Parts;
import io.github.parallelvalidation.ui.control.Role;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// The title of a chart, and each of its series with its value of the run under the cursor.
final class ChartHead extends HBox {
    private final List<Entry> entries = new ArrayList<>();

    private record Entry(Series series, Label value) {}

    ChartHead(ChartData data) {
        super(Parts.DOUBLE);
        Label title = Parts.label(data.title(), "heading");
        title.setMinWidth(USE_PREF_SIZE);
        FlowPane legend = new FlowPane(Parts.DOUBLE, 0);
        legend.setAlignment(Pos.TOP_RIGHT);
        HBox.setHgrow(legend, Priority.ALWAYS);
        for (Series series : data.series()) {
            Region swatch = new Region();
            swatch.getStyleClass().addAll("swatch", series.style());
            Label value = Parts.label("", "legend-value");
            legend.getChildren()
                    .add(Parts.row(Parts.HALF, swatch, Parts.label(series.meaning(), Role.MUTED.style()), value));
            entries.add(new Entry(series, value));
        }
        getChildren().setAll(title, legend);
        getStyleClass().add("chart-title");
    }

    void show(int run) {
        entries.forEach(entry -> entry.value().setText(entry.series().texts().get(run)));
    }
}
