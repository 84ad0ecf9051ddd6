package io.github.parallelvalidation.ui.control;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/// Lays parts out in as many columns as have room. Each part goes where there is most room at the top; a wide one
/// takes two columns, a roomy one as many more as it prefers.
public final class SectionGrid extends Pane {
    private static final double NARROWEST = 264;
    private static final int MOST_COLUMNS = 4;
    private static final double SMALLEST_HOLE = 96;

    private final double gap;
    private final Set<Node> wide = new HashSet<>();
    private final Set<Node> roomy = new HashSet<>();

    /// @param gap between parts
    public SectionGrid(double gap) {
        this.gap = gap;
    }

    public void clear() {
        getChildren().clear();
        wide.clear();
        roomy.clear();
    }

    public void add(Node part, boolean isWide) {
        if (isWide) {
            wide.add(part);
        }
        getChildren().add(part);
    }

    /// A wide part that says by its preferred width how much room it needs to be read.
    public void addRoomy(Node part) {
        roomy.add(part);
        add(part, true);
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
        List<Node> left = new ArrayList<>(getManagedChildren());
        while (!left.isEmpty()) {
            Node part = next(left, bottom, columns, each);
            left.remove(part);
            int span = span(part, columns, each);
            int best = best(bottom, span);
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
        return Math.max(0, Arrays.stream(bottom).max().orElse(0) - gap);
    }

    /// The first one; where it is wide and would leave a hole above it, the first narrow one that may fill that.
    private Node next(List<Node> left, double[] bottom, int columns, double each) {
        Node first = left.getFirst();
        int span = span(first, columns, each);
        int best = best(bottom, span);
        double top = top(bottom, best, span);
        boolean leavesHole = Arrays.stream(bottom, best, best + span).anyMatch(column -> top - column > SMALLEST_HOLE);
        return leavesHole
                ? left.stream()
                        .filter(part -> span(part, columns, each) == 1)
                        .findFirst()
                        .orElse(first)
                : first;
    }

    private int span(Node part, int columns, double each) {
        if (!wide.contains(part)) {
            return 1;
        }
        double needed = roomy.contains(part) ? Math.ceil((part.prefWidth(-1) + gap) / (each + gap)) : 2;
        return (int) Math.min(columns, Math.max(2, needed));
    }

    private static int best(double[] bottom, int span) {
        int best = 0;
        for (int column = 1; column + span <= bottom.length; column++) {
            if (top(bottom, column, span) < top(bottom, best, span)) {
                best = column;
            }
        }
        return best;
    }

    private static double top(double[] bottom, int column, int span) {
        double top = 0;
        for (int i = column; i < column + span; i++) {
            top = Math.max(top, bottom[i]);
        }
        return top;
    }
}
