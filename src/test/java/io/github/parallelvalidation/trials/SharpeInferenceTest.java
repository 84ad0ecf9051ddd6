package io.github.parallelvalidation.trials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalDouble;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The worked example of López de Prado, Lipton and Zoonek (2025), and that of the code they published beside it: 24
/// monthly returns of 3.6 % with a standard deviation of 7.9 %, skewness −2.448, kurtosis 10.164. Three decimals, as
/// they
/// print them.
class SharpeInferenceTest {
    private static final double SHARPE = 0.036 / 0.079;
    private static final double COUNT = 24;
    private static final ReturnShape SHAPE = new ReturnShape(-2.448, 10.164, 0);
    private static final ReturnShape WITH_MEMORY = new ReturnShape(-2.448, 10.164, 0.2);
    private static final double TRUTH = 0.5;

    private static Offset<Double> printed() {
        return within(0.0005);
    }

    @Test
    void theStandardDeviationOfTheRatioKnowsTheShapeOfTheReturns() {
        assertThat(Math.sqrt(SharpeInference.variance(SHARPE, COUNT, ReturnShape.NORMAL)))
                .isCloseTo(0.214, printed());
        assertThat(Math.sqrt(SharpeInference.variance(SHARPE, COUNT, SHAPE))).isCloseTo(0.329, printed());
        assertThat(Math.sqrt(SharpeInference.variance(SHARPE, COUNT, WITH_MEMORY)))
                .isCloseTo(0.379, printed());
    }

    @Test
    void theProbabilisticRatioAgreesWithThePaper() {
        assertThat(SharpeInference.probability(SHARPE, 0, COUNT, SHAPE)).isCloseTo(0.987, printed());
        assertThat(SharpeInference.probability(SHARPE, 0.1, COUNT, SHAPE)).isCloseTo(0.939, printed());
        assertThat(SharpeInference.probability(SHARPE, 0, COUNT, WITH_MEMORY)).isCloseTo(0.966, printed());
        assertThat(SharpeInference.probability(SHARPE, 0.1, COUNT, WITH_MEMORY)).isCloseTo(0.900, printed());
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0.05, 13.029",
        "0, 0, 0.1, 7.909",
        "0, 0.1, 0.1, 16.456",
        "0.2, 0, 0.1, 11.863",
        "0.2, 0.1, 0.1, 23.899"
    })
    void theMinimumTrackRecordAgreesWithThePaper(
            double autocorrelation, double benchmark, double significance, double length) {
        ReturnShape shape = new ReturnShape(-2.448, 10.164, autocorrelation);

        assertThat(SharpeInference.minimumTrackRecord(SHARPE, benchmark, shape, significance)
                        .orElseThrow())
                .isCloseTo(length, printed());
    }

    @Test
    void noTrackRecordIsLongEnoughForARatioThatIsNotAboveTheBenchmark() {
        assertThat(SharpeInference.minimumTrackRecord(0.1, 0.1, SHAPE, 0.05)).isEqualTo(OptionalDouble.empty());
        assertThat(SharpeInference.minimumTrackRecord(-0.1, 0, SHAPE, 0.05)).isEqualTo(OptionalDouble.empty());
    }

    @Test
    void thePowerAgreesWithThePaper() {
        assertThat(1 - SharpeInference.power(0, TRUTH, COUNT, SHAPE, 0.05)).isCloseTo(0.315, printed());
        assertThat(SharpeInference.power(0, TRUTH, COUNT, SHAPE, 0.1)).isCloseTo(0.758, printed());
        assertThat(SharpeInference.power(0, TRUTH, COUNT, WITH_MEMORY, 0.1)).isCloseTo(0.676, printed());
    }

    @Test
    void theDeflatedRatioAgreesWithThePaper() {
        double expected = DeflatedSharpe.expectedMaximum(10, 0.1);

        assertThat(expected).isCloseTo(0.498, printed());
        assertThat(Math.sqrt(SharpeInference.variance(expected, COUNT, SHAPE))).isCloseTo(0.341, printed());
        assertThat(Math.sqrt(SharpeInference.variance(expected, COUNT, SHAPE) * NormalMaximum.variance(10)))
                .isCloseTo(0.200, printed());
        assertThat(SharpeInference.probability(SHARPE, expected, COUNT, SHAPE)).isCloseTo(0.451, printed());
        assertThat(SharpeInference.deflated(SHARPE, 10, 0.1, COUNT, SHAPE)).isCloseTo(0.416, printed());
        assertThat(SharpeInference.deflated(SHARPE, 10, 0.1, COUNT, WITH_MEMORY))
                .isCloseTo(0.427, printed());
    }

    @Test
    void withASingleTrialNothingIsDeflated() {
        assertThat(SharpeInference.deflated(SHARPE, 1, 0.1, COUNT, SHAPE))
                .isEqualTo(SharpeInference.probability(SHARPE, 0, COUNT, SHAPE));
    }

    @Test
    void trialsThatAllScoredTheSameExpectNothingFromTheBest() {
        assertThat(DeflatedSharpe.expectedMaximum(10, 0)).isZero();
        assertThat(SharpeInference.deflated(SHARPE, 10, 0, COUNT, SHAPE)).isBetween(0.5, 1.0);
    }

    @Test
    void theExpectedMaximumGrowsWithTheNumberOfTrialsFromTheFirstOn() {
        double before = -1;
        for (double trials = 1; trials < 4; trials += 0.05) {
            double expected = DeflatedSharpe.expectedMaximum(trials, 0.1);
            assertThat(expected).as("of %s trials", trials).isGreaterThan(before);
            before = expected;
        }
        assertThat(DeflatedSharpe.expectedMaximum(1, 0.1)).isZero();
    }

    @Test
    void anAutocorrelationNearOneIsHeldWhereTheFormulaStillMeansSomething() {
        assertThat(new ReturnShape(0, 3, 1)).isEqualTo(new ReturnShape(0, 3, 0.9));
        assertThat(new ReturnShape(0, 3, -2)).isEqualTo(new ReturnShape(0, 3, -0.9));
        assertThat(SharpeInference.variance(0, 100, new ReturnShape(0, 3, 1))).isCloseTo(0.19, within(1e-12));
    }
}
