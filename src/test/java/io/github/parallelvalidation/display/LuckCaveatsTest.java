package io.github.parallelvalidation.display;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.gate.Metrics;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LuckCaveatsTest {

    @Test
    void eachLimitThatTheWorkerFoundIsASentenceAndUnknownCodesArePassedOver() {
        Metrics metrics = new Metrics(
                Map.of("placebo_method", "rebuilt", "placebo_limits", List.of("one_sided", "of another worker")),
                Map.of());

        assertThat(LuckCaveats.of(metrics))
                .singleElement()
                .asString()
                .startsWith("limits of luck: the strategy only buys or only sells")
                .endsWith("luck and p are cautious");
    }

    @Test
    void aShiftedProgramIsSaidToBeShifted() {
        Metrics metrics = new Metrics(Map.of("placebo_method", "circular_shift"), Map.of());

        assertThat(LuckCaveats.of(metrics))
                .containsExactly(
                        "luck and p are by the circular shift, valid only if the score does not follow from this"
                                + " price");
        assertThat(LuckCaveats.of(Metrics.NONE)).isEmpty();
    }
}
