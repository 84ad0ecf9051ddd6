package io.github.parallelvalidation.trials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The inference against `src/test/reference/sharpe_reference.py`, which computes it with NumPy and SciPy, by integrals
/// and sums where the program has closed forms.
@NullUnmarked // maps of parsed documents
class SharpeReferenceTest {
    private static final double TRIALS = 7.5;
    private static final double VARIANCE = 0.002;
    private static final double GATE = 0.5;

    private static Map<String, Object> expected;

    @BeforeAll
    static void read() throws IOException {
        expected = JSON.std.mapFrom(Files.readString(Path.of("src/test/resources/expected/sharpe.json")));
    }

    @Test
    void theVarianceOfTheLargestOfSoManyNormalNumbers() {
        Map<?, ?> maximum = (Map<?, ?>) expected.get("maximum");

        assertThat(maximum).hasSize(9);
        maximum.forEach((count, variance) -> assertThat(NormalMaximum.variance(Double.parseDouble((String) count)))
                .as("of %s", count)
                .isCloseTo(((Number) variance).doubleValue(), within(1e-10)));
    }

    @Test
    void theEffectiveRank() {
        assertThat(EffectiveRank.of(matrix((i, j) -> Math.pow(0.8, Math.abs(i - j)), 12)))
                .isCloseTo(rank("falling"), within(1e-9));
        assertThat(EffectiveRank.of(matrix((i, j) -> i == j ? 1 : i / 4 == j / 4 ? 0.6 : 0.1, 12)))
                .isCloseTo(rank("blocks"), within(1e-9));
        double[][] torn = {{1, 0.9, -0.9, 0}, {0.9, 1, 0.9, 0}, {-0.9, 0.9, 1, 0}, {0, 0, 0, 1}};
        assertThat(EffectiveRank.of(torn)).isCloseTo(rank("torn"), within(1e-9));
    }

    @Test
    void theInferenceOfFourSeries() {
        List<?> series = (List<?>) expected.get("series");

        assertThat(series).hasSize(4);
        series.forEach(one -> inference((Map<?, ?>) one));
    }

    private static void inference(Map<?, ?> known) {
        double count = ((List<?>) known.get("returns")).size();
        double sharpe = number(known, "sharpe") / Math.sqrt(365);
        ReturnShape shape =
                new ReturnShape(number(known, "skewness"), number(known, "kurtosis"), number(known, "autocorrelation"));
        double best = DeflatedSharpe.expectedMaximum(TRIALS, VARIANCE);

        same(known, "psr", SharpeInference.probability(sharpe, 0, count, shape));
        same(known, "sharpe_power", SharpeInference.power(0, GATE / Math.sqrt(365), count, shape, 0.05));
        same(known, "expected_maximum", best);
        same(known, "dsr", SharpeInference.deflated(sharpe, TRIALS, VARIANCE, count, shape));
        same(known, "dsr_2014", DeflatedSharpe.probability(sharpe, best, count, shape.skewness(), shape.kurtosis()));
        if (known.get("min_track_record_days") == null) {
            assertThat(SharpeInference.minimumTrackRecord(sharpe, 0, shape, 0.05))
                    .isEmpty();
        } else {
            same(
                    known,
                    "min_track_record_days",
                    SharpeInference.minimumTrackRecord(sharpe, 0, shape, 0.05).orElseThrow());
        }
    }

    private static void same(Map<?, ?> known, String name, double actual) {
        assertThat(actual).as(name).isCloseTo(number(known, name), within(1e-9));
    }

    private static double number(Map<?, ?> known, String name) {
        return ((Number) known.get(name)).doubleValue();
    }

    private static double rank(String name) {
        return number((Map<?, ?>) expected.get("rank"), name);
    }

    private interface Entry {
        double at(int i, int j);
    }

    private static double[][] matrix(Entry entry, int size) {
        double[][] matrix = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                matrix[i][j] = entry.at(i, j);
            }
        }
        return matrix;
    }
}
