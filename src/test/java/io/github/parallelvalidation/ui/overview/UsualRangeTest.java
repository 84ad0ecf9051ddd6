package io.github.parallelvalidation.ui.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UsualRangeTest {

    @Test
    void oneThatLiesFarOutDoesNotPressTheOthersTogether() {
        assertThat(UsualRange.of(DoubleStream.of(0.01, 0.02, 0.03, 0.04, 0.05, 7)))
                .isEqualTo(new UsualRange(0.01, 0.05));
        assertThat(UsualRange.of(DoubleStream.of(-9, 0.01, 0.02, 0.03, 0.04, 0.05)))
                .isEqualTo(new UsualRange(0.01, 0.05));
    }

    @Test
    void whatIsOnlyWideStaysWhole() {
        double[] wide = IntStream.range(0, 100).mapToDouble(i -> i * i).toArray();

        assertThat(UsualRange.of(Arrays.stream(wide))).isEqualTo(new UsualRange(0, 99 * 99));
    }

    @Test
    void manyThatLieFarOutAreNoExceptions() {
        DoubleStream two = DoubleStream.concat(
                IntStream.range(0, 90).mapToDouble(i -> i / 1000.0),
                IntStream.range(0, 10).mapToDouble(_ -> 9));

        assertThat(UsualRange.of(two)).isEqualTo(new UsualRange(0, 9));
    }

    @Test
    void ofAFewOrOfEqualsNothingIsFarOut() {
        assertThat(UsualRange.of(DoubleStream.of(1, 1, 1, 1, 1, 1, 5))).isEqualTo(new UsualRange(1, 5));
        assertThat(UsualRange.of(DoubleStream.of(0, 0.001, 0.002, 80))).isEqualTo(new UsualRange(0, 80));
        assertThat(UsualRange.of(DoubleStream.of(3))).isEqualTo(new UsualRange(3, 3));
    }
}
