package io.github.parallelvalidation.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Expected numbers: pandas 1.5.3, over the whole files; moves over gaps and moves of 0 left out, 20 times
/// 1.4826 × the median of |r − median(r)|.
class QualityTest {
    private static final Path DATA =
            Path.of("src/test/resources/reference-workspace/.crypto/data").toAbsolutePath();

    @Test
    void gapsAndOutliersOfARealFileAreThoseOfPandas() {
        Quality quality = Formula.load(Timeframe.H4, DATA.resolve("coinbase/BTCUSD_4h.csv.gz"))
                .quality();

        assertThat(quality.gaps().count()).isEqualTo(1);
        assertThat(quality.gaps().missingBars()).isEqualTo(3);
        assertThat(quality.gaps().longest()).isEqualTo(3);
        assertThat(Instant.ofEpochMilli(quality.gaps().longestEnd())).hasToString("2018-08-10T16:00:00Z");
        assertThat(quality.outliers().count()).isEqualTo(2);
        assertThat(quality.outliers().largest()).isCloseTo(-0.3613229712580132, within(1e-15));
        assertThat(Instant.ofEpochMilli(quality.outliers().largestTime())).hasToString("2018-04-03T20:00:00Z");
        assertThat(Instant.ofEpochMilli(quality.first())).hasToString("2017-11-01T00:00:00Z");
        assertThat(Instant.ofEpochMilli(quality.last())).hasToString("2018-10-31T20:00:00Z");
        assertThat(quality.remarks())
                .containsExactly(
                        "3 bars are missing in 1 gap, the longest of 3 before 2018-08-10T16:00:00Z",
                        "2 closes moved by more than 20 robust standard deviations, the farthest by -30.3 % at"
                                + " 2018-04-03T20:00:00Z");
    }

    @Test
    void aSoundFileHasNothingToRemark() {
        assertThat(Formula.load(Timeframe.D1, DATA.resolve("coinbase/ETHUSD_1d.csv.gz"))
                        .quality()
                        .outliers()
                        .count())
                .isZero();
        assertThat(walk().quality().remarks()).isEmpty();
    }

    /// Moves of a normal distribution: 20 standard deviations never come.
    private static Bars walk() {
        Random random = new Random(1);
        long[] time = new long[5000];
        double[] price = new double[time.length];
        for (int i = 0; i < time.length; i++) {
            time[i] = i * 60_000L;
            price[i] = i == 0 ? 100 : price[i - 1] * Math.exp(0.001 * random.nextGaussian());
        }
        return new Bars("X", Timeframe.M1, "", time, price, price, price, price, price);
    }

    @Test
    void barsWithoutTradesAreCounted() {
        double[] price = {1, 1, 1, 1};
        long[] time = {0, 60_000, 120_000, 180_000};
        Bars bars = new Bars("X", Timeframe.M1, "", time, price, price, price, price, new double[] {0, 5, 0, 1});

        assertThat(bars.quality().zeroVolume()).isEqualTo(2);
        assertThat(bars.quality().outliers().count()).isZero();
    }
}
