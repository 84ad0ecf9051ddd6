package io.github.parallelvalidation.ui.compare;

import io.github.parallelvalidation.compare.Agreement;
import io.github.parallelvalidation.compare.ComparedStrategy;
import io.github.parallelvalidation.compare.Comparison;
import io.github.parallelvalidation.compare.Difference;
import io.github.parallelvalidation.display.Figures;
import io.github.parallelvalidation.display.MetricColumn;
import io.github.parallelvalidation.evidence.Prices;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.ui.control.Parts;
import io.github.parallelvalidation.ui.control.Role;
import io.github.parallelvalidation.ui.control.SectionGrid;
import io.github.parallelvalidation.ui.model.DashboardModel;
import io.github.parallelvalidation.ui.model.StrategyRow;
import io.github.parallelvalidation.ui.picture.DailyPrices;
import io.github.parallelvalidation.ui.picture.LuckStrip;
import io.github.parallelvalidation.ui.picture.PictureActions;
import io.github.parallelvalidation.ui.picture.PricesPlot;
import io.github.parallelvalidation.ui.picture.SeriesPlot;
import io.github.parallelvalidation.ui.text.Texts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Shows two to six strategies beside one another: their pictures over one another, how much they say the same, and
/// what of them differs.
public final class ComparePane extends ScrollPane {
    private final DashboardModel model;
    private final Runnable close;
    private final VBox box = Parts.column(Parts.DOUBLE);
    private List<StrategyRow> shown = List.of();

    public ComparePane(DashboardModel model, Runnable close) {
        this.model = model;
        this.close = close;
        setId("compare");
        setContent(box);
        setFitToWidth(true);
        setAccessibleText(Texts.of("compare.accessible"));
        setHbarPolicy(ScrollBarPolicy.NEVER);
        getStyleClass().add("detail");
        box.getStyleClass().add("detail-box");
        setMinSize(0, 0);
    }

    /// @param rows of one tier, two or more
    public void show(List<StrategyRow> rows) {
        if (rows.equals(shown)) {
            return;
        }
        shown = rows;
        setVvalue(0);
        box.getChildren()
                .setAll(Parts.row(
                        Parts.GRID,
                        Parts.label(Texts.of("compare.title", rows.size()), "detail-title"),
                        Parts.gap(),
                        Parts.glyphButton(Feather.X, Texts.of("compare.close"), close)));
        if (rows.size() > Comparison.MOST) {
            box.getChildren().add(Parts.paragraph(Texts.of("compare.many", Comparison.MOST), Role.MUTED.style()));
            return;
        }
        model.files().compare(rows, comparison -> {
            if (rows.equals(shown)) {
                fill(comparison);
            }
        });
    }

    private void fill(Comparison comparison) {
        SectionGrid sections = new SectionGrid(Parts.DOUBLE + Parts.GRID);
        Tier tier = comparison.tier();
        List<ComparedStrategy> strategies = comparison.strategies();
        section(sections, Texts.of("compare.luck"), luck(comparison), false);
        Node over = tier == Tier.L0 ? OverlaidSeries.icByMonth(strategies) : OverlaidSeries.equity(strategies);
        section(sections, tier == Tier.L0 ? Texts.of("compare.months") : Texts.of("compare.equity"), over, true);
        VBox prices = Parts.column(0, Parts.paragraph(Texts.of("compare.reading"), Role.MUTED.style()));
        String where = tier == Tier.L0 ? Texts.of("compare.where.signals") : Texts.of("compare.where.trades");
        section(sections, where, prices, true);
        read(comparison, prices);
        section(sections, Texts.of("compare.agreement"), agreements(comparison), false);
        section(sections, Texts.of("compare.differences"), differences(comparison), true);
        box.getChildren().addAll(legend(strategies), sections);
        PictureActions.install(over, "comparison-" + tier, () -> table(comparison), model.files()::savePicture);
    }

    private void read(Comparison comparison, VBox place) {
        List<StrategyRow> rows = shown;
        Map<StrategyRow, Prices> read = new HashMap<>();
        for (StrategyRow row : rows) {
            model.files().prices(row, prices -> {
                read.put(row, prices);
                if (read.size() == rows.size() && rows.equals(shown)) {
                    List<Prices> inOrder = rows.stream()
                            .map(read::get)
                            .filter(Objects::nonNull)
                            .toList();
                    place.getChildren().setAll(drawn(comparison, inOrder));
                }
            });
        }
    }

    private static Node drawn(Comparison comparison, List<Prices> prices) {
        return prices.size() < comparison.strategies().size()
                ? Parts.paragraph(Texts.of("compare.prices.none"), Role.MUTED.style())
                : DailyPrices.of(comparison.tier(), comparison.strategies(), prices)
                        .<Node>map(PricesPlot::new)
                        .orElseGet(() -> Parts.paragraph(prices.getFirst().lacking(), Role.MUTED.style()));
    }

    private static void section(SectionGrid sections, String title, Node content, boolean isWide) {
        sections.add(Parts.column(Parts.HALF, Parts.label(title, "heading"), content), isWide);
    }

    private static Region legend(List<ComparedStrategy> strategies) {
        FlowPane legend = new FlowPane(Parts.DOUBLE, Parts.HALF);
        for (int number = 0; number < strategies.size(); number++) {
            Region swatch = new Region();
            swatch.getStyleClass().addAll("swatch", SeriesPlot.style(number));
            ComparedStrategy strategy = strategies.get(number);
            legend.getChildren()
                    .add(Parts.row(
                            Parts.HALF,
                            swatch,
                            Parts.label(strategy.id().value(), Role.MUTED.style()),
                            Parts.label(strategy.name())));
        }
        return legend;
    }

    private static Node luck(Comparison comparison) {
        Tier tier = comparison.tier();
        return new LuckStrip(
                tier,
                comparison.strategies().stream()
                        .map(strategy -> new LuckStrip.Line(
                                strategy.id().value(),
                                strategy.metrics().number(tier.score()),
                                strategy.evidence().worlds()))
                        .toList());
    }

    private static Node agreements(Comparison comparison) {
        VBox all = Parts.column(Parts.HALF);
        for (Agreement agreement : comparison.agreements()) {
            all.getChildren()
                    .add(Parts.paragraph(Texts.of(
                            "compare.pair",
                            comparison.strategies().get(agreement.one()).id(),
                            comparison.strategies().get(agreement.other()).id(),
                            words(agreement))));
        }
        return all;
    }

    private static String words(Agreement agreement) {
        List<String> words = new ArrayList<>();
        agreement.scores().ifPresent(value -> words.add(Texts.of("compare.scores", Figures.correlation(value))));
        agreement.signals().ifPresent(value -> words.add(Texts.of("compare.signals", Figures.percent(value))));
        agreement.returns().ifPresent(value -> words.add(Texts.of("compare.returns", Figures.correlation(value))));
        return words.isEmpty() ? Texts.of("compare.unknown", agreement.lacking()) : String.join(", ", words) + ".";
    }

    private static Node differences(Comparison comparison) {
        GridPane grid = new GridPane(Parts.DOUBLE, Parts.HALF);
        grid.setId("differences");
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(96);
        grid.getColumnConstraints().add(names);
        comparison.strategies().forEach(_ -> {
            ColumnConstraints each = new ColumnConstraints();
            each.setHgrow(Priority.ALWAYS);
            each.setPercentWidth(80.0 / comparison.strategies().size());
            grid.getColumnConstraints().add(each);
        });
        int row = 0;
        for (List<String> line : lines(comparison)) {
            for (int column = 0; column < line.size(); column++) {
                String[] styles = row == 0
                        ? new String[] {"key"}
                        : column == 0 ? new String[] {Role.MUTED.style()} : new String[] {};
                grid.add(Parts.paragraph(line.get(column), styles), column, row);
            }
            row++;
        }
        return grid;
    }

    /// A line of the strategies' ids, then what differs, each with its name first.
    private static List<List<String>> lines(Comparison comparison) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(line("", comparison, strategy -> strategy.id().value()));
        for (MetricColumn column : MetricColumn.of(comparison.tier())) {
            List<String> line = line(
                    column.header(),
                    comparison,
                    strategy ->
                            Figures.metric(strategy.metrics(), column.metric()).text());
            if (line.stream().skip(1).distinct().count() > 1) {
                lines.add(line);
            }
        }
        for (Difference difference : comparison.differences()) {
            List<String> line = new ArrayList<>(List.of(difference.what()));
            difference.values().forEach(value -> line.add(value.isEmpty() ? Figures.MISSING : value));
            lines.add(line);
        }
        return lines;
    }

    private static List<String> line(String name, Comparison comparison, Function<ComparedStrategy, String> value) {
        List<String> line = new ArrayList<>(List.of(name));
        comparison.strategies().forEach(strategy -> line.add(value.apply(strategy)));
        return line;
    }

    private static String table(Comparison comparison) {
        return lines(comparison).stream()
                .map(line -> String.join("\t", line))
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
