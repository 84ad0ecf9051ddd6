package io.github.parallelvalidation.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ScoreAgreementTest {

    /// Expected: `scipy.stats.spearmanr(x[m], y[m])` with `m = isfinite(x) & isfinite(y)`, SciPy 1.10.
    @Test
    void isSpearmansRankCorrelationOfTheBarsThatBothKnow() {
        double[] x = new double[60];
        double[] y = new double[60];
        for (int i = 0; i < x.length; i++) {
            x[i] = i * 37 % 101 / 10.0;
            y[i] = Math.floor(i * 53 % 89 / 8.0) + x[i] / 3;
        }
        x[5] = Double.NaN;
        y[7] = Double.NaN;
        assertThat(ScoreAgreement.rankCorrelation(x, y).getAsDouble()).isCloseTo(0.2682026515734105, within(1e-12));
    }

    @Test
    void isNotKnownOfFewBarsAndOfAScoreThatNeverChanges() {
        double[] rising = new double[40];
        for (int i = 0; i < rising.length; i++) {
            rising[i] = i;
        }
        assertThat(ScoreAgreement.rankCorrelation(rising, new double[40])).isEmpty();
        double[] few = rising.clone();
        Arrays.fill(few, 0, 15, Double.NaN);
        assertThat(ScoreAgreement.rankCorrelation(rising, few)).isEmpty();
        assertThat(ScoreAgreement.rankCorrelation(rising, rising)).hasValue(1);
    }
}
