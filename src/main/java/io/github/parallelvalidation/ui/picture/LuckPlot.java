package io.github.parallelvalidation.ui.picture;

import io.github.parallelvalidation.display.Figures;
import io.github.parallelvalidation.display.Histogram;
import io.github.parallelvalidation.display.LuckPicture;
import io.github.parallelvalidation.display.MetricColumn;
import io.github.parallelvalidation.ui.control.Parts;
import io.github.parallelvalidation.ui.control.Role;
import io.github.parallelvalidation.ui.text.Texts;
import java.util.OptionalDouble;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Draws a strategy's score among those of markets without skill.
public final class LuckPlot extends VBox {
    private static final double HEIGHT = 96;

    public LuckPlot(LuckPicture picture) {
        super(Parts.HALF);
        Plot plot = new Plot(HEIGHT);
        Histogram scores = picture.scores();
        int parts = scores.counts().size();
        for (int part = 0; part < parts; part++) {
            double top = (double) scores.counts().get(part) / Math.max(1, scores.most());
            plot.bar("plot-noise", (double) part / parts, (part + 1.0) / parts, 0, top);
        }
        FlowPane legend = new FlowPane(Parts.GRID, 2);
        mark(plot, legend, picture, "plot-gate", Texts.of("picture.luck.gate"), picture.gate());
        mark(plot, legend, picture, "plot-twenty", Texts.of("picture.luck.noise"), picture.noise95());
        mark(plot, legend, picture, "plot-own", Texts.of("picture.luck.own"), picture.own());
        Label reading = Parts.paragraph(picture.sentence(), Role.MUTED.style());
        plot.cursor(parts, picture::bar, reading);
        getChildren().addAll(plot, ends(picture), legend, reading);
        setAccessibleText(picture.sentence());
    }

    private static void mark(
            Plot plot, FlowPane legend, LuckPicture picture, String style, String name, OptionalDouble value) {
        if (value.isPresent()) {
            String words = name + " " + Figures.text(picture.metric(), value.getAsDouble());
            plot.mark(style, picture.scores().position(value.getAsDouble()), words);
            Region swatch = new Region();
            swatch.getStyleClass().addAll("swatch", style);
            legend.getChildren().add(Parts.row(Parts.HALF, swatch, Parts.label(words, "plot-text")));
        }
    }

    private static Region ends(LuckPicture picture) {
        return Parts.row(
                0,
                Parts.label(Figures.text(picture.metric(), picture.scores().from()), "plot-text", Role.MUTED.style()),
                Parts.gap(),
                Parts.label(MetricColumn.label(picture.metric()), "plot-text", Role.MUTED.style()),
                Parts.gap(),
                Parts.label(Figures.text(picture.metric(), picture.scores().to()), "plot-text", Role.MUTED.style()));
    }
}
