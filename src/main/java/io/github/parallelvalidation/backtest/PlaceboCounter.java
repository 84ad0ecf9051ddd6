package io.github.parallelvalidation.backtest;

import io.github.parallelvalidation.gate.L0Gates;
import io.github.parallelvalidation.gate.PlaceboGrid;
import java.util.Arrays;
import java.util.List;

/// Counts over all circular shifts how many pass at each cell of a [PlaceboGrid].
final class PlaceboCounter {
    private final double[] ic;
    private final double[] tolerances;

    /// Shifts by the number of tolerances and of thresholds that they are above.
    private final int[][] counts;

    private int shifts;

    PlaceboCounter(L0Gates gates) {
        this.ic = PlaceboGrid.levels(gates.minIc());
        this.tolerances = PlaceboGrid.levels(gates.hitRateTolerance());
        this.counts = new int[tolerances.length + 1][ic.length + 1];
    }

    /// @param distance of the hit rate from a coin's; below −1 where a shift has no hit rate
    void add(double coefficient, double distance) {
        counts[levelsBelow(tolerances, distance)][levelsBelow(ic, coefficient)]++;
        shifts++;
    }

    PlaceboGrid grid() {
        int[][] passes = new int[tolerances.length + 1][ic.length + 1];
        for (int row = tolerances.length - 1; row >= 0; row--) {
            int inRow = 0;
            for (int column = ic.length - 1; column >= 0; column--) {
                inRow += counts[row + 1][column + 1];
                passes[row][column] = passes[row + 1][column] + inRow;
            }
        }
        List<List<Integer>> rows = Arrays.stream(passes, 0, tolerances.length)
                .map(row -> Arrays.stream(row, 0, ic.length).boxed().toList())
                .toList();
        return new PlaceboGrid(shifts, list(ic), list(tolerances), rows);
    }

    private static List<Double> list(double[] levels) {
        return Arrays.stream(levels).boxed().toList();
    }

    /// Gates compare strictly: a value that equals a threshold does not pass it.
    private static int levelsBelow(double[] levels, double value) {
        int found = Arrays.binarySearch(levels, value);
        return found >= 0 ? found : -found - 1;
    }
}
