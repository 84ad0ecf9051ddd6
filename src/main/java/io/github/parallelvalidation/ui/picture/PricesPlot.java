package io.github.parallelvalidation.ui.picture;

import io.github.parallelvalidation.ui.control.Parts;
import io.github.parallelvalidation.ui.control.Role;
import io.github.parallelvalidation.ui.text.Texts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// The markets of several strategies over one another, and below them a lane for each strategy: strokes up where it
/// buys, down where it sells.
public final class PricesPlot extends VBox {
    private static final double PRICES = 130;
    private static final double LANE = 22;
    private static final double STROKE = 0.4;
    /// Between prices and lanes.
    private static final double GAP = 6;

    private final DailyPrices prices;
    private final double height;

    public PricesPlot(DailyPrices prices) {
        super(Parts.HALF);
        this.prices = prices;
        height = PRICES + GAP + LANE * prices.lanes().size();
        Plot plot = new Plot(height);
        markets(plot);
        for (int number = 0; number < prices.lanes().size(); number++) {
            lane(plot, number);
        }
        LocalDate first = prices.days().getFirst();
        LocalDate last = prices.days().getLast();
        String symbols =
                prices.markets().stream().map(DailyPrices.Market::symbol).collect(Collectors.joining(", "));
        String words = prices.isCommon()
                ? Texts.of("prices.common", first, last, symbols)
                : Texts.of("prices.own", first, last, symbols);
        Label reading = Parts.paragraph(words, Role.MUTED.style());
        plot.cursor(prices.days().size(), prices::words, reading);
        getChildren().addAll(plot, reading);
        prices.lacking().forEach(why -> getChildren().add(Parts.paragraph(why, Role.MUTED.style())));
        setId("compared-prices");
    }

    private void markets(Plot plot) {
        double[] known = prices.markets().stream()
                .flatMap(market -> market.closes().stream())
                .mapToDouble(Double::doubleValue)
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        if (known.length == 0) {
            return;
        }
        double low = known[0];
        double range = known[known.length - 1] > low ? known[known.length - 1] - low : 1;
        double bottom = 1 - PRICES / height;
        double share = PRICES / height;
        plot.level("plot-zero", bottom + Math.clamp((100 - low) / range, 0, 1) * share);
        for (DailyPrices.Market market : prices.markets()) {
            int[] days = IntStream.range(0, market.closes().size())
                    .filter(day -> Double.isFinite(market.closes().get(day)))
                    .toArray();
            double[] across = IntStream.of(days).mapToDouble(this::across).toArray();
            double[] up = IntStream.of(days)
                    .mapToDouble(day -> bottom + (market.closes().get(day) - low) / range * share)
                    .toArray();
            String style = market.strategy().isPresent()
                    ? SeriesPlot.style(market.strategy().getAsInt())
                    : "plot-price";
            plot.line(style, across, up);
        }
    }

    /// One line: along the middle, and up or down and back where something is done.
    private void lane(Plot plot, int number) {
        DailyPrices.Lane lane = prices.lanes().get(number);
        double middle = 1 - (PRICES + GAP + LANE * (number + 0.5)) / height;
        double stroke = STROKE * LANE / height;
        List<double[]> points = new ArrayList<>(List.of(new double[] {0, middle}));
        for (int day = 0; day < prices.days().size(); day++) {
            double across = across(day);
            if (lane.buys().get(day) > 0) {
                points.addAll(stroke(across, middle, middle + stroke));
            }
            if (lane.sells().get(day) > 0) {
                points.addAll(stroke(across, middle, middle - stroke));
            }
        }
        points.add(new double[] {1, middle});
        plot.line(
                "lane-" + (number + 1),
                points.stream().mapToDouble(point -> point[0]).toArray(),
                points.stream().mapToDouble(point -> point[1]).toArray());
    }

    private static List<double[]> stroke(double across, double from, double to) {
        return List.of(new double[] {across, from}, new double[] {across, to}, new double[] {across, from});
    }

    private double across(int day) {
        return (day + 0.5) / prices.days().size();
    }
}
