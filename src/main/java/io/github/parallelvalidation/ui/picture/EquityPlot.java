package io.github.parallelvalidation.ui.picture;

import io.github.parallelvalidation.display.Figures;
import io.github.parallelvalidation.evidence.EquityCurve;
import io.github.parallelvalidation.gate.MetricNames;
import io.github.parallelvalidation.ui.control.Parts;
import io.github.parallelvalidation.ui.control.Role;
import java.util.List;
import javafx.scene.layout.VBox;

/// Draws the equity by day, and under it how much of the largest so far is lost.
public final class EquityPlot extends VBox {
    private static final double EQUITY_HEIGHT = 88;
    private static final double DRAWDOWN_HEIGHT = 40;

    /// @param curve with at least two days
    public EquityPlot(EquityCurve curve) {
        super(Parts.HALF);
        List<EquityCurve.Point> points = curve.points();
        double least = points.stream().mapToDouble(EquityCurve.Point::equity).reduce(1, Math::min);
        double most = points.stream().mapToDouble(EquityCurve.Point::equity).reduce(1, Math::max);
        double range = most > least ? most - least : 1;
        double deepest =
                points.stream().mapToDouble(EquityCurve.Point::drawdown).reduce(0, Math::max);
        double[] across = new double[points.size()];
        double[] equity = new double[points.size()];
        double[] drawdown = new double[points.size()];
        for (int i = 0; i < across.length; i++) {
            across[i] = (double) i / Math.max(1, across.length - 1);
            equity[i] = (points.get(i).equity() - least) / range;
            drawdown[i] = 1 - points.get(i).drawdown() / Math.max(deepest, 1e-9);
        }
        Plot upper =
                new Plot(EQUITY_HEIGHT).level("plot-zero", (1 - least) / range).line("plot-equity", across, equity);
        Plot lower = new Plot(DRAWDOWN_HEIGHT).level("plot-zero", 1).line("plot-drawdown", across, drawdown);
        String words = "%s from %s to %s, %d days; at the deepest %s below its best."
                .formatted(
                        Figures.text(MetricNames.TOTAL_RETURN, curve.totalReturn()),
                        points.getFirst().day(),
                        points.getLast().day(),
                        points.size(),
                        Figures.text(MetricNames.MAX_DRAWDOWN, deepest));
        getChildren().addAll(upper, lower, Parts.paragraph(words, Role.MUTED.style()));
        setAccessibleText(words);
    }
}
