package io.github.parallelvalidation.number;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ValueTicksTest {

    @Test
    void valuesAreRoundAndWithinWhatIsSeen() {
        assertThat(ValueTicks.of(24_930, 31_800, 5))
                .isEqualTo(new ValueTicks(List.of(26_000.0, 28_000.0, 30_000.0), 0));
    }

    @Test
    void smallPricesHaveTheDigitsThatTellThemApart() {
        ValueTicks ticks = ValueTicks.of(0.000121, 0.000127, 3);
        assertThat(ticks.decimals()).isEqualTo(6);
        assertThat(ticks.values()).hasSize(3);
    }

    @Test
    void aPriceThatNeverMovedHasNone() {
        assertThat(ValueTicks.of(5, 5, 4).values()).isEmpty();
        assertThat(ValueTicks.of(Double.NaN, 5, 4).values()).isEmpty();
    }
}
