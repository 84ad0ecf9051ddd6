package io.github.parallelvalidation.ui;

import io.github.parallelvalidation.gate.GateResult;
import io.github.parallelvalidation.gate.MetricNames;
import io.github.parallelvalidation.gate.Metrics;
import io.github.parallelvalidation.merge.StrategyResult;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Everything known of one strategy.
final class StrategyDetails extends ScrollPane {
    private static final List<String> FIGURES = List.of(
            MetricNames.HIT_RATE_P_VALUE,
            MetricNames.HIT_RATE_BASE,
            MetricNames.IC_P_VALUE,
            MetricNames.IC_Q_VALUE,
            MetricNames.LUCK,
            MetricNames.OBSERVATIONS,
            MetricNames.CONFLICTS);

    private final VBox content = Parts.padded(Parts.column(8));

    StrategyDetails() {
        setId("details");
        getStyleClass().add("details");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setContent(content);
        show(null);
    }

    void show(@Nullable StrategyRow row) {
        content.getChildren().clear();
        if (row == null) {
            content.getChildren()
                    .add(Parts.paragraph("Select a strategy to see its gates and figures.", StatusLook.MUTED));
            return;
        }
        Label title = Parts.paragraph(row.name().isEmpty() ? row.id() : row.name(), "title");
        content.getChildren()
                .addAll(title, Parts.row(8, Parts.label(row.id(), StatusLook.MUTED), Parts.state(row.look())));
        if (row.result().isEmpty()) {
            String reason = row.failure().isEmpty()
                    ? "No result is on disk yet: it appears after the first run."
                    : row.failure();
            content.getChildren().add(Parts.paragraph(reason, StatusLook.MUTED));
            return;
        }
        StrategyResult result = row.result().get();
        if (result.failure() != null) {
            content.getChildren()
                    .add(Parts.paragraph(Figures.prose(result.failure().message())));
        }
        if (!result.relaxedGates().isEmpty()) {
            content.getChildren()
                    .add(Parts.paragraph("Passed under relaxed gates: " + relaxed(result), StatusLook.WARNING));
        }
        if (!result.gates().isEmpty()) {
            content.getChildren().add(section("Gates"));
            result.gates().forEach(gate -> content.getChildren().add(gate(gate)));
        }
        if (!result.metrics().values().isEmpty()) {
            content.getChildren().addAll(section("Figures"), figures(result.metrics()));
            months(result.metrics());
        }
        content.getChildren()
                .addAll(
                        section("Worker"),
                        Parts.label(
                                "%s, %s%s"
                                        .formatted(
                                                Figures.duration(result.seconds()),
                                                result.attempts() == 1 ? "1 attempt" : result.attempts() + " attempts",
                                                result.peakMemoryMb() == 0
                                                        ? ""
                                                        : ", " + result.peakMemoryMb() + " MB at most"),
                                "figures"));
    }

    private static String relaxed(StrategyResult result) {
        return result.relaxedGates().entrySet().stream()
                .map(gate -> GateNames.shorter(gate.getKey()) + " " + Figures.threshold(gate.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static Label section(String title) {
        return Parts.label(title, "section");
    }

    private static Node gate(GateResult gate) {
        String role = gate.passed() ? StatusLook.SUCCESS : StatusLook.DANGER;
        Label sentence = Parts.paragraph(Figures.prose(gate.sentence()), "figures");
        HBox.setHgrow(sentence, Priority.ALWAYS);
        return Parts.row(8, Parts.icon(gate.passed() ? Feather.CHECK : Feather.X, role, "state-icon"), sentence);
    }

    private static GridPane figures(Metrics metrics) {
        GridPane grid = grid();
        for (String name : FIGURES) {
            if (metrics.values().containsKey(name)) {
                Label value = Parts.label(
                        name.equals(MetricNames.OBSERVATIONS) || name.equals(MetricNames.CONFLICTS)
                                ? metrics.number(name).isPresent()
                                        ? Figures.count(metrics.number(name).getAsDouble())
                                        : Figures.MISSING
                                : Figures.metric(metrics, name),
                        "figures");
                value.setTooltip(Parts.tooltip(Figures.full(metrics, name)));
                Label label = Parts.label(name.replace('_', ' '), StatusLook.MUTED);
                label.setTooltip(Parts.tooltip(Explanations.of(name)));
                grid.addRow(grid.getRowCount(), label, value);
            }
        }
        return grid;
    }

    private void months(Metrics metrics) {
        if (metrics.values().get(MetricNames.IC_BY_MONTH) instanceof Map<?, ?> months && !months.isEmpty()) {
            content.getChildren().add(section("ic by month"));
            GridPane grid = grid();
            months.forEach((month, ic) -> grid.addRow(
                    grid.getRowCount(),
                    Parts.label(String.valueOf(month), StatusLook.MUTED, "figures"),
                    Parts.label(
                            ic instanceof Number number ? Figures.fine(number.doubleValue()) : Figures.MISSING,
                            "figures")));
            content.getChildren().add(grid);
        }
    }

    private static GridPane grid() {
        GridPane grid = new GridPane();
        grid.setHgap(16);
        grid.setVgap(4);
        return grid;
    }
}
