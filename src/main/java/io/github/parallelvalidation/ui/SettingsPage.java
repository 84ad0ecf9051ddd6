package io.github.parallelvalidation.ui;

import io.github.parallelvalidation.gate.GateResult;
import io.github.parallelvalidation.gate.Metrics;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.run.WorkspaceView;
import io.github.parallelvalidation.settings.Settings;
import io.github.parallelvalidation.settings.TierProtocol;
import java.time.Period;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What is in force, and in which file it is written.
final class SettingsPage extends ScrollPane {
    private final VBox content = Parts.padded(Parts.column(16));

    SettingsPage() {
        setId("settings-page");
        getStyleClass().add("page");
        setFitToWidth(true);
        setContent(content);
    }

    void show(@Nullable WorkspaceView view) {
        content.getChildren().clear();
        if (view == null) {
            return;
        }
        content.getChildren()
                .addAll(
                        Parts.paragraph(
                                "Read from the files named below; change them there, then press F5.", StatusLook.MUTED),
                        section("Running", view.workspace().settings().toString(), running(view.settings())));
        for (Tier tier : Tier.values()) {
            TierProtocol protocol = view.protocols().get(tier);
            if (protocol != null) {
                content.getChildren()
                        .add(section(
                                "Gates of " + tier, view.workspace().protocol().toString(), gates(protocol)));
            }
        }
    }

    private static Map<String, String> running(Settings settings) {
        Map<String, String> rows = new LinkedHashMap<>();
        rows.put("workers at once", String.valueOf(settings.maxWorkers()));
        rows.put("parallel from", settings.minQueueDepthForParallel() + " waiting strategies");
        rows.put("time limit at L0", Figures.duration(settings.timeout(Tier.L0).toMillis() / 1000.0));
        rows.put("time limit at L1", Figures.duration(settings.timeout(Tier.L1).toMillis() / 1000.0));
        rows.put("results are looked for every", Figures.duration(settings.pollingIntervalSeconds()));
        rows.put("memory of a worker", settings.memoryPerWorkerMb() + " MB");
        rows.put("ask above a failure share of", Figures.share(settings.autoEscalateThreshold()));
        rows.put("fixable failures", settings.autoRetryFixable() ? "go to the auto-retry queue" : "are failures");
        rows.put("after a first failure", settings.failFast() ? "no further strategy starts" : "the run goes on");
        rows.put(
                "worker", settings.workerCommand().isEmpty() ? "built in" : String.join(" ", settings.workerCommand()));
        return rows;
    }

    private static Map<String, String> gates(TierProtocol protocol) {
        Map<String, String> rows = new LinkedHashMap<>();
        rows.put("data period", period(protocol.dataPeriod()));
        rows.put("warm-up", protocol.warmupBars() + " bars");
        for (GateResult gate : protocol.gates().check(Metrics.NONE)) {
            rows.put(gate.name().replace('_', ' '), gate.need());
        }
        if (protocol.maxFdrQ() != null) {
            rows.put("ic q value", "less than " + Figures.fine(protocol.maxFdrQ()));
        }
        return rows;
    }

    private static String period(Period period) {
        List<String> parts = new ArrayList<>();
        part(parts, period.getYears(), "year");
        part(parts, period.getMonths(), "month");
        part(parts, period.getDays(), "day");
        return String.join(", ", parts);
    }

    private static void part(List<String> parts, int count, String unit) {
        if (count > 0) {
            parts.add(count + " " + unit + (count == 1 ? "" : "s"));
        }
    }

    private static Node section(String title, String file, Map<String, String> rows) {
        GridPane grid = new GridPane();
        grid.setHgap(24);
        grid.setVgap(4);
        rows.forEach((name, value) ->
                grid.addRow(grid.getRowCount(), Parts.label(name, StatusLook.MUTED), Parts.label(value, "figures")));
        return Parts.column(8, Parts.label(title, "section"), Parts.paragraph(file, StatusLook.MUTED, "small"), grid);
    }
}
