package io.github.parallelvalidation.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.gate.L0Gates;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.luck.PlaceboWorlds;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How many rebuilt markets are computed, and what follows from them.
class WorldLoopTest {
    private final List<Integer> computed = new ArrayList<>();

    /// @param seen the ic on the market as it is
    private WorldLoop.Result run(PlaceboWorlds asked, double seen, IntToDoubleFunction ic) {
        WorldLoop.World world = new WorldLoop.World() {
            @Override
            public void measure(int number, double[] row) {
                row[0] = 20;
                row[1] = 0.6;
                row[2] = score(number);
            }

            @Override
            public double score(int number) {
                computed.add(number);
                return ic.applyAsDouble(number);
            }
        };
        return new WorldLoop(Tier.L0, asked, world, new WorldProgress(ProgressListener.SILENT, 0, 1)).run(seen);
    }

    @Test
    void tenWorldsThatReachTheScoreAreEnough() {
        WorldLoop.Result result = run(PlaceboWorlds.DEFAULT, 0.05, world -> world <= 10 ? 0.05 : 0);

        assertThat(computed).hasSize(199).startsWith(1, 2, 3).doesNotHaveDuplicates();
        assertThat(result.pValue().orElseThrow().value()).isEqualTo(11 / 200.0);
        assertThat(result.pValue().orElseThrow().worlds()).isEqualTo(199);
        assertThat(result.worlds().count()).isEqualTo(199);
    }

    @Test
    void withNineItGoesOnToTheSecondStageAndCountsAllOfIt() {
        WorldLoop.Result result = run(PlaceboWorlds.DEFAULT, 0.05, world -> world <= 9 || world >= 1_990 ? 0.05 : 0);

        assertThat(computed).hasSize(1_999).endsWith(1_998, 1_999).doesNotHaveDuplicates();
        assertThat(result.pValue().orElseThrow().value()).isEqualTo((1 + 9 + 10) / 2_000.0);
        assertThat(result.pValue().orElseThrow().worlds()).isEqualTo(1_999);
        // The file, the luck and the noise are those of the first stage.
        assertThat(result.worlds().count()).isEqualTo(199);
        assertThat(result.worlds().luck(L0Gates.DEFAULT)).isEqualTo(9 / 199.0);
    }

    @ParameterizedTest
    @CsvSource({"19, 19, 19", "19, 100, 100", "200, 50, 200", "1, 1, 1", "199, 1999, 1999"})
    void theSecondStageIsNeverSmallerThanTheFirst(int worlds, int most, int used) {
        WorldLoop.Result result = run(new PlaceboWorlds(worlds, most), 0.05, world -> 0);

        assertThat(computed).hasSize(used);
        assertThat(result.pValue().orElseThrow().worlds()).isEqualTo(used);
        assertThat(result.pValue().orElseThrow().value()).isEqualTo(1.0 / (1 + used));
        assertThat(result.worlds().count()).isEqualTo(worlds);
    }

    @Test
    void aScoreWithinRoundingOfTheOneSeenReachesIt() {
        assertThat(run(PlaceboWorlds.exactly(19), 0.05, world -> 0.05 - 5e-13)
                        .pValue()
                        .orElseThrow()
                        .value())
                .isEqualTo(1);
        assertThat(run(PlaceboWorlds.exactly(19), 0.05, world -> 0.05 - 2e-12)
                        .pValue()
                        .orElseThrow()
                        .value())
                .isEqualTo(1 / 20.0);
    }

    @Test
    void aWorldWithoutAScoreReachesNothingAndPassesNoGate() {
        WorldLoop.Result result = run(PlaceboWorlds.exactly(20), -0.9, world -> world % 2 == 0 ? Double.NaN : 0.05);

        assertThat(result.pValue().orElseThrow().value()).isEqualTo(11 / 21.0);
        assertThat(result.worlds().luck(L0Gates.DEFAULT)).isEqualTo(0.5);
        assertThat(result.worlds().scores()).contains(Double.NEGATIVE_INFINITY);
        assertThat(run(PlaceboWorlds.exactly(20), -0.9, world -> Double.NaN)
                        .worlds()
                        .noise95())
                .isEqualTo(Double.NEGATIVE_INFINITY);
    }

    @Test
    void withoutAScoreThereIsLuckButNoPValueAndNoSecondStage() {
        WorldLoop.Result result = run(PlaceboWorlds.DEFAULT, Double.NaN, world -> 0.05);

        assertThat(computed).hasSize(199);
        assertThat(result.pValue()).isEmpty();
        assertThat(result.worlds().luck(L0Gates.DEFAULT)).isEqualTo(1);
    }
}
