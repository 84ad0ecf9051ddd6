package io.github.parallelvalidation.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class L1GatesTest {
    private static GateCheck judge(double sharpe, @Nullable Double profitFactor, double trades, double winRate) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("sharpe", sharpe);
        values.put("profit_factor", profitFactor);
        values.put("trades", trades);
        values.put("win_rate", winRate);
        return L1Gates.DEFAULT.judge(new Metrics(values, Map.of("profit_factor", "no losing trade")));
    }

    @ParameterizedTest
    @CsvSource({
        "0.51, 1.01, 31, true",
        "0.5, 1.01, 31, false",
        "0.51, 1.0, 31, false",
        "0.51, 1.01, 30, false",
    })
    void allComparisonsAreStrict(double sharpe, double profitFactor, double trades, boolean passes) {
        assertThat(judge(sharpe, profitFactor, trades, 0.5).passed()).isEqualTo(passes);
    }

    @Test
    void gainsWithoutLossesPassWithoutAProfitFactor() {
        assertThat(judge(1, null, 31, 1).passed()).isTrue();
    }

    @Test
    void noGainsAndNoLossesDoNot() {
        assertThat(judge(1, null, 31, 0).explanation())
                .isEqualTo("profit factor not known (no losing trade), needs more than 1");
    }
}
