package io.github.parallelvalidation.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.strategy.EvaluationPlan.Form;
import io.github.parallelvalidation.strategy.EvaluationPlan.Step;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RoundingNoiseTest {
    private static final int LENGTH = 400;
    private static final Step TWO_OUTPUTS =
            new Step((bars, in, out, scratch) -> out, List.of(), Form.OUTPUTS, true, 2, false);

    /// The disturbance of one value, wherever it appears again, would give a shifted copy away.
    @Test
    void eachOutputOfEachStepHasASequenceOfItsOwn() {
        Map<Double, String> seen = new HashMap<>();
        for (int probe = 0; probe < 3; probe++) {
            for (int number = 0; number < 40; number++) {
                double[][] outputs = new double[2][LENGTH];
                for (double[] output : outputs) {
                    Arrays.fill(output, 1.5e-300);
                }
                new RoundingNoise(probe).disturbed(TWO_OUTPUTS, number, outputs);
                for (int output = 0; output < 2; output++) {
                    String series = probe + "/" + number + "/" + output;
                    int common = 0;
                    for (int i = 0; i + 1 < LENGTH; i++) {
                        // Two neighbours together are as good as unique.
                        double pair = outputs[output][i] / 1.5e-300 - 1 + 1e6 * (outputs[output][i + 1] / 1.5e-300 - 1);
                        common += seen.putIfAbsent(pair, series) == null ? 0 : 1;
                    }
                    assertThat(common).as(series).isLessThan(LENGTH / 20);
                }
            }
        }
    }
}
