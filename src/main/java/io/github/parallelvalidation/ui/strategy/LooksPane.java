package io.github.parallelvalidation.ui.strategy;

import io.github.parallelvalidation.display.Figures;
import io.github.parallelvalidation.evidence.Look;
import io.github.parallelvalidation.gate.MetricNames;
import io.github.parallelvalidation.ui.control.Hint;
import io.github.parallelvalidation.ui.control.Parts;
import io.github.parallelvalidation.ui.control.Role;
import io.github.parallelvalidation.ui.text.Texts;
import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Shows a strategy's own past: every look at it, the newest first, and how many different rules were looked at.
final class LooksPane extends VBox {
    private static final int MOST = 12;
    private static final int DAY = "2026-11-22".length();

    LooksPane(List<Look> looks) {
        super(Parts.HALF);
        setId("looks");
        if (looks.isEmpty()) {
            getChildren().add(Parts.paragraph(Texts.of("strategy.looks.none"), Role.MUTED.style()));
            return;
        }
        GridPane grid = new GridPane(Parts.GRID, 2);
        ColumnConstraints when = new ColumnConstraints();
        when.setHgrow(Priority.ALWAYS);
        ColumnConstraints tier = new ColumnConstraints();
        ColumnConstraints figure = new ColumnConstraints();
        figure.setHalignment(HPos.RIGHT);
        grid.getColumnConstraints().addAll(when, tier, figure, figure, figure);
        grid.addRow(
                0,
                head(Texts.of("strategy.looks.run")),
                head(Texts.of("strategy.looks.tier")),
                head(Texts.of("strategy.looks.score")),
                head(Texts.of("strategy.looks.luck")),
                head(Texts.of("strategy.looks.rules")));
        for (Look look : looks.reversed().subList(0, Math.min(MOST, looks.size()))) {
            Label run = Parts.label(look.runId().substring(0, DAY) + time(look.runId()));
            new Hint(run).say(Texts.of("strategy.looks.run.tip", look.runId()));
            grid.addRow(
                    grid.getRowCount(),
                    run,
                    Parts.label(look.tier().name()),
                    figure(look, look.tier().score()),
                    figure(look, MetricNames.LUCK),
                    Parts.label(String.valueOf(look.rules()), "figures"));
        }
        getChildren().addAll(grid, Parts.paragraph(sentence(looks), Role.MUTED.style()));
    }

    private static Label head(String text) {
        return Parts.label(text, "plot-text", Role.MUTED.style());
    }

    /// " 14:30" of "2026-11-22-143000", UTC.
    private static String time(String runId) {
        return " " + runId.substring(DAY + 1, DAY + 3) + ":" + runId.substring(DAY + 3, DAY + 5);
    }

    private static Label figure(Look look, String metric) {
        Double value = look.metrics().get(metric);
        return Parts.label(value == null ? Figures.MISSING : Figures.text(metric, value), "figures");
    }

    private static String sentence(List<Look> looks) {
        long rules = looks.stream().mapToInt(Look::rules).max().orElse(1);
        String count = Texts.counted("strategy.looks.count", looks.size(), looks.size());
        String sets = Texts.counted("strategy.looks.sets", rules, rules);
        return looks.size() > MOST
                ? Texts.of("strategy.looks.newest", count, sets, MOST)
                : Texts.of("strategy.looks.all", count, sets);
    }
}
