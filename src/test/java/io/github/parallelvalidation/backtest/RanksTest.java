package io.github.parallelvalidation.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Ranks are those that counting finds, whatever the values.
class RanksTest {
    private static final int MOST = 3_000;

    private final Ranks ranks = new Ranks(MOST);

    enum Shape {
        WANDERING,
        FEW_VALUES,
        SIGNS,
        ONE_FAR_AWAY,
        BOTH_ENDS_OF_ALL_NUMBERS,
        TINY,
        HALVES_OF_HALVES,
        NEIGHBOURING_NUMBERS,
        NEARLY_ALL_EQUAL,
        EQUAL;

        IntToDoubleFunction values(Random random) {
            return switch (this) {
                case WANDERING -> i -> Math.exp(random.nextGaussian());
                case FEW_VALUES -> i -> Math.rint(3 * random.nextGaussian()) / 10;
                case SIGNS -> i -> random.nextInt(3) - 1;
                case ONE_FAR_AWAY -> i -> i == 5 ? -1e15 : random.nextInt(40) * 0.1;
                case BOTH_ENDS_OF_ALL_NUMBERS ->
                    i -> random.nextBoolean()
                            ? random.nextGaussian()
                            : Double.MAX_VALUE * (random.nextDouble() * 2 - 1);
                case TINY -> i -> Double.MIN_VALUE * random.nextInt(50);
                case HALVES_OF_HALVES -> i -> Math.scalb(1.0, -random.nextInt(1_000));
                case NEIGHBOURING_NUMBERS -> i -> 1 + Math.ulp(1.0) * random.nextInt(20);
                case NEARLY_ALL_EQUAL -> i -> random.nextInt(50) == 0 ? 0.5 : -0.0;
                case EQUAL -> i -> 7;
            };
        }
    }

    @ParameterizedTest
    @EnumSource
    void eachIsThePlaceAmongAllValues(Shape shape) {
        Random random = new Random(11);
        for (int count : new int[] {1, 2, 3, 50, 700, 2, MOST, 40}) {
            int from = random.nextInt(3);
            double[] series = new double[from + count + 2];
            IntToDoubleFunction values = shape.values(random);
            Arrays.setAll(series, values);

            ranks.rank(series, from, from + count);

            int[] expected = expected(series, from, count);
            assertThat(Arrays.copyOf(ranks.centered(), count)).isEqualTo(expected);
            long squares = Arrays.stream(expected)
                    .mapToLong(rank -> (long) rank * rank)
                    .sum();
            assertThat(ranks.isConstant()).isEqualTo(squares == 0);
            assertThat(ranks.product(ranks)).isEqualTo(squares);
            if (squares > 0) {
                assertThat(ranks.correlation(ranks)).isEqualTo(squares / Math.pow(Math.sqrt((double) squares), 2));
            }
        }
    }

    /// How many are less, less how many are more: twice the distance from the mean rank.
    private static int[] expected(double[] series, int from, int count) {
        int[] result = new int[count];
        for (int i = 0; i < count; i++) {
            for (int k = 0; k < count; k++) {
                result[i] += series[from + k] < series[from + i] ? 1 : series[from + k] > series[from + i] ? -1 : 0;
            }
        }
        return result;
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void whatIsNoNumberIsRefusedAtOnce(double value) {
        for (int count : new int[] {1, 2, 50, MOST}) {
            for (int place : new int[] {0, count / 2, count - 1}) {
                double[] series = new double[count];
                Arrays.setAll(series, i -> i == place ? value : i % 7);

                assertThatThrownBy(() -> ranks.rank(series, 0, count))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessage("a series with " + value + " cannot be ranked");
            }
        }
    }
}
