package io.github.parallelvalidation.display;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.gate.EarlierPass;
import io.github.parallelvalidation.gate.MetricNames;
import io.github.parallelvalidation.gate.Metrics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SharpeTextTest {
    private static Metrics measured(double psr, double days) {
        return Metrics.NONE.with(MetricNames.PSR, psr).with(MetricNames.DAYS, days);
    }

    @Test
    void allThatIsKnownIsSaid() {
        Metrics metrics = measured(0.93, 365)
                .with(MetricNames.MIN_TRACK_RECORD_DAYS, 1300.2)
                .with(MetricNames.SHARPE_POWER, 0.121)
                .with(MetricNames.DSR, 0.0083)
                .with(MetricNames.DSR_TRIALS, 9.27)
                .with(MetricNames.DSR_TRIALS_COUNTED, 24);

        assertThat(SharpeText.of(metrics))
                .hasValue("probability that the true Sharpe ratio is above 0: 0.93; 31 more months of the same would be"
                        + " needed to say so at 95 %; a true one as high as the gate's would show in 12 of 100 such"
                        + " records; that it is above what the best of 24 trials without skill, which count as 9.3,"
                        + " would show: 0.0083");
    }

    @ParameterizedTest
    @CsvSource({
        "365.5, 1 more day of the same would be needed to say so at 95 %",
        "405, 40 more days of the same would be needed to say so at 95 %",
        "430, 3 more months of the same would be needed to say so at 95 %",
        "1460, 36 more months of the same would be needed to say so at 95 %",
        "1470, 4 more years of the same would be needed to say so at 95 %",
        "99999, more than a hundred more years of the same would be needed to say so at 95 %",
        "365, its 365 days are enough to say so at 95 %",
        "20, its 365 days are enough to say so at 95 %",
    })
    void theTimeThatIsMissingIsSaidInItsUnit(double needed, String words) {
        assertThat(SharpeText.of(measured(0.5, 365).with(MetricNames.MIN_TRACK_RECORD_DAYS, needed)))
                .hasValueSatisfying(text -> assertThat(text).endsWith("; " + words));
    }

    @Test
    void whatNoRecordWouldShowIsSaid() {
        assertThat(SharpeText.of(measured(0.03, 365).without(MetricNames.MIN_TRACK_RECORD_DAYS, "never")))
                .hasValue("probability that the true Sharpe ratio is above 0: 0.030; no record of the same, however"
                        + " long, would say so");
    }

    @Test
    void probabilitiesNearOneAreNotRoundedToCertainty() {
        assertThat(Figures.probable(0.994)).isEqualTo("0.99");
        assertThat(Figures.probable(0.998)).isEqualTo("0.998");
        assertThat(Figures.probable(0.99999)).isEqualTo("above 0.999");
        assertThat(Figures.probable(1)).isEqualTo("1.00");
        assertThat(Figures.probable(0.0021)).isEqualTo("0.0021");
        assertThat(Figures.probable(1e-38)).isEqualTo("below 0.001");
    }

    @Test
    void withoutASharpeRatioNothingIsSaid() {
        assertThat(SharpeText.of(Metrics.NONE)).isEmpty();
        assertThat(SharpeText.of(Metrics.NONE.without(MetricNames.PSR, "there is no sharpe")))
                .isEmpty();
    }

    @Test
    void anEarlierPassIsNamedWithItsDay() {
        EarlierPass pass = new EarlierPass("STR-104", "2026-11-02-090000", 0.8312);
        Metrics metrics = Metrics.NONE.with(MetricNames.EARLIER_PASS, pass.document());

        assertThat(EarlierPass.of(metrics)).contains(pass);
        assertThat(ResemblanceText.of(pass))
                .isEqualTo("daily returns correlate 0.83 with STR-104, which passed on 2026-11-02");
        assertThat(EarlierPass.of(Metrics.NONE.with(MetricNames.EARLIER_PASS, "STR-104")))
                .isEmpty();
    }
}
