package io.github.parallelvalidation.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.parallelvalidation.data.Bars;
import io.github.parallelvalidation.data.Timeframe;
import io.github.parallelvalidation.strategy.Signals;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ScoreDecilesTest {
    private static final int LENGTH = 252;
    private static final int HORIZON = 1;

    private static Map<String, @Nullable Double> deciles(double[] score) {
        long[] time = new long[LENGTH];
        double[] price = new double[LENGTH];
        Arrays.setAll(time, t -> t * Timeframe.H1.millis());
        Arrays.setAll(price, t -> 100 + 10 * StrictMath.sin(0.7 * t));
        Bars bars = new Bars("X", Timeframe.H1, "", time, price, price, price, price, new double[LENGTH]);
        SignalEvents none = SignalEvents.of(new Signals(score, new boolean[LENGTH], new boolean[LENGTH]), 0);
        Observations observations = Observations.of(bars, 0, score, none, HORIZON);
        Ranks ranks = new Ranks(observations.most()).rank(observations.score(), 0, observations.count());
        return ScoreDeciles.of(observations, ranks);
    }

    /// Expected: pandas 2.2, `s.rank()`, the tenth by `(2 * rank - 1) / 2n`, `groupby().mean()` of the returns.
    @Test
    void eachTenthHasTheMeanReturnThatPandasFinds() {
        double[] score = new double[LENGTH];
        Arrays.setAll(score, t -> t * 37 % 101 / 7.0);

        double[] expected = {
            0.0011089484203550182,
            -0.004382614383836403,
            0.006886441388160227,
            0.0004390239768533144,
            -0.004027018000964411,
            0.004580221248679707,
            0.0020191275918007515,
            -0.002639059681855236,
            -0.0009032440747366222,
            0.005542080768050674
        };
        Map<String, @Nullable Double> found = deciles(score);
        assertThat(found).hasSize(expected.length);
        for (int part = 0; part < expected.length; part++) {
            assertThat(found.get(String.valueOf(part + 1)))
                    .as("tenth %d", part + 1)
                    .isCloseTo(expected[part], within(1e-12));
        }
    }

    @Test
    void equalScoresLieInOneTenthAndTheOthersAreEmpty() {
        double[] score = new double[LENGTH];
        Arrays.setAll(score, t -> t % 2 == 0 ? 1 : -1);

        Map<String, @Nullable Double> found = deciles(score);

        assertThat(found.entrySet().stream()
                        .filter(tenth -> tenth.getValue() != null)
                        .map(Map.Entry::getKey))
                .containsExactly("3", "8");
    }
}
