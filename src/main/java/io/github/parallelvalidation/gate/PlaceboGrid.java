package io.github.parallelvalidation.gate;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/// How many placebo shifts of one strategy pass at each of a grid of L0 thresholds, so that luck under other thresholds
/// is looked up without running anything again. The signal frequency is the same for every shift and is no axis.
///
/// @param shifts all shifts
/// @param ic thresholds of the information coefficient, ascending; the first lets everything pass
/// @param tolerances of the hit rate, ascending; the first lets everything pass
/// @param passes by tolerance, then by threshold: shifts above both
public record PlaceboGrid(int shifts, List<Double> ic, List<Double> tolerances, List<List<Integer>> passes) {
    /// Both an information coefficient and a distance of hit rates are always above it.
    private static final double EVERYTHING = -1;

    /// The step where the configured threshold is 0 or less, and has no tenths.
    static final double STEP_AT_ZERO = 0.0005;

    public PlaceboGrid {
        ic = List.copyOf(ic);
        tolerances = List.copyOf(tolerances);
        passes = passes.stream().map(List::copyOf).toList();
        boolean isWhole = !ic.isEmpty()
                && passes.size() == tolerances.size()
                && passes.stream().map(List::size).allMatch(Integer.valueOf(ic.size())::equals);
        if (shifts <= 0 || tolerances.isEmpty() || !isWhole) {
            throw new IllegalArgumentException("a grid of %d tolerances and %d thresholds over %d shifts"
                    .formatted(tolerances.size(), ic.size(), shifts));
        }
    }

    /// The share of shifts that pass.
    ///
    /// @param exact false between two steps of the grid: then it is the share at the next looser step, which is at
    ///     least as large
    public record Luck(double share, boolean exact) {}

    /// Luck under other gates than those of the run.
    ///
    /// @param frequency the strategy's number of signal events
    public Luck luck(L0Gates gates, double frequency) {
        if (!gates.frequencyHolds(frequency)) {
            return new Luck(0, true);
        }
        int row = notAbove(tolerances, gates.hitRateTolerance());
        int column = notAbove(ic, gates.minIc());
        boolean exact = tolerances.get(row) == gates.hitRateTolerance() && ic.get(column) == gates.minIc();
        return new Luck((double) passes.get(row).get(column) / shifts, exact);
    }

    /// The same for a strategy with these metrics.
    public Luck luck(L0Gates gates, Metrics metrics) {
        return luck(gates, metrics.number(MetricNames.SIGNAL_FREQUENCY).orElse(0));
    }

    /// The grid that a worker stored among its metrics; none where there is none, or none that makes sense.
    public static Optional<PlaceboGrid> of(Metrics metrics) {
        if (!(metrics.values().get(MetricNames.PLACEBO) instanceof Map<?, ?> map)
                || !(map.get("shifts") instanceof Number shifts)
                || !(map.get("passes") instanceof List<?> rows)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new PlaceboGrid(
                    shifts.intValue(),
                    numbers(map.get(MetricNames.IC)),
                    numbers(map.get(MetricNames.HIT_RATE)),
                    rows.stream()
                            .map(row ->
                                    numbers(row).stream().map(Double::intValue).toList())
                            .toList()));
        } catch (IllegalArgumentException foreign) {
            // Another worker's metric of the same name.
            return Optional.empty();
        }
    }

    /// As it stands in a results file: numbers side by side in one text, a line for each tolerance.
    public Map<String, Object> document() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("shifts", shifts);
        map.put(MetricNames.IC, line(ic));
        map.put(MetricNames.HIT_RATE, line(tolerances));
        map.put("passes", passes.stream().map(PlaceboGrid::line).toList());
        return map;
    }

    /// The thresholds that a grid should have: from letting everything pass, over 0, to the configured one.
    public static double[] levels(double configured) {
        return DoubleStream.concat(
                        DoubleStream.of(EVERYTHING), Arrays.stream(ThresholdSteps.of(configured, STEP_AT_ZERO)))
                .filter(level -> level >= EVERYTHING)
                .distinct()
                .toArray();
    }

    private static int notAbove(List<Double> levels, double asked) {
        int found = 0;
        for (int i = 0; i < levels.size(); i++) {
            if (levels.get(i) <= asked) {
                found = i;
            }
        }
        return found;
    }

    private static String line(List<? extends Number> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(" "));
    }

    private static List<Double> numbers(@Nullable Object line) {
        return Arrays.stream(String.valueOf(line).split(" "))
                .map(Double::valueOf)
                .toList();
    }
}
