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
    void isThatOfTheSortedNumbers() {
        Random random = new Random(3);
        for (int round = 0; round < 2000; round++) {
            int length = 1 + random.nextInt(60);
            int values = 1 + random.nextInt(20);
            double[] numbers =
                    random.doubles(length).map(x -> Math.floor(x * values)).toArray();
            double[] sorted = numbers.clone();
            Arrays.sort(sorted);
            double expected = (sorted[(length - 1) / 2] + sorted[length / 2]) / 2;

            assertThat(Median.of(numbers, length)).isEqualTo(expected);
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
