package io.github.parallelvalidation.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.parallelvalidation.gate.L0Gates;
import io.github.parallelvalidation.gate.MetricNames;
import io.github.parallelvalidation.gate.Metrics;
import io.github.parallelvalidation.gate.PlaceboGrid;
import io.github.parallelvalidation.workspace.Source;
import io.github.parallelvalidation.workspace.YamlDocument;
import io.github.parallelvalidation.workspace.YamlText;
import io.github.parallelvalidation.workspace.YamlValues;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceboGridTest {
    private static final int SHIFTS = 2_000;

    private record Shift(double ic, double hitRate) {}

    private static List<Shift> shifts(long seed) {
        Random random = new Random(seed);
        // Rates of 200 events, so that many lie just on a threshold.
        return IntStream.range(0, SHIFTS)
                .mapToObj(_ -> new Shift(
                        Math.rint(random.nextGaussian() * 100) / 10_000,
                        random.nextInt(50) == 0 ? Double.NaN : 0.5 + random.nextInt(-20, 21) / 200.0))
                .toList();
    }

    private static PlaceboGrid grid(List<Shift> shifts, L0Gates gates) {
        PlaceboCounter counter = new PlaceboCounter(gates);
        shifts.forEach(
                shift -> counter.add(shift.ic(), Double.isNaN(shift.hitRate()) ? -2 : gates.distance(shift.hitRate())));
        return counter.grid();
    }

    private static double counted(List<Shift> shifts, L0Gates gates) {
        long passes = shifts.stream()
                .filter(shift -> gates.icHolds(shift.ic()) && gates.hitRateHolds(shift.hitRate()))
                .count();
        return (double) passes / shifts.size();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void atEachStepTheGridSaysWhatCountingAgainWouldSay(long seed) {
        List<Shift> shifts = shifts(seed);
        L0Gates gates = new L0Gates(10, 0.5, 0.01, 0.0123456789);
        PlaceboGrid grid = grid(shifts, gates);

        for (double ic : gates.steps("ic")) {
            for (double tolerance : gates.steps("hit_rate")) {
                L0Gates moved = gates.with("ic", ic).with("hit_rate", tolerance);
                assertThat(grid.luck(moved, 11)).isEqualTo(new PlaceboGrid.Luck(counted(shifts, moved), true));
            }
        }
    }

    @Test
    void betweenTwoStepsTheGridNamesAnUpperBoundAndSaysThatItIsOne() {
        List<Shift> shifts = shifts(7);
        PlaceboGrid grid = grid(shifts, L0Gates.DEFAULT);
        Random random = new Random(8);
        for (int i = 0; i < 200; i++) {
            L0Gates moved = L0Gates.DEFAULT
                    .with("ic", random.nextDouble(-0.02, 0.01))
                    .with("hit_rate", random.nextDouble(-0.001, 0.005));
            PlaceboGrid.Luck luck = grid.luck(moved, 11);
            assertThat(luck.exact()).isFalse();
            assertThat(luck.share()).isBetween(counted(shifts, moved), 1.0);
        }
    }

    @Test
    void tooFewSignalsPassForNoShiftUntilTheirGateIsMovedToo() {
        PlaceboGrid grid = grid(shifts(1), L0Gates.DEFAULT);
        assertThat(grid.luck(L0Gates.DEFAULT, 10)).isEqualTo(new PlaceboGrid.Luck(0, true));
        assertThat(grid.luck(L0Gates.DEFAULT.with("signal_frequency", 9), 10).share())
                .isPositive();
    }

    @Test
    void aThresholdOfZeroCanBeMovedBelowZero() {
        L0Gates gates = new L0Gates(10, 0.5, 0, 0);
        List<Shift> shifts = shifts(4);
        PlaceboGrid grid = grid(shifts, gates);
        L0Gates lower = gates.with("ic", -0.0005);
        assertThat(grid.luck(lower, 11).share()).isEqualTo(counted(shifts, lower));
    }

    @Test
    void aGridSurvivesItsWayThroughAFile() {
        PlaceboGrid grid = grid(shifts(1), L0Gates.DEFAULT);
        String text = YamlText.dump(Map.of(MetricNames.PLACEBO, grid.document()));
        Map<String, Object> read = YamlValues.map(
                YamlDocument.parse(new Source(Path.of("x.yaml"), text)).asMapping("metrics"));
        assertThat(PlaceboGrid.of(new Metrics(read, Map.of()))).contains(grid);
        assertThat(text.length()).isLessThan(3_000);
    }

    @Test
    void anotherProgramsPlaceboIsNoGrid() {
        for (Object foreign : List.of(
                "yes",
                Map.of("shifts", 0, "ic", "0", "hit_rate", "0", "passes", List.of("1")),
                Map.of("shifts", 5, "ic", "0 1", "hit_rate", "0", "passes", List.of("1")),
                Map.of("shifts", 5, "ic", "zero", "hit_rate", "0", "passes", List.of("1")),
                Map.of("shifts", 5, "hit_rate", "0", "passes", List.of("1")))) {
            assertThat(PlaceboGrid.of(new Metrics(Map.of(MetricNames.PLACEBO, foreign), Map.of())))
                    .as(foreign.toString())
                    .isEmpty();
        }
    }

    @Test
    void aGridWithHolesIsRefused() {
        assertThatThrownBy(() -> new PlaceboGrid(5, List.of(0.0), List.of(0.0, 1.0), List.of(List.of(1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2 tolerances");
    }
}
