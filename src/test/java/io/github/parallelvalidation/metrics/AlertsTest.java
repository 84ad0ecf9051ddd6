package io.github.parallelvalidation.metrics;

import static io.github.parallelvalidation.metrics.Attempts.measured;
import static io.github.parallelvalidation.metrics.Attempts.timedOut;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.gate.Metrics;
import io.github.parallelvalidation.queue.Status;
import io.github.parallelvalidation.result.Effort;
import io.github.parallelvalidation.result.Judgement;
import io.github.parallelvalidation.result.StrategyResult;
import io.github.parallelvalidation.result.Verdict;
import io.github.parallelvalidation.settings.Settings;
import io.github.parallelvalidation.settings.SettingsFile;
import io.github.parallelvalidation.supervise.Attempt;
import io.github.parallelvalidation.supervise.AttemptOutcome;
import io.github.parallelvalidation.supervise.Evidence;
import io.github.parallelvalidation.supervise.WorkerExit;
import io.github.parallelvalidation.workspace.StrategyId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The four alerts: slow worker, quality, time-outs, a queue that grows. Each comparison is strict.
class AlertsTest {
    @TempDir
    private Path folder;

    private static List<String> alerts(List<StrategyResult> results, Attempt... attempts) {
        return Alerts.of(results, List.of(attempts), Settings.DEFAULT, new RunMetrics.QueueDepth(0, 0));
    }

    private static List<StrategyResult> results(int passed, int failed) {
        return Stream.concat(
                        IntStream.range(0, passed).mapToObj(i -> result(101 + i, Verdict.PASS)),
                        IntStream.range(0, failed).mapToObj(i -> result(101 + passed + i, Verdict.FAIL)))
                .toList();
    }

    private static StrategyResult result(int number, Verdict verdict) {
        return new StrategyResult(
                new StrategyId("STR-" + number),
                "",
                new Judgement(
                        verdict == Verdict.PASS ? Status.L0_PASSED : Status.L0_FAILED,
                        verdict,
                        new Metrics(Map.of(), Map.of()),
                        List.of(),
                        null,
                        Map.of()),
                new Effort(1, 1, 80));
    }

    @Test
    void aWorkerThatTakesMoreThanTwiceTheMedianIsSlow() {
        assertThat(alerts(
                        List.of(),
                        measured("STR-103", 1),
                        measured("STR-102", 2.1),
                        measured("STR-101", 1),
                        measured("STR-104", 2.0)))
                .as("the median of 1, 1, 2.0, 2.1 is 1.5")
                .isEmpty();
        assertThat(alerts(
                        List.of(),
                        measured("STR-101", 1),
                        measured("STR-102", 2.1),
                        measured("STR-103", 1),
                        measured("STR-104", 2.0),
                        measured("STR-105", 0.9)))
                .containsExactly("STR-102 took 2.1 s, more than twice the median of 1.0 s");
    }

    @Test
    void aWorkerThatRanIntoItsLimitIsSlowButDoesNotMoveTheMedian() {
        assertThat(alerts(List.of(), measured("STR-101", 315), timedOut("STR-102", 631)))
                .contains("STR-102 took 631.0 s, more than twice the median of 315.0 s");
        assertThat(alerts(List.of(), timedOut("STR-102", 600))).noneMatch(alert -> alert.contains("median"));
    }

    @Test
    void twiceAsLongAsAMomentIsStillSoon() {
        assertThat(alerts(List.of(), measured("STR-101", 0.02), measured("STR-102", 0.9), measured("STR-103", 0.02)))
                .isEmpty();
        assertThat(alerts(List.of(), measured("STR-101", 0.02), measured("STR-102", 1.1), measured("STR-103", 0.02)))
                .containsExactly("STR-102 took 1.1 s, more than twice the median of 0.02 s");
    }

    @Test
    void aStrategyThatBeganWithTheStartOfAProcessIsComparedWithOthersThatDid() {
        Attempt[] attempts = Stream.concat(
                        Stream.of(measured("STR-101", 3), measured("STR-102", 3.1), measured("STR-103", 2.9)),
                        IntStream.range(0, 20).mapToObj(i -> afterOthers("STR-" + (200 + i), i == 7 ? 1.3 : 0.1)))
                .toArray(Attempt[]::new);
        assertThat(alerts(List.of(), attempts))
                .containsExactly("STR-207 took 1.3 s, more than twice the median of 0.10 s");
    }

    @Test
    void theSlowestOfManyAreNamedAndEachOnce() {
        Attempt[] attempts = Stream.concat(
                        IntStream.range(0, 9).mapToObj(i -> measured("STR-" + (101 + i), 1)),
                        IntStream.range(0, 5)
                                .flatMap(i -> IntStream.of(i, i))
                                .mapToObj(i -> timedOut("STR-" + (201 + i), 600 + i)))
                .toArray(Attempt[]::new);
        assertThat(alerts(List.of(), attempts))
                .contains("STR-205 took 604.0 s, STR-204 took 603.0 s, STR-203 took 602.0 s and 2 others took long,"
                        + " more than twice the median of 1.0 s");
    }

    private static Attempt afterOthers(String id, double seconds) {
        Attempt attempt = measured(id, seconds);
        Evidence evidence = new Evidence(new WorkerExit(0), 80, seconds, 0, 5, List.of(), "");
        return new Attempt(attempt.id(), attempt.outcome(), seconds, evidence);
    }

    @Test
    void aWorkerThatCrashedIsNeitherSlowNorQuick() {
        Attempt crashed = Attempts.made("STR-103", new AttemptOutcome.Crashed("gone"), 0.1, 0);
        assertThat(alerts(List.of(), measured("STR-101", 10), measured("STR-102", 12), crashed, crashed, crashed))
                .isEmpty();
    }

    @Test
    void whoDoesNotWantToHearOfSlowWorkersSaysSo() throws IOException {
        Settings quiet = SettingsFile.read(Files.writeString(
                        folder.resolve("parallel-validation.yaml"),
                        "parallel_validation: {alert_on_outliers: false}\n"))
                .settings();
        List<Attempt> attempts = List.of(measured("STR-101", 1), measured("STR-102", 1), measured("STR-103", 9));
        assertThat(Alerts.of(List.of(), attempts, Settings.DEFAULT, new RunMetrics.QueueDepth(0, 0)))
                .hasSize(1);
        assertThat(Alerts.of(List.of(), attempts, quiet, new RunMetrics.QueueDepth(0, 0)))
                .isEmpty();
        assertThat(Alerts.of(results(1, 2), attempts, quiet, new RunMetrics.QueueDepth(0, 0)))
                .as("only of those")
                .hasSize(1);
    }

    @Test
    void moreThanHalfThatDoNotPassIsAQuestionOfQuality() {
        assertThat(alerts(results(2, 2))).isEmpty();
        assertThat(alerts(results(2, 3))).containsExactly("3 of 5 strategies did not pass: more than half");
    }

    @Test
    void moreThanAFifthOfTheStrategiesTimingOutIsAnOverload() {
        Attempt[] four = {measured("STR-101", 9), measured("STR-102", 9), measured("STR-103", 9), measured("STR-104", 9)
        };
        assertThat(alerts(
                        List.of(),
                        Stream.concat(Stream.of(four), Stream.of(timedOut("STR-105", 10)))
                                .toArray(Attempt[]::new)))
                .as("one of five is a fifth")
                .isEmpty();
        assertThat(alerts(List.of(), four[0], four[1], four[2], timedOut("STR-105", 10)))
                .containsExactly("1 of 4 strategies timed out: more than 20 %, the machine may be overloaded");
    }

    @Test
    void timeOutsAreCountedByStrategyAndSaidWhereThreeOfThemDid() {
        List<Attempt> attempts = new ArrayList<>(IntStream.range(0, 20)
                .mapToObj(i -> measured("STR-" + (101 + i), 9))
                .toList());
        attempts.addAll(List.of(timedOut("STR-101", 10), timedOut("STR-101", 10), timedOut("STR-102", 10)));
        assertThat(alerts(List.of(), attempts.toArray(Attempt[]::new))).isEmpty();
        attempts.add(timedOut("STR-103", 10));
        assertThat(alerts(List.of(), attempts.toArray(Attempt[]::new)))
                .containsExactly("3 of 20 strategies timed out, all came to a result when tried again");
        attempts.add(timedOut("STR-130", 10));
        assertThat(alerts(List.of(), attempts.toArray(Attempt[]::new)))
                .containsExactly("4 of 21 strategies timed out, 3 of them came to a result when tried again");
    }

    @Test
    void aStrategyThatWasSlowTwiceIsNamedOnce() {
        Attempt[] attempts = Stream.concat(
                        Stream.of(measured("STR-101", 3), measured("STR-102", 3.1), measured("STR-207", 9)),
                        IntStream.range(0, 20).mapToObj(i -> afterOthers("STR-" + (200 + i), i == 7 ? 1.3 : 0.1)))
                .toArray(Attempt[]::new);
        assertThat(alerts(List.of(), attempts))
                .containsExactly("STR-207 took 9.0 s, more than twice the median of 3.1 s");
    }

    @Test
    void aQueueThatIsLongerAfterTheRunThanBeforeItGrew() {
        assertThat(Alerts.of(List.of(), List.of(), Settings.DEFAULT, new RunMetrics.QueueDepth(4, 4)))
                .isEmpty();
        assertThat(Alerts.of(List.of(), List.of(), Settings.DEFAULT, new RunMetrics.QueueDepth(4, 5)))
                .containsExactly("the queue grew from 4 to 5 waiting strategies while this run was on");
    }
}
