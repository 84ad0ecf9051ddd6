package io.github.parallelvalidation.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.parallelvalidation.gate.MetricNames;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.luck.Worlds;
import io.github.parallelvalidation.luck.WorldsFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullUnmarked;

/// What the reference says of a strategy's worlds: the values of the first ten, sums over all, and the *ties*. These
/// are the worlds in which the reference's own two ways to rebuild a market, by products and by sums of logarithms,
/// do not agree: there two prices, returns or scores that are equal on paper are compared, and rounding decides.
/// Everywhere else the values are the same to nine digits, and what follows from them is the same.
@NullUnmarked // maps of parsed documents
final class ReferenceWorlds {
    private static final int ALL = 199;
    private static final double NINE_DIGITS = 1e-9;

    /// Two scores that differ in their last digits may change places in one world: that moves its ic by 12/n² at most.
    private static final double CHANGED_PLACES = 1e-7;

    private final List<List<Number>> first;
    private final List<Number> sums;
    private final List<Number> missing;
    private final Set<Integer> ties;
    private final List<Number> tiesDifferBy;
    private final int luckTies;
    private final int pValueTies;

    ReferenceWorlds(Map<?, ?> expected) {
        this.first = list(expected.get("first"));
        this.sums = list(expected.get("sums"));
        this.missing = list(expected.get("missing"));
        List<Integer> tied = list(expected.get("ties"));
        this.ties = Set.copyOf(tied);
        this.tiesDifferBy = list(expected.get("ties_differ_by"));
        this.luckTies = (Integer) expected.get("luck_ties");
        this.pValueTies = (Integer) expected.get("p_value_ties");
    }

    @SuppressWarnings("unchecked")
    private static <T> List<T> list(Object value) {
        return (List<T>) value;
    }

    /// @param file the worker's
    void compare(Path file, Tier tier) {
        Worlds worlds = read(file, tier);
        assertThat(worlds.count()).isEqualTo(ALL);
        List<Integer> clear = IntStream.rangeClosed(1, ALL)
                .boxed()
                .filter(world -> !ties.contains(world))
                .toList();
        for (int column = 0; column < sums.size(); column++) {
            String name = tier.worldColumns().get(column);
            for (int world = 1; world <= first.size(); world++) {
                double slack =
                        ties.contains(world) ? 3 * tiesDifferBy.get(column).doubleValue() : 0;
                assertValue(
                        name + " of world " + world,
                        first.get(world - 1).get(column),
                        worlds.value(name, world),
                        slack);
            }
            double[] found = clear.stream()
                    .mapToDouble(world -> worlds.value(name, world))
                    .filter(Double::isFinite)
                    .toArray();
            assertThat(clear.size() - found.length)
                    .as("missing " + name)
                    .isEqualTo(missing.get(column).intValue());
            double sum = 0;
            double size = 1;
            for (double value : found) {
                sum += value;
                size += Math.abs(value);
            }
            assertThat(sum)
                    .as("sum of " + name)
                    .isCloseTo(sums.get(column).doubleValue(), within(CHANGED_PLACES + NINE_DIGITS * size));
        }
    }

    private static Worlds read(Path file, Tier tier) {
        try {
            return WorldsFile.parse(file, Files.readString(file), tier);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void assertValue(String name, Number expected, double found, double slack) {
        if (expected == null) {
            // Also a profit factor without losses, which is beyond all bounds.
            assertThat(Double.isFinite(found)).as(name).isFalse();
        } else {
            double value = expected.doubleValue();
            assertThat(found).as(name).isCloseTo(value, within(slack + NINE_DIGITS * Math.max(1, Math.abs(value))));
        }
    }

    /// Whether a figure follows from worlds some of which are ties.
    boolean isDecidedByRounding(String metric) {
        return switch (metric) {
            case MetricNames.LUCK -> luckTies > 0;
            case MetricNames.IC_P_VALUE, MetricNames.SHARPE_P_VALUE -> pValueTies > 0;
            case MetricNames.IC_NOISE_95, MetricNames.SHARPE_NOISE_95 -> !ties.isEmpty();
            default -> false;
        };
    }

    /// Such a figure may differ by as many worlds as are ties, and not by more.
    void compare(String metric, Object expected, Map<String, Object> results) {
        double value = ((Number) expected).doubleValue();
        double found = ((Number) results.get(metric)).doubleValue();
        int used = ((Number) results.get(MetricNames.PLACEBO_WORLDS)).intValue();
        double slack = switch (metric) {
            case MetricNames.LUCK -> (double) luckTies / ALL;
            case MetricNames.IC_P_VALUE, MetricNames.SHARPE_P_VALUE -> (double) pValueTies / (1 + used);
            default ->
                3 * tiesDifferBy.stream().mapToDouble(Number::doubleValue).max().orElse(0);
        };
        assertThat(found).as(metric).isCloseTo(value, within(slack + NINE_DIGITS));
    }

    @Override
    public String toString() {
        return ties.stream().sorted().map(String::valueOf).collect(Collectors.joining(", ", "ties: ", ""));
    }
}
