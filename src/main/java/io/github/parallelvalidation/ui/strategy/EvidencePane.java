package io.github.parallelvalidation.ui.strategy;

import io.github.parallelvalidation.display.Figures;
import io.github.parallelvalidation.display.LuckPicture;
import io.github.parallelvalidation.evidence.MeasuredMarket;
import io.github.parallelvalidation.evidence.StrategyEvidence;
import io.github.parallelvalidation.evidence.StrategyIdea;
import io.github.parallelvalidation.gate.MetricNames;
import io.github.parallelvalidation.gate.Metrics;
import io.github.parallelvalidation.ui.control.Parts;
import io.github.parallelvalidation.ui.control.Role;
import io.github.parallelvalidation.ui.model.StrategyRow;
import io.github.parallelvalidation.ui.picture.BarsPlot;
import io.github.parallelvalidation.ui.picture.EquityPlot;
import io.github.parallelvalidation.ui.picture.LuckPlot;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The parts of a strategy's details that come from its files. They have their places before they are read, so that
/// nothing jumps.
final class EvidencePane {
    private static final double PICTURE_HEIGHT = 176;
    private static final int MOST_LINES = 14;
    private static final int FEWEST_LINES = 3;
    private static final int LETTERS = 38;

    private final Label market = Parts.paragraph(" ", Role.MUTED.style());
    private final VBox luck = place();
    private final VBox time = place();
    private final VBox deciles = place();
    private final VBox idea = Parts.column(Parts.HALF);

    EvidencePane() {
        idea.setId("idea");
    }

    private static VBox place() {
        VBox place = Parts.column(Parts.HALF);
        place.setMinHeight(PICTURE_HEIGHT);
        return place;
    }

    Region market() {
        return market;
    }

    Region luck() {
        return luck;
    }

    Region time() {
        return time;
    }

    /// Only at L0.
    Region deciles() {
        return deciles;
    }

    Region idea() {
        return idea;
    }

    void show(StrategyRow row, StrategyEvidence found) {
        market.setText(found.market().map(EvidencePane::words).orElse(""));
        market.setManaged(!market.getText().isEmpty());
        Metrics metrics = row.metrics();
        put(
                luck,
                found.worlds()
                        .<Node>map(worlds -> new LuckPlot(LuckPicture.of(
                                row.tier(),
                                worlds,
                                metrics,
                                row.result().orElseThrow().judgement().gates())))
                        .orElseGet(() -> missing(whyNoWorlds(metrics))));
        switch (row.tier()) {
            case L0 -> {
                put(deciles, deciles(metrics));
                put(time, months(metrics));
            }
            case L1 -> put(time, equity(found));
        }
        idea.getChildren().setAll(found.idea().map(EvidencePane::idea).orElseGet(() -> missing("Its files are gone.")));
    }

    private static void put(VBox place, Node node) {
        place.getChildren().setAll(node);
        place.setMinHeight(Region.USE_COMPUTED_SIZE);
    }

    private static Node missing(String why) {
        return Parts.paragraph(why, Role.MUTED.style());
    }

    private static String words(MeasuredMarket market) {
        return String.format(
                Locale.ROOT,
                "%s %s · %,d bars up to %s · %s",
                market.symbol(),
                market.timeframe(),
                market.windowBars(),
                market.last().replaceFirst("T.*", ""),
                market.gaps() == 0 ? "no gaps" : market.gaps() == 1 ? "1 gap" : market.gaps() + " gaps");
    }

    private static String whyNoWorlds(Metrics metrics) {
        if (metrics.number(MetricNames.LUCK).isPresent()) {
            return "Its luck is known, but not by markets without skill that could be shown.";
        }
        return "Not known: " + metrics.whyMissing(MetricNames.LUCK) + ".";
    }

    private static Node months(Metrics metrics) {
        Map<String, Double> months = series(metrics, MetricNames.IC_BY_MONTH);
        return months.isEmpty()
                ? missing("No month has enough observations.")
                : new BarsPlot(months, "months", ic -> "ic " + Figures.text(MetricNames.IC, ic));
    }

    private static Node deciles(Metrics metrics) {
        Map<String, Double> deciles = series(metrics, MetricNames.RETURN_BY_SCORE_DECILE);
        return deciles.isEmpty()
                ? missing("Its worker did not say.")
                : new BarsPlot(deciles, "tenths of scores, lowest first", EvidencePane::share);
    }

    /// "0.042 %": what follows one bar is small.
    private static String share(double value) {
        return Figures.rate(100 * value) + " %";
    }

    /// What a metric says by name, what is not known left out.
    private static Map<String, Double> series(Metrics metrics, String name) {
        Map<String, Double> series = new LinkedHashMap<>();
        if (metrics.values().get(name) instanceof Map<?, ?> said) {
            said.forEach((key, value) -> {
                if (value instanceof Number number) {
                    series.put(String.valueOf(key), number.doubleValue());
                }
            });
        }
        return series;
    }

    private static Node equity(StrategyEvidence found) {
        return found.equity()
                .filter(curve -> curve.points().size() > 1)
                .<Node>map(curve -> {
                    Map<String, Double> months = new LinkedHashMap<>();
                    curve.months().forEach((month, gain) -> months.put(month.toString(), gain));
                    return Parts.column(
                            Parts.GRID,
                            new EquityPlot(curve),
                            new BarsPlot(months, "months", gain -> Figures.text(MetricNames.TOTAL_RETURN, gain)));
                })
                .orElseGet(() -> missing("Its worker left no daily returns of this result."));
    }

    private static Node idea(StrategyIdea idea) {
        String rules = idea.rules().stream()
                .map(rule -> rule.name() + ": " + rule.text())
                .collect(Collectors.joining("\n"));
        String text = idea.hypothesis().isEmpty() ? rules : rules + "\n\n" + idea.hypothesis();
        TextArea area = new TextArea(text);
        area.setEditable(false);
        area.setWrapText(true);
        area.getStyleClass().add("details");
        area.setAccessibleText("The idea: rules and hypothesis");
        long lines = text.lines().mapToLong(line -> 1 + line.length() / LETTERS).sum();
        area.setPrefRowCount(Math.clamp(lines, FEWEST_LINES, MOST_LINES));
        return area;
    }
}
