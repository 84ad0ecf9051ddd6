package io.github.parallelvalidation.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.parallelvalidation.gate.Metrics;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.luck.RunLuck;
import io.github.parallelvalidation.queue.Status;
import io.github.parallelvalidation.result.Effort;
import io.github.parallelvalidation.result.Judgement;
import io.github.parallelvalidation.result.Outcome;
import io.github.parallelvalidation.result.RunTiming;
import io.github.parallelvalidation.result.StrategyResult;
import io.github.parallelvalidation.result.Verdict;
import io.github.parallelvalidation.workspace.StrategyId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricsHistoryTest {
    @TempDir
    private Path folder;

    private static StrategyResult result(int number, Verdict verdict, double seconds) {
        return new StrategyResult(
                new StrategyId("STR-" + (100 + number)),
                "",
                new Judgement(
                        verdict == Verdict.PASS ? Status.L0_PASSED : Status.L0_FAILED,
                        verdict,
                        new Metrics(Map.of("luck", 0.25), Map.of()),
                        List.of(),
                        null,
                        Map.of()),
                new Effort(1, seconds, 80));
    }

    private static RunMetrics run(int number) {
        return new Measurement(
                        "2026-01-02-0304%02d".formatted(number),
                        Instant.parse("2026-01-02T03:04:05Z"),
                        Tier.L0,
                        List.of(result(1, Verdict.PASS, 3), result(2, Verdict.FAIL, 1)),
                        false,
                        new RunLuck(0.5, new RunLuck.Range(0, 2), 0.35, new RunLuck.Counts(1, 1, 1, 0, 0), 199, false),
                        List.of(),
                        true)
                .metrics(new RunTiming(3, 4), new RunMetrics.QueueDepth(2, 0), List.of("it's \"odd\": 3 of 4"));
    }

    @Test
    void thirtyRunsAreKeptTheNewestLastAndARepeatedWriteIsHarmless() {
        MetricsHistory history = new MetricsHistory(folder.resolve("metrics.yaml"));
        for (int i = 1; i <= 35; i++) {
            history.put(run(i));
            history.put(run(i));
        }
        assertThat(history.read()).hasSize(30);
        assertThat(history.read().getFirst()).isEqualTo(run(6));
        assertThat(history.read().getLast()).isEqualTo(run(35));
    }

    @Test
    void whatWasMeasuredAndWhatIsNominalStandApart() {
        RunMetrics run = run(1);
        assertThat(run.times().computeSavedMinutes() * 60).isCloseTo(1.0, within(1e-12));
        assertThat(run.times().computeSavedPercent()).isCloseTo(25.0, within(1e-12));
        assertThat(run.nominalSavedMinutes()).isEqualTo(5.0);
        assertThat(run.results().luck()).extracting(RunLuck::expected).isEqualTo(0.5);
    }

    @Test
    void howFastARunWasAndHowManyWorkersGaveAResultAreSharesOfWhatWasMeasured() {
        RunMetrics run = run(1);
        assertThat(run.strategiesPerHour()).hasValue(2 / (3 / 3600.0));
        assertThat(run.workers().completionRate()).as("no worker was started").isEmpty();
        RunMetrics.Workers workers = new RunMetrics.Workers(8, 7, 1, 1, 0, null);
        assertThat(workers.completionRate()).hasValue(0.875);
        assertThat(MetricsHistory.document(List.of(run)).toString())
                .contains("strategies_per_hour=2400.0")
                .contains("workers_completed_percent=null");
    }

    @Test
    void whoTracksNoWorkersHasNoFiguresOfThem() {
        MetricsHistory history = new MetricsHistory(folder.resolve("metrics.yaml"));
        history.put(run(1));
        assertThat(folder.resolve("metrics.yaml"))
                .content()
                .contains("average_worker_time_seconds", "peak_worker_memory_mb", "peak_memory_mb: 80", "cpu_seconds");
        RunMetrics untracked = new Measurement(
                        "2026-01-02-030401",
                        Instant.parse("2026-01-02T03:04:05Z"),
                        Tier.L0,
                        List.of(result(1, Verdict.PASS, 3)),
                        false,
                        null,
                        List.of(),
                        false)
                .metrics(new RunTiming(3, 4), new RunMetrics.QueueDepth(2, 0), List.of());
        history.put(untracked);
        assertThat(folder.resolve("metrics.yaml"))
                .content()
                .contains("seconds: 3")
                .doesNotContain("worker_time_seconds")
                .doesNotContain("peak")
                .doesNotContain("cpu_seconds");
        history.decide("2026-01-02-030401", "continue", List.of(result(1, Verdict.PASS, 3)), null, List.of("now so"));
        assertThat(history.read().getFirst().alerts()).containsExactly("now so");
        assertThat(folder.resolve("metrics.yaml")).content().doesNotContain("cpu_seconds");
        assertThat(history.read().getFirst().workers().performance()).isNull();
    }

    @Test
    void aTimeOutIsNoUsualTimeWhateverItsStatusIs() {
        StrategyResult slow = result(1, Verdict.TIMEOUT, 600);
        List<RunMetrics> runs = IntStream.range(0, 3)
                .mapToObj(i -> new Measurement(
                                "2026-01-02-03040" + i,
                                Instant.parse("2026-01-02T03:04:05Z"),
                                Tier.L0,
                                List.of(slow),
                                false,
                                null,
                                List.of(),
                                false)
                        .metrics(new RunTiming(600, 600), new RunMetrics.QueueDepth(1, 0), List.of()))
                .toList();
        MetricsHistory history = new MetricsHistory(folder.resolve("metrics.yaml"));
        runs.forEach(history::put);
        assertThat(folder.resolve("metrics.yaml")).content().contains("result: false");
        assertThat(MetricsHistory.usualTimes(history.read(), Tier.L0).remark(slow.id(), 1300, List.of()))
                .isEmpty();
    }

    @Test
    void ofAnOlderVersionsRunsNoMoreIsKnownThanTheExpectedPasses() {
        assertThat(new MetricsHistory(Path.of("src/test/resources/written-by-a-run/history.yaml")).read())
                .extracting(run -> run.results().luck())
                .containsExactly(RunLuck.expecting(1.181083046676595, 2), RunLuck.expecting(0, 0));
    }

    @Test
    void aSingleRunThatStandsThereByItselfIsOneEntryAndStaysOne() throws IOException {
        Path file = folder.resolve("metrics.yaml");
        Files.writeString(file, """
            parallel_validation_metrics:
              run_date: "2025-02-05T14:30:00Z"
              workers_spawned: 3
              workers_completed: 3
              workers_timeout: 0
              strategies_passed: 3
              strategies_failed: 0
              wall_clock_minutes: 5.2
              sequential_equivalent_minutes: 15     # 3 × 5 min
              compute_saved_minutes: 9.8
              compute_saved_percent: 65.3
              average_worker_time_seconds: 312
              max_worker_time_seconds: 325
              min_worker_time_seconds: 295
            """);
        MetricsHistory history = new MetricsHistory(file);

        assertThat(history.read()).singleElement().satisfies(run -> {
            assertThat(run.runId()).isEqualTo("2025-02-05-143000");
            assertThat(run.tier()).isEqualTo(Tier.L0);
            assertThat(run.results().outcome()).isEqualTo(Outcome.ALL_PASS);
            assertThat(run.results().passed()).isEqualTo(3);
            assertThat(run.results().total()).isEqualTo(3);
            assertThat(run.nominalSavedMinutes()).isEqualTo(10);
            assertThat(run.times().computeSavedMinutes()).isCloseTo(9.8, within(1e-9));
        });
        history.put(run(1));
        assertThat(history.read()).extracting(RunMetrics::runId).containsExactly("2025-02-05-143000", run(1).runId());
    }

    @Test
    void alertsStayWithTheirRun() {
        MetricsHistory history = new MetricsHistory(folder.resolve("metrics.yaml"));
        history.put(run(1));
        assertThat(history.read())
                .singleElement()
                .satisfies(run -> assertThat(run.alerts()).containsExactly("it's \"odd\": 3 of 4"));
    }
}
