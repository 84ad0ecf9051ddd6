package io.github.parallelvalidation.ui.settings;

import io.github.parallelvalidation.display.Figures;
import io.github.parallelvalidation.display.MetricColumn;
import io.github.parallelvalidation.gate.Metrics;
import io.github.parallelvalidation.gate.Requirement;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.run.WorkspaceView;
import io.github.parallelvalidation.settings.EscalationOption;
import io.github.parallelvalidation.settings.Settings;
import io.github.parallelvalidation.settings.TierProtocol;
import io.github.parallelvalidation.ui.control.Parts;
import io.github.parallelvalidation.ui.control.Role;
import io.github.parallelvalidation.ui.model.DashboardModel;
import io.github.parallelvalidation.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Shows the settings and gates in force and their files, read-only: they are changed in the files.
public final class SettingsPage extends ScrollPane {
    private static final double CARD_WIDTH = 352;

    private final DashboardModel model;
    private final FlowPane cards = new FlowPane(Parts.DOUBLE, Parts.DOUBLE);

    public SettingsPage(DashboardModel model) {
        this.model = model;
        cards.getStyleClass().add("cards");
        setContent(cards);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
    }

    public void refresh() {
        cards.getChildren().clear();
        model.view().ifPresent(this::show);
    }

    private void show(WorkspaceView view) {
        Workspace workspace = view.workspace();
        cards.getChildren().add(card("Run", workspace.settings(), view, run(view.settings())));
        for (Tier tier : Tier.values()) {
            TierProtocol protocol = view.protocol(tier);
            cards.getChildren().add(card("Tier " + tier, workspace.protocol(), view, tier(protocol)));
        }
    }

    private static VBox card(String title, Path file, WorkspaceView view, Map<String, String> values) {
        String name = view.workspace().root().relativize(file).toString();
        // The whole file stands behind a value that it does not name: the defaults are the program's.
        String source =
                Files.exists(file) ? "from " + name + ", else the defaults" : "defaults; " + name + " is absent";
        GridPane grid = new GridPane(Parts.DOUBLE, Parts.HALF);
        values.forEach((key, value) -> {
            Label shown = Parts.paragraph(value, "figures");
            Label named = Parts.label(key, Role.MUTED.style());
            named.setMinWidth(Region.USE_PREF_SIZE);
            grid.addRow(grid.getRowCount(), named, shown);
        });
        VBox card = Parts.column(
                Parts.GRID, Parts.label(title, "heading"), Parts.paragraph(source, Role.MUTED.style()), grid);
        card.getStyleClass().add("card");
        card.setPrefWidth(CARD_WIDTH);
        return card;
    }

    private static Map<String, String> run(Settings settings) {
        Settings.FailureHandling failures = settings.failures();
        List<String> worker = settings.programs().worker();
        Map<String, String> values = new LinkedHashMap<>();
        values.put("workers at once", "at most " + settings.parallelism().maxWorkers());
        values.put(
                "time limit at L0",
                Figures.seconds(settings.timeouts().of(Tier.L0).toMillis() / 1000.0));
        values.put(
                "time limit at L1",
                Figures.seconds(settings.timeouts().of(Tier.L1).toMillis() / 1000.0));
        values.put("memory of a worker", settings.resources().memoryPerWorkerMb() + " MB");
        values.put("processor of a worker", Figures.count(settings.resources().cpuPercentPerWorker()) + " %");
        values.put("asks when more fail than", Figures.percent(failures.autoEscalateThreshold()));
        values.put(
                "answers by itself with",
                failures.onEscalation().answer().map(EscalationOption::code).orElse(Figures.MISSING));
        values.put("fixable ones to auto-retry", yes(failures.autoRetryFixable()));
        values.put("L1 by itself when all pass", yes(settings.autoEscalateToL1()));
        values.put("stop at the first failure", yes(failures.failFast()));
        values.put("alerts for slow workers", yes(settings.monitoring().alertOnOutliers()));
        values.put(
                "plans kept beside the archive",
                String.valueOf(settings.monitoring().keepPlans()));
        values.put("worker", worker.isEmpty() ? "built in" : String.join(" ", worker));
        return values;
    }

    private static Map<String, String> tier(TierProtocol protocol) {
        Map<String, String> values = new LinkedHashMap<>();
        protocol.gates()
                .check(Metrics.NONE)
                .forEach(gate -> values.put(
                        MetricColumn.label(gate.name()), gate.requirement().words()));
        Double q = protocol.maxFdrQ();
        values.put("false-discovery q", q == null ? "no gate" : new Requirement.LessThan(q).words());
        values.put(
                "data",
                protocol.dataPeriod()
                        .toString()
                        .substring(1)
                        .replace("M", " months")
                        .replace("Y", " year"));
        values.put("bars to warm up", String.valueOf(protocol.warmupBars()));
        values.put("cost of a round trip", Figures.count(protocol.roundTripCostBps()) + " bp");
        return values;
    }

    private static String yes(boolean value) {
        return value ? "yes" : "no";
    }
}
