package io.github.parallelvalidation.ui.control;

import java.util.HashSet;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/// Lays parts out in as many columns as have room. Each part goes where there is most room at the top; a wide one
/// takes two columns.
public final class SectionGrid extends Pane {
    private static final double NARROWEST = 264;
    private static final int MOST_COLUMNS = 4;

    private final double gap;
    private final Set<Node> wide = new HashSet<>();

    /// @param gap between parts
    public SectionGrid(double gap) {
        this.gap = gap;
    }

    public void clear() {
        getChildren().clear();
        wide.clear();
    }

    public void add(Node part, boolean isWide) {
        if (isWide) {
            wide.add(part);
        }
        getChildren().add(part);
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefWidth(double height) {
        return NARROWEST;
    }

    @Override
    protected double computePrefHeight(double width) {
        return place(width < 0 ? getWidth() : width, false);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        place(getWidth(), true);
    }

    /// @return how high all is
    private double place(double width, boolean doMove) {
        int columns = (int) Math.clamp((width + gap) / (NARROWEST + gap), 1, MOST_COLUMNS);
        double each = (width - (columns - 1) * gap) / columns;
        double[] bottom = new double[columns];
        for (Node part : getManagedChildren()) {
            int span = wide.contains(part) ? Math.min(2, columns) : 1;
            int best = 0;
            for (int column = 1; column + span <= columns; column++) {
                if (top(bottom, column, span) < top(bottom, best, span)) {
                    best = column;
                }
            }
            double top = top(bottom, best, span);
            double partWidth = span * each + (span - 1) * gap;
            double height = part.prefHeight(partWidth);
            if (doMove) {
                part.resizeRelocate(
                        snapPositionX(best * (each + gap)), snapPositionY(top), snapSizeX(partWidth), height);
            }
            for (int column = best; column < best + span; column++) {
                bottom[column] = top + height + gap;
            }
        }
        double all = 0;
        for (double end : bottom) {
            all = Math.max(all, end - gap);
        }
        return Math.max(0, all);
    }

    private static double top(double[] bottom, int column, int span) {
        double top = 0;
        for (int i = column; i < column + span; i++) {
            top = Math.max(top, bottom[i]);
        }
        return top;
    }
}
