package io.github.parallelvalidation.display;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.gate.L0Gates;
import io.github.parallelvalidation.gate.Metrics;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.luck.Worlds;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LuckPictureTest {
    private static final int WORLDS = 20;

    /// World k has the ic k / 100, but the last has none.
    private static Worlds worlds() {
        double[] frequency = new double[WORLDS];
        double[] hits = new double[WORLDS];
        double[] ic = new double[WORLDS];
        Arrays.fill(frequency, 20);
        Arrays.fill(hits, 0.6);
        Arrays.setAll(ic, world -> (world + 1) / 100.0);
        ic[WORLDS - 1] = Double.NaN;
        return Worlds.of(Tier.L0, frequency, hits, ic);
    }

    private static LuckPicture picture(Map<String, Object> metrics) {
        Metrics measured = new Metrics(Map.copyOf(metrics), Map.of());
        return LuckPicture.of(Tier.L0, worlds(), measured, L0Gates.DEFAULT.check(measured));
    }

    @Test
    void itCountsThoseThatReachTheScoreAndThoseThatPass() {
        LuckPicture picture = picture(Map.of("ic", 0.17, "luck", 0.9, "ic_noise_95", 0.19));

        assertThat(picture.reaching()).isEqualTo(3);
        assertThat(picture.sentence())
                .isEqualTo("Of 20 markets without skill 3 reach this ic; 18 pass all gates; on 1 there is no ic.");
        assertThat(picture.gate()).hasValue(0.01);
    }

    @Test
    void everyMarketWithAScoreIsInOneBar() {
        LuckPicture picture = picture(Map.of("ic", 0.5, "luck", 0.9));

        assertThat(picture.scores().counts().stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .isEqualTo(WORLDS - 1);
        assertThat(picture.scores().position(0.01)).isBetween(0.0, 0.05);
        assertThat(picture.scores().position(0.5)).isBetween(0.95, 1.0);
        assertThat(picture.bar(0)).isEqualTo("2 of 20 markets: ic 0.000 to 0.021");
    }

    @Test
    void withoutAScoreItSaysSo() {
        assertThat(picture(Map.of("luck", 0.0)).sentence())
                .startsWith("Of 20 markets without skill none says anything: the strategy has no ic");
    }

    @Test
    void valuesThatAreAllEqualHaveOneBarInTheMiddle() {
        Histogram equal = Histogram.of(new double[] {0.3, 0.3, Double.NEGATIVE_INFINITY}, 5);

        assertThat(equal.counts()).containsExactly(0, 0, 2, 0, 0);
    }
}
