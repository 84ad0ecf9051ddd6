package io.github.parallelvalidation.trials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeflatedSharpeTest {

    /// The example of Bailey and López de Prado (2014): a yearly Sharpe ratio of 2.5 over 1,250 days of 250 a year,
    /// skewness -3, kurtosis 10, trials with a yearly variance of 1/2. The digits are scipy.stats.norm's.
    @ParameterizedTest
    @CsvSource({"100, 0.11317200186513214, 0.9003968344493903", "46, 0.10036237061765357, 0.9505017068755787"})
    void agreesWithThePaper(int trials, double benchmark, double probability) {
        double expected = DeflatedSharpe.expectedMaximum(trials, 0.5 / 250);

        assertThat(expected).isCloseTo(benchmark, within(1e-12));
        assertThat(DeflatedSharpe.probability(2.5 / Math.sqrt(250), expected, 1250, -3, 10))
                .isCloseTo(probability, within(1e-12));
    }

    @Test
    void aSingleTrialIsNotDeflated() {
        assertThat(DeflatedSharpe.expectedMaximum(1, 0.5)).isZero();
        assertThat(DeflatedSharpe.probability(0.05, 0, 365, 0.4, 5)).isCloseTo(0.832074976810168, within(1e-12));
    }
}
