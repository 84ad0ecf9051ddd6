package io.github.parallelvalidation.ui.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.metrics.RunMetrics;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HistoryViewTest {

    private static HistoryView both(List<RunMetrics> history) {
        return HistoryView.of(history, Optional.empty());
    }

    private static Series series(HistoryView view, String title, String meaning) {
        return view.charts().stream()
                .filter(chart -> chart.title().equals(title))
                .flatMap(chart -> chart.series().stream())
                .filter(series -> series.meaning().equals(meaning))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1 run",
        "2, 2 runs",
        "30, 30 runs",
        "31, the last 30 of 31 runs",
        "1000, 'the last 30 of 1,000 runs'"
    })
    void itSaysHowManyRunsThereAreAndShowsTheLastThirty(int count, String words) {
        HistoryView view = both(Runs.many(count));

        assertThat(view.count()).isEqualTo(words);
        assertThat(view.runs()).hasSize(Math.min(30, count));
        assertThat(view.runs().getLast().runId()).isEqualTo("run-" + (count - 1));
        assertThat(view.charts())
                .allSatisfy(chart -> assertThat(chart.series()).allSatisfy(series -> {
                    assertThat(series.texts()).hasSameSizeAs(view.runs());
                    assertThat(series.high()).hasSameSizeAs(view.runs());
                }));
    }

    @Test
    void runsThatAreOnlyOnDiskAreCountedToo() {
        assertThat(both(Runs.many(30)).among(112).count()).isEqualTo("the last 30 of 112 runs");
        assertThat(both(Runs.many(30)).among(12).count()).isEqualTo("30 runs");
        assertThat(both(Runs.many(9)).among(12).count()).isEqualTo("9 runs");
    }

    @Test
    void withoutRunsThereAreNoChartsAndASentence() {
        HistoryView view = both(List.of());

        assertThat(view.charts()).isEmpty();
        assertThat(HistoryWords.hint(view)).isEqualTo("Runs will be drawn here, the last thirty. Validate starts one.");
    }

    @Test
    void theTiersAreLinesOfTheirOwn() {
        HistoryView view = both(List.of(Runs.run(0, Tier.L0, 3, 6, null), Runs.run(1, Tier.L1, 1, 1, null)));

        assertThat(series(view, "Pass rate", "passed L0").texts()).containsExactly("3 of 9", "");
        assertThat(series(view, "Pass rate", "passed L0").high()).containsExactly(100.0 * 3 / 9, Double.NaN);
        assertThat(series(view, "Pass rate", "passed L1").texts()).containsExactly("", "1 of 2");
        assertThat(series(view, "Time of a run", "took L1").texts()).containsExactly("", "4 s");
    }

    @Test
    void oneTierAloneHasItsRunsAndNoLineOfTheOther() {
        HistoryView view = HistoryView.of(Runs.many(9), Optional.of(Tier.L1));

        assertThat(view.runs()).extracting(RunMetrics::runId).containsExactly("run-2", "run-5", "run-8");
        assertThat(view.charts().getFirst().series())
                .extracting(Series::meaning)
                .containsExactly("noise in 9 of 10", "by luck L1", "passed L1");
    }

    @Test
    void theBandOfLuckIsAShareOfTheRunAndNeverMoreThanAll() {
        HistoryView view = both(List.of(Runs.run(0, Tier.L0, 4, 4, null), Runs.run(1, Tier.L0, 1, 1, null)));

        Series band = series(view, "Pass rate", "noise in 9 of 10");
        assertThat(band.low()).containsExactly(0.0, 0.0);
        assertThat(band.high()).containsExactly(50.0, 100.0);
        assertThat(band.texts()).containsExactly("0 to 4", "0 to 4");
    }

    @Test
    void aDecisionIsMarkedAtThePassRateOfItsRun() {
        HistoryView view = both(List.of(Runs.run(0, Tier.L0, 4, 4, null), Runs.run(1, Tier.L0, 1, 3, "relax")));

        Series rings = series(view, "Pass rate", "decision");
        assertThat(rings.high()).containsExactly(Double.NaN, 25.0);
        assertThat(rings.texts()).containsExactly("", "relax");
    }

    @Test
    void savedTimeIsTheAreaBetweenTheRunAndOneByOne() {
        Series saved = series(both(Runs.many(1)), "Time of a run", "saved");

        assertThat(saved.low().getFirst()).isEqualTo(4);
        assertThat(saved.high().getFirst()).isEqualTo(11);
        assertThat(saved.texts()).containsExactly("7 s");
    }

    @Test
    void chartsWithNothingToSeeBecomeASentence() {
        HistoryView view = both(Runs.many(5));

        assertThat(view.charts())
                .extracting(ChartData::title)
                .containsExactly("Pass rate", "Time of a run", "Strategies an hour");
        assertThat(view.folded())
                .containsExactly(
                        "Times of workers are not recorded.",
                        "Every worker came to a result.",
                        "No time-out and no retry.");
    }

    @Test
    void largerRunsHaveLargerPoints() {
        assertThat(HistoryWords.sizes(List.of(Runs.run(0, Tier.L0, 1, 1, null), Runs.run(1, Tier.L0, 50, 50, null))))
                .containsExactly(6.0, 11.0);
    }

    @ParameterizedTest
    @CsvSource({"11, 15", "100, 100", "7, 10", "0.4, 0.4", "10000, 10000", "3, 3"})
    void aScaleEndsAtARoundNumberAtOrAboveTheLargest(double largest, double top) {
        assertThat(Scale.of(largest, "").top()).isEqualTo(top);
    }

    @Test
    void datesAreThoseOfTheReadersZoneAndOnlyAsManyAsFit() {
        List<RunMetrics> runs = Runs.many(30);
        List<DateLabels> wide =
                DateLabels.of(runs.stream().map(RunMetrics::runDate).toList(), ZoneOffset.ofHours(-6), 100);
        assertThat(wide).hasSize(30);
        assertThat(wide.getFirst().text()).isEqualTo("26 Nov 2026");
        assertThat(wide.get(1).text()).isEqualTo("27 Nov");
        assertThat(wide.get(2).text()).isEqualTo("01:00");

        List<DateLabels> narrow =
                DateLabels.of(runs.stream().map(RunMetrics::runDate).toList(), ZoneOffset.UTC, 12);
        assertThat(narrow).hasSizeBetween(4, 10);
        for (int i = 1; i < narrow.size(); i++) {
            double before = 12 * narrow.get(i - 1).at() + narrow.get(i - 1).width() / 2;
            double after = 12 * narrow.get(i).at() - narrow.get(i).width() / 2;
            assertThat(after).isGreaterThan(before);
        }
    }
}
