package io.github.parallelvalidation.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class BenjaminiHochbergTest {
    /// Expected: `scipy.stats.false_discovery_control([0.01, 0.02, 0.03, 0.5, 0.9])`, SciPy 1.11.
    @Test
    void agreesWithSciPy() {
        double[] q = BenjaminiHochberg.qValues(new double[] {0.9, 0.02, 0.5, 0.01, 0.03});
        assertThat(q).containsExactly(new double[] {0.9, 0.05, 0.625, 0.05, 0.05}, within(1e-12));
    }

    @Test
    void oneTestIsItsOwnCorrection() {
        assertThat(BenjaminiHochberg.qValues(new double[] {0.04})).containsExactly(0.04);
        assertThat(BenjaminiHochberg.qValues(new double[0])).isEmpty();
    }
}
