package io.github.parallelvalidation.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.gate.Metrics;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.plan.ChainLink;
import io.github.parallelvalidation.plan.ExecutionPlan;
import io.github.parallelvalidation.plan.PlannedStrategy;
import io.github.parallelvalidation.queue.Status;
import io.github.parallelvalidation.result.Effort;
import io.github.parallelvalidation.result.Judgement;
import io.github.parallelvalidation.result.RunTiming;
import io.github.parallelvalidation.result.StrategyResult;
import io.github.parallelvalidation.result.Verdict;
import io.github.parallelvalidation.supervise.Attempt;
import io.github.parallelvalidation.supervise.AttemptId;
import io.github.parallelvalidation.supervise.AttemptOutcome;
import io.github.parallelvalidation.workspace.StrategyId;
import io.github.parallelvalidation.workspace.Workspace;
import io.github.parallelvalidation.workspace.YamlDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A run of as many strategies as one can have. Its plan file is larger than what is read of other files.
class LongRunTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    @TempDir
    private Path folder;

    private final ExecutionPlan plan = new ExecutionPlan(
            "2026-01-02-030405",
            NOW,
            Tier.L0,
            4,
            ExecutionPlan.MOST_STRATEGIES,
            IntStream.range(0, ExecutionPlan.MOST_STRATEGIES)
                    .mapToObj(i -> new PlannedStrategy(id(i), "reversion of channel " + i, " PENDING", 1.5))
                    .toList(),
            OptionalInt.empty(),
            ChainLink.FIRST);

    private static StrategyId id(int number) {
        return new StrategyId("STR-%06d".formatted(number));
    }

    @Test
    void canBeReadResumedDecidedAboutAndClosed() throws IOException {
        Files.createDirectories(new Workspace(folder).pipeline());
        RunFile file = new RunFile(new Workspace(folder).plan(plan.runId()));
        file.begin(plan);
        plan.ids().forEach(id -> log(file, id));
        List<StrategyResult> results =
                plan.ids().stream().map(LongRunTest::result).toList();
        RunOutcome outcome = new RunOutcome(plan, false, false, results, null, new RunTiming(90, 100), null, List.of());

        file.summarise(outcome);
        assertThat(Files.size(file.path())).isGreaterThan(YamlDocument.SIZE_LIMIT);
        RecordedRun unfinished = new RunFile(file.path()).read();
        assertThat(unfinished.plan()).isEqualTo(plan);
        assertThat(unfinished.journal()).hasSize(2 * results.size());
        assertThat(unfinished.openWorkers()).isEmpty();

        file.summarise(outcome.with(new RunTiming(91, 101), List.of("once more")));
        file.finish(NOW);
        RecordedRun finished = new RunFile(file.path()).read();
        assertThat(finished.finished()).isTrue();
        assertThat(finished.outcome().orElseThrow().strategies())
                .extracting(result -> result.judgement().metrics())
                .containsExactlyElementsOf(results.stream()
                        .map(result -> result.judgement().metrics())
                        .toList());
        assertThat(new RecordedResults(new Workspace(folder)).newest(id(9_999), Tier.L0))
                .isPresent();
        assertThat(new OpenQuestions(new Workspace(folder)).all()).isEmpty();
    }

    private static void log(RunFile file, StrategyId strategy) {
        AttemptId id = new AttemptId(strategy, "WORKER-db0e852e-5cad-4be1-80cc-5de0e705037f", 1);
        file.journal().add(new JournalEvent.Started(id, NOW, OptionalInt.empty()));
        Attempt crashed =
                new Attempt(id, new AttemptOutcome.Crashed("ended with status 1: \"no room\"\n\u0007"), 1.25, 80);
        file.journal().add(new JournalEvent.Ended(crashed, NOW, OptionalInt.empty()));
    }

    private static StrategyResult result(StrategyId id) {
        double noise = 1.0 / (id.hashCode() | 1);
        Map<String, Object> months = new TreeMap<>();
        IntStream.rangeClosed(1, 12).forEach(month -> months.put("2025-%02d".formatted(month), noise / month));
        Map<String, Object> metrics = new TreeMap<>(Map.of(
                "signal_frequency", 299L, "hit_rate", 0.5 + noise, "ic", noise, "observations", 4323L, "luck", 0.25));
        metrics.put("ic_by_month", months);
        metrics.put("return_by_score_decile", months);
        return new StrategyResult(
                id,
                "reversion of channel " + id,
                new Judgement(
                        Status.L0_PASSED, Verdict.PASS, new Metrics(metrics, Map.of()), List.of(), null, Map.of()),
                new Effort(1, 1.25, 80));
    }
}
