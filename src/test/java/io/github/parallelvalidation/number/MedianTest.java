package io.github.parallelvalidation.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MedianTest {
    @Test
    void isTheMiddleOneOrTheMeanOfTheMiddleTwo() {
        assertThat(Median.of(List.of(3.0))).isEqualTo(3);
        assertThat(Median.of(List.of(3.0, 1.0))).isEqualTo(2);
        assertThat(Median.of(List.of(9.0, 1.0, 2.0))).isEqualTo(2);
        assertThat(Median.of(List.of(4.0, 4.0, 1.0, 4.0))).isEqualTo(4);
    }

    @Test
    void agreesWithSorting() {
        Random random = new Random(11);
        for (int length = 1; length < 200; length++) {
            double[] numbers = random.doubles(length).map(x -> Math.rint(20 * x)).toArray();
            double[] sorted = numbers.clone();
            Arrays.sort(sorted);
            assertThat(Median.of(numbers, length)).isEqualTo((sorted[(length - 1) / 2] + sorted[length / 2]) / 2);
        }
    }

    @Test
    void onlyTheFirstNumbersCount() {
        assertThat(Median.of(new double[] {1, 5, 3, 100, 100, 100}, 3)).isEqualTo(3);
    }

    @Test
    void nothingHasNone() {
        assertThatThrownBy(() -> Median.of(List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
