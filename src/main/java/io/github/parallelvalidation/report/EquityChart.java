package io.github.parallelvalidation.report;

import io.github.parallelvalidation.display.Figures;
import io.github.parallelvalidation.evidence.EquityCurve;
import io.github.parallelvalidation.gate.MetricNames;
import io.github.parallelvalidation.number.ValueTicks;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/// The equity of a strategy against holding, and under it how much of the best so far is lost.
final class EquityChart {
    /// So many points a curve: more are not seen at this width.
    private static final int MOST_POINTS = 110;

    private static final double TOP = 4;
    private static final double BOTTOM = 92;
    private static final double LOSS_TOP = 102;
    private static final double LOSS_BOTTOM = 134;
    private static final double DAYS = LOSS_BOTTOM + 13;
    private static final double LEGEND = DAYS + 19;
    private static final double AXIS = 40;
    private static final double TICK_ROOM = 12.5;
    private static final double GAP = 4;

    private EquityChart() {}

    /// @param curve with at least two days
    static Markup of(EquityCurve curve) {
        List<EquityCurve.Point> points = thinned(curve.points());
        double[] equity = values(points, EquityCurve.Point::equity);
        double[] holding = curve.hasHolding() ? values(points, EquityCurve.Point::holding) : new double[0];
        Scale scale = Scale.of(
                DoubleStream.concat(DoubleStream.of(equity), DoubleStream.of(holding))
                        .toArray(),
                1,
                TOP,
                BOTTOM);
        Markup svg = Svg.svg(Svg.PICTURE + AXIS, LEGEND + 6, "equity against holding, and drawdown");
        ticks(svg, scale, 1);
        ticks(svg, new Scale(-deepest(points), 0, LOSS_TOP, LOSS_BOTTOM), 0);
        svg.add(Svg.line(0, Svg.PICTURE, scale.y(1), "zero"));
        if (holding.length > 0) {
            svg.add(Svg.path(curve(holding, scale), "holding"));
            Svg.legend(svg, 1, LEGEND, "holding", "holding");
        }
        svg.add(Svg.path(curve(equity, scale), "equity"), Svg.path(drawdown(points), "loss"))
                .add(
                        Svg.text(
                                0,
                                DAYS,
                                "start",
                                curve.points().getFirst().day().toString()),
                        Svg.text(
                                Svg.PICTURE, DAYS, "end", points.getLast().day().toString()));
        Svg.legend(svg, 0, LEGEND, "equity", "equity");
        Svg.legend(svg, 2, LEGEND, "loss", "below its best");
        return svg;
    }

    /// Round values, each at its line.
    private static void ticks(Markup svg, Scale scale, double base) {
        int most = (int) ((scale.bottom() - scale.top()) / TICK_ROOM);
        PathSteps lines = new PathSteps();
        ValueTicks ticks = ValueTicks.of(scale.least(), scale.most(), most);
        for (double value : ticks.values()) {
            double y = scale.y(value);
            lines.move(0, y).line(Svg.PICTURE, y);
            svg.add(Svg.text(
                    Svg.PICTURE + GAP,
                    y + GAP,
                    "start",
                    Figures.percent(value - base, Math.max(0, ticks.decimals() - 2))));
        }
        svg.add(Svg.path(lines.toString(), "grid"));
    }

    /// What the picture says.
    static String sentence(EquityCurve curve) {
        String best = "at the deepest %s below its best.".formatted(gain(deepest(curve.points())));
        String days = "in %d days".formatted(curve.points().size());
        return curve.hasHolding()
                ? "%s %s, holding %s; %s"
                        .formatted(
                                gain(curve.totalReturn()),
                                days,
                                gain(curve.points().getLast().holding() - 1),
                                best)
                : "%s %s; what holding made was not given; %s".formatted(gain(curve.totalReturn()), days, best);
    }

    private static double deepest(List<EquityCurve.Point> points) {
        return points.stream().mapToDouble(EquityCurve.Point::drawdown).max().orElse(0);
    }

    private static String gain(double value) {
        return Figures.text(MetricNames.TOTAL_RETURN, value);
    }

    /// The last day of each of equally long stretches, with the deepest drawdown in it.
    private static List<EquityCurve.Point> thinned(List<EquityCurve.Point> points) {
        int stretch = Math.ceilDiv(points.size(), MOST_POINTS);
        List<EquityCurve.Point> kept = new ArrayList<>();
        for (int from = 0; from < points.size(); from += stretch) {
            List<EquityCurve.Point> part = points.subList(from, Math.min(points.size(), from + stretch));
            EquityCurve.Point last = part.getLast();
            double deepest = part.stream()
                    .max(Comparator.comparingDouble(EquityCurve.Point::drawdown))
                    .orElse(last)
                    .drawdown();
            kept.add(new EquityCurve.Point(last.day(), last.equity(), deepest, last.holding()));
        }
        return kept;
    }

    private static double[] values(List<EquityCurve.Point> points, ToDoubleFunction<EquityCurve.Point> value) {
        return points.stream().mapToDouble(value).toArray();
    }

    private static String curve(double[] values, Scale scale) {
        PathSteps steps = new PathSteps();
        for (int i = 0; i < values.length; i++) {
            double x = x(i, values.length);
            if (i == 0) {
                steps.move(x, scale.y(values[i]));
            } else {
                steps.line(x, scale.y(values[i]));
            }
        }
        return steps.toString();
    }

    /// Hangs down from the best so far.
    private static String drawdown(List<EquityCurve.Point> points) {
        double deepest = deepest(points);
        PathSteps steps = new PathSteps().move(0, LOSS_TOP);
        for (int i = 0; i < points.size(); i++) {
            double share = deepest > 0 ? points.get(i).drawdown() / deepest : 0;
            steps.line(x(i, points.size()), LOSS_TOP + share * (LOSS_BOTTOM - LOSS_TOP));
        }
        return steps.line(Svg.PICTURE, LOSS_TOP).close().toString();
    }

    private static double x(int index, int count) {
        return Svg.PICTURE * index / Math.max(1, count - 1);
    }
}
