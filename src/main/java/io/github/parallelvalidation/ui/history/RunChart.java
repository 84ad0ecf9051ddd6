package io.github.parallelvalidation.ui.history;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Polyline;

/// A small chart over the runs of the history. Its values keep off the upper and the lower edge, so that a point at
/// 100 % is a whole one.
final class RunChart extends Pane {
    /// The width of the axis of values: the plots of all charts stand exactly under each other.
    static final double AXIS = 56;

    /// Between the last place and the right edge.
    static final double RIGHT = 8;

    private static final double EDGE = 7;
    private static final double LEAST_HEIGHT = 52;
    private static final double LABEL_HEIGHT = 14;
    private static final double BAND_SHARE = 0.9;
    private static final double DASH_SHARE = 0.5;

    private final ChartData data;
    private final int runs;
    private final List<Placing> placings = new ArrayList<>();

    /// Places one thing when the size is known.
    private interface Placing {
        void place();
    }

    /// @param sizes how large the point of each run is, in pixels
    RunChart(ChartData data, List<Double> sizes) {
        this.data = data;
        this.runs = sizes.size();
        getStyleClass().add("run-chart");
        setMinHeight(LEAST_HEIGHT);
        setPrefHeight(LEAST_HEIGHT);
        List<Scale.Tick> ticks = data.scale().ticks();
        for (int i = 0; i < ticks.size(); i++) {
            tick(ticks.get(i), i == 0 || i == ticks.size() - 1);
        }
        for (Series series : data.series()) {
            switch (series.kind()) {
                case LINE -> {
                    polyline(series);
                    points(series, "run-point", sizes);
                }
                case DASHES -> {
                    polyline(series);
                    spans(series, "run-dash", DASH_SHARE);
                }
                case BAND -> spans(series, "run-band", BAND_SHARE);
                case BAR -> bars(series);
                case RING ->
                    points(
                            series,
                            "run-ring",
                            sizes.stream().map(size -> size + 8).toList());
            }
        }
    }

    /// The middle of the place of a run.
    static double across(int run, int runs, double width) {
        return AXIS + (run + 0.5) * place(runs, width);
    }

    /// The width of the place of each run. A single one does not get all of it.
    static double place(int runs, double width) {
        return Math.max(0, width - AXIS - RIGHT) / Math.max(2, runs);
    }

    private double up(double value) {
        return EDGE + (1 - value / data.scale().top()) * (getHeight() - 2 * EDGE);
    }

    /// @param isEnd the ends always have their label, those between them where there is room
    private void tick(Scale.Tick tick, boolean isEnd) {
        Region line = styled(new Region(), "run-level");
        Label label = styled(new Label(tick.text()), "run-tick");
        placings.add(() -> {
            double at = up(tick.at());
            line.resizeRelocate(AXIS, Math.rint(at), Math.max(0, getWidth() - AXIS - RIGHT), 1);
            label.setVisible(isEnd || isRoomy());
            label.resizeRelocate(0, at - LABEL_HEIGHT / 2, AXIS - EDGE, LABEL_HEIGHT);
        });
    }

    private boolean isRoomy() {
        return (getHeight() - 2 * EDGE) / Math.max(1, data.scale().ticks().size() - 1) >= LABEL_HEIGHT;
    }

    private void polyline(Series series) {
        Polyline line = new Polyline();
        styled(line, "run-line", series.style());
        placings.add(() -> {
            List<Double> points = new ArrayList<>();
            for (int run = 0; run < runs; run++) {
                if (!series.high().get(run).isNaN()) {
                    points.add(across(run, runs, getWidth()));
                    points.add(up(series.high().get(run)));
                }
            }
            line.getPoints().setAll(points);
        });
    }

    private void points(Series series, String style, List<Double> sizes) {
        for (int run = 0; run < runs; run++) {
            double value = series.high().get(run);
            if (!Double.isNaN(value)) {
                Region point = styled(new Region(), style, series.style());
                int at = run;
                double size = sizes.get(run);
                placings.add(() -> point.resizeRelocate(
                        Math.rint(across(at, runs, getWidth()) - size / 2),
                        Math.rint(up(value) - size / 2),
                        size,
                        size));
            }
        }
    }

    /// From the low to the high end, as wide as that share of the run's place; flat where both are one.
    private void spans(Series series, String style, double share) {
        for (int run = 0; run < runs; run++) {
            if (!series.high().get(run).isNaN()) {
                Region span = styled(new Region(), style, series.style());
                int at = run;
                placings.add(() -> {
                    double width = share * place(runs, getWidth());
                    place(span, series, at, width);
                });
            }
        }
    }

    private void bars(Series series) {
        for (int run = 0; run < runs; run++) {
            double value = series.high().get(run);
            if (!Double.isNaN(value) && value > 0) {
                Region bar = styled(new Region(), "run-bar", series.style());
                int at = run;
                placings.add(() -> place(bar, series, at, bar.prefWidth(-1)));
            }
        }
    }

    private void place(Region region, Series series, int run, double width) {
        double top = up(series.high().get(run));
        double height = Math.max(2, up(series.low().get(run)) - top);
        region.resizeRelocate(across(run, runs, getWidth()) - width / 2, top, width, height);
    }

    private <T extends Node> T styled(T node, String... styles) {
        node.getStyleClass().addAll(styles);
        node.setManaged(false);
        node.setMouseTransparent(true);
        getChildren().add(node);
        return node;
    }

    @Override
    protected void layoutChildren() {
        placings.forEach(Placing::place);
    }
}
