package io.github.parallelvalidation.ui.strategy;

import atlantafx.base.theme.Styles;
import atlantafx.base.theme.Tweaks;
import io.github.parallelvalidation.display.Figures;
import io.github.parallelvalidation.display.Histogram;
import io.github.parallelvalidation.display.LuckPicture;
import io.github.parallelvalidation.display.MarketText;
import io.github.parallelvalidation.evidence.EquityCurve;
import io.github.parallelvalidation.evidence.MeasuredMarket;
import io.github.parallelvalidation.evidence.PriceBars;
import io.github.parallelvalidation.evidence.Prices;
import io.github.parallelvalidation.evidence.StrategyEvidence;
import io.github.parallelvalidation.evidence.StrategyIdea;
import io.github.parallelvalidation.gate.MetricNames;
import io.github.parallelvalidation.gate.Metrics;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.trace.ClosedTrade;
import io.github.parallelvalidation.trace.SignalEvent;
import io.github.parallelvalidation.ui.control.Motion;
import io.github.parallelvalidation.ui.control.Parts;
import io.github.parallelvalidation.ui.control.Role;
import io.github.parallelvalidation.ui.model.StrategyRow;
import io.github.parallelvalidation.ui.picture.BarsPlot;
import io.github.parallelvalidation.ui.picture.EquityPlot;
import io.github.parallelvalidation.ui.picture.LuckPlot;
import io.github.parallelvalidation.ui.picture.MonthsPlot;
import io.github.parallelvalidation.ui.picture.PictureActions;
import io.github.parallelvalidation.ui.picture.PriceMark;
import io.github.parallelvalidation.ui.picture.PricePlot;
import io.github.parallelvalidation.ui.text.Texts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The parts of a strategy's details that come from its files. They have their places before they are read, so that
/// nothing jumps.
final class EvidencePane {
    private static final double PICTURE_HEIGHT = 176;
    private static final int MOST_LINES = 14;
    private static final int FEWEST_LINES = 3;
    private static final int LETTERS = 38;

    private final StrategyRow row;
    private final BiConsumer<String, byte[]> save;
    private final Label market = Parts.cuttable(Role.MUTED.style());
    private final VBox luck = place();
    private final VBox price = place();
    private final VBox time = place();
    private final VBox months = place();
    private final VBox deciles = place();
    private final VBox trades = place();
    private final VBox idea = Parts.column(Parts.GRID);
    private Optional<StrategyEvidence> evidence = Optional.empty();
    private Optional<Prices> prices = Optional.empty();
    private Optional<PricePlot> plot = Optional.empty();

    /// @param save takes the name of a file and the bytes of a picture
    EvidencePane(StrategyRow row, BiConsumer<String, byte[]> save) {
        this.row = row;
        this.save = save;
        market.setText(" ");
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

    Region price() {
        return price;
    }

    Region time() {
        return time;
    }

    /// Only at L1.
    Region months() {
        return months;
    }

    /// Only at L1.
    Region trades() {
        return trades;
    }

    /// Only at L0.
    Region deciles() {
        return deciles;
    }

    Region idea() {
        return idea;
    }

    void show(StrategyEvidence found) {
        evidence = Optional.of(found);
        market.setText(found.market().map(MarketText::of).orElse(" "));
        Metrics metrics = row.metrics();
        put(luck, luck(found, metrics));
        switch (row.tier()) {
            case L0 -> {
                put(deciles, deciles(metrics));
                put(time, icByMonth(metrics));
            }
            case L1 -> {
                put(time, equity(found));
                put(months, months(found));
                put(trades, trades(found));
            }
        }
        idea.getChildren()
                .setAll(found.idea()
                        .map(EvidencePane::idea)
                        .orElseGet(() -> List.of(missing(Texts.of("strategy.files.gone")))));
        draw();
    }

    void show(Prices found) {
        prices = Optional.of(found);
        draw();
    }

    /// The bars and what happened at them are read apart, and bars may take longer.
    private void draw() {
        if (evidence.isEmpty() || prices.isEmpty()) {
            return;
        }
        Optional<PriceBars> bars = prices.get().bars().filter(read -> read.count() > 0);
        if (bars.isEmpty()) {
            put(price, missing(prices.get().lacking()));
            return;
        }
        StrategyEvidence found = evidence.get();
        List<SignalEvent> events = found.events().value().orElse(List.of());
        List<ClosedTrade> closed = found.trades().value().orElse(List.of());
        List<PriceMark> marks = row.tier() == Tier.L0
                ? PricePictures.ofEvents(events, bars.get())
                : PricePictures.ofTrades(closed, bars.get());
        PricePlot drawn = new PricePlot(bars.get(), marks, PricePictures.lines(closed, bars.get()));
        plot = Optional.of(drawn);
        PictureActions.install(drawn, name("prices"), drawn::table, save);
        VBox all = Parts.column(Parts.HALF, drawn);
        remarks(found, bars.get(), marks).forEach(remark -> all.getChildren().add(missing(remark)));
        put(price, all);
    }

    private List<String> remarks(StrategyEvidence found, PriceBars bars, List<PriceMark> marks) {
        List<String> remarks = new ArrayList<>();
        if (row.result().isEmpty()) {
            remarks.add(Texts.of("strategy.signals.later"));
            return remarks;
        }
        String lacking =
                row.tier() == Tier.L0 ? found.events().why() : found.trades().why();
        if (!lacking.isEmpty()) {
            remarks.add(Texts.of("strategy.signals.unmarked", lacking));
        } else if (marks.isEmpty()) {
            remarks.add(Texts.of("strategy.signals.none"));
        }
        found.market()
                .filter(then -> !isSame(then, bars))
                .ifPresent(then -> remarks.add(Texts.of(
                        "strategy.market.changed",
                        Figures.many(then.windowBars()),
                        then.last(),
                        Figures.many(bars.count()),
                        Instant.ofEpochMilli(bars.time(bars.count() - 1)))));
        return remarks;
    }

    private static boolean isSame(MeasuredMarket then, PriceBars bars) {
        return then.windowBars() == bars.count()
                && then.last()
                        .equals(Instant.ofEpochMilli(bars.time(bars.count() - 1))
                                .toString());
    }

    private String name(String what) {
        return row.id() + "-" + row.tier() + "-" + what;
    }

    private Node luck(StrategyEvidence found, Metrics metrics) {
        Optional<LuckPicture> picture = found.worlds()
                .map(worlds -> LuckPicture.of(
                        row.tier(),
                        worlds,
                        metrics,
                        row.result().orElseThrow().judgement().gates()));
        if (picture.isEmpty()) {
            return missing(whyNoWorlds(metrics));
        }
        LuckPlot drawn = new LuckPlot(picture.get());
        PictureActions.install(drawn, name("luck"), () -> counts(picture.get()), save);
        return drawn;
    }

    private static String counts(LuckPicture picture) {
        StringBuilder text = new StringBuilder("from\tto\tworlds\n");
        Histogram scores = picture.scores();
        int parts = scores.counts().size();
        double wide = (scores.to() - scores.from()) / parts;
        for (int part = 0; part < parts; part++) {
            text.append(scores.from() + part * wide)
                    .append('\t')
                    .append(scores.from() + (part + 1) * wide)
                    .append('\t')
                    .append(scores.counts().get(part))
                    .append('\n');
        }
        return text.toString();
    }

    private Node equity(StrategyEvidence found) {
        return found.equity()
                .filter(curve -> curve.points().size() > 1)
                .<Node>map(curve -> {
                    EquityPlot drawn = new EquityPlot(curve);
                    PictureActions.install(drawn, name("equity"), () -> lines(curve), save);
                    return drawn;
                })
                .orElseGet(
                        () -> missing(Texts.of("strategy.unknown", found.marks().why())));
    }

    private static String lines(EquityCurve curve) {
        StringBuilder text = new StringBuilder("day\tequity\tholding\tdrawdown\n");
        curve.points()
                .forEach(point -> text.append(point.day())
                        .append('\t')
                        .append(point.equity())
                        .append('\t')
                        .append(Double.isNaN(point.holding()) ? "" : String.valueOf(point.holding()))
                        .append('\t')
                        .append(point.drawdown())
                        .append('\n'));
        return text.toString();
    }

    private Node months(StrategyEvidence found) {
        return found.equity()
                .filter(curve -> !curve.points().isEmpty())
                .<Node>map(curve -> new MonthsPlot(curve.months()))
                .orElseGet(
                        () -> missing(Texts.of("strategy.unknown", found.marks().why())));
    }

    private Node trades(StrategyEvidence found) {
        return found.trades()
                .value()
                .<Node>map(closed -> new TradesTable(closed, this::visit))
                .orElseGet(() ->
                        missing(Texts.of("strategy.unknown", found.trades().why())));
    }

    private void visit(ClosedTrade trade) {
        plot.ifPresent(drawn -> prices.flatMap(Prices::bars)
                .ifPresent(bars -> PricePictures.bar(bars, trade.entry()).ifPresent(drawn::visit)));
    }

    private static void put(VBox place, Node node) {
        place.getChildren().setAll(node);
        place.setMinHeight(Region.USE_COMPUTED_SIZE);
    }

    private static Node missing(String why) {
        return Parts.paragraph(why, Role.MUTED.style());
    }

    private static String whyNoWorlds(Metrics metrics) {
        if (metrics.number(MetricNames.LUCK).isPresent()) {
            return Texts.of("strategy.luck.unseen");
        }
        return Texts.of("strategy.unknown", metrics.whyMissing(MetricNames.LUCK));
    }

    private Node icByMonth(Metrics metrics) {
        Map<String, Double> months = metrics.series(MetricNames.IC_BY_MONTH);
        return months.isEmpty()
                ? missing(Texts.of("strategy.months.few"))
                : bars(
                        months,
                        "month",
                        ic -> Texts.of("strategy.months.ic", Figures.text(MetricNames.IC, ic)),
                        Texts.of("strategy.months.bars"));
    }

    private Node deciles(Metrics metrics) {
        Map<String, Double> deciles = metrics.series(MetricNames.RETURN_BY_SCORE_DECILE);
        return deciles.isEmpty()
                ? missing(Texts.of("strategy.deciles.unsaid"))
                : bars(deciles, "decile", EvidencePane::share, Texts.of("strategy.deciles.bars"));
    }

    private Node bars(Map<String, Double> values, String name, DoubleFunction<String> text, String what) {
        BarsPlot drawn = new BarsPlot(values, what, text);
        PictureActions.install(
                drawn,
                name(name),
                () -> values.entrySet().stream()
                        .map(each -> each.getKey() + "\t" + each.getValue() + "\n")
                        .collect(Collectors.joining("", name + "\tvalue\n", "")),
                save);
        return drawn;
    }

    /// "0.042 %": what follows one bar is small.
    private static String share(double value) {
        return Figures.rate(100 * value) + " %";
    }

    /// The hypothesis as it is meant to be read; all rules as they are written, to be selected and copied.
    private static List<Node> idea(StrategyIdea idea) {
        List<Node> parts = new ArrayList<>();
        if (!idea.hypothesis().isEmpty()) {
            parts.add(new MarkdownPane(idea.hypothesis()));
        }
        if (!idea.rules().isEmpty()) {
            String rules = idea.rules().stream()
                    .map(rule -> rule.name() + ": " + rule.text())
                    .collect(Collectors.joining("\n"));
            TextArea area = new TextArea(rules);
            area.setEditable(false);
            area.setWrapText(true);
            area.getStyleClass().add("details");
            area.setAccessibleText(Texts.of("strategy.rules.all"));
            long lines =
                    rules.lines().mapToLong(line -> 1 + line.length() / LETTERS).sum();
            area.setPrefRowCount(Math.clamp(lines, FEWEST_LINES, MOST_LINES));
            TitledPane folded = new TitledPane(Texts.of("strategy.rules.all"), area);
            folded.getStyleClass().addAll(Styles.DENSE, Tweaks.ALT_ICON);
            folded.setExpanded(false);
            folded.setAnimated(!Motion.isReduced());
            parts.add(folded);
        }
        return parts;
    }
}
