package io.github.parallelvalidation.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.TestWorkspace;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.journal.RunOutcome;
import io.github.parallelvalidation.plan.RunRequest;
import io.github.parallelvalidation.queue.QueueEntry;
import io.github.parallelvalidation.queue.QueueFile;
import io.github.parallelvalidation.result.RunSummary;
import io.github.parallelvalidation.result.StrategyResult;
import io.github.parallelvalidation.run.Validation;
import io.github.parallelvalidation.supervise.LeftBehind;
import io.github.parallelvalidation.supervise.ShellJava;
import io.github.parallelvalidation.torture.Seed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Whole runs over workers that misbehave in every way we know, in random order: each strategy comes to the one end
/// that the table of life and death has for it, and nothing is left behind. Real processes: every second run in one of
/// its own for each attempt, the others in processes that are given one strategy after another.
///
/// The seed can be given, `-Dseed=42`, and so can the number of runs, `-Dfault.runs=500`.
@Tag("alone") // many workers at once, with a few seconds for each
@NullUnmarked // JUnit fills the fields
@DisabledOnOs(OS.WINDOWS)
class FaultScheduleTest {
    private static final int RUNS = Integer.getInteger("fault.runs", Boolean.getBoolean("torture") ? 500 : 16);
    private static final long SEED = Seed.of(FaultScheduleTest.class, System.nanoTime());
    /// Most of the time they wait for time-outs; with more of them at once, a worker that only has to start does not
    /// always come to that within the few seconds that it has.
    private static final int AT_ONCE = 6;

    private static final String COMMENT = "# kept byte for byte: \"quotes\", {braces}\n";

    @TempDir
    private Path folder;

    @Test
    void everyStrategyComesToItsOneEndAndNothingIsLeft() throws Exception {
        Map<Fault, Integer> seen = new EnumMap<>(Fault.class);
        int strategies = 0;
        int attempts = 0;
        List<Long> seeds = LongStream.range(0, RUNS).mapToObj(i -> SEED + i).toList();
        try (ExecutorService runs = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<List<Schedule>>> ends = seeds.stream()
                    .map(seed -> runs.submit((Callable<List<Schedule>>) () -> run(seed)))
                    .toList();
            for (Future<List<Schedule>> end : ends) {
                for (Schedule schedule : end.get()) {
                    strategies++;
                    int made = schedule.expected().attempts();
                    attempts += made;
                    schedule.faults().subList(0, made).forEach(fault -> seen.merge(fault, 1, Integer::sum));
                }
            }
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause().getMessage(), e.getCause());
        }
        System.out.printf(
                "faults: seed %d, %d runs, %d strategies, %d workers, lost 0; by kind %s%n",
                SEED,
                RUNS,
                strategies,
                attempts,
                seen.entrySet().stream()
                        .collect(Collectors.groupingBy(
                                entry -> entry.getKey().kind(),
                                () -> new EnumMap<>(Fault.Kind.class),
                                Collectors.summingInt(Map.Entry::getValue))));
        assertThat(attempts).isGreaterThan(RUNS * 4);
        assertThat(LeftBehind.threads(folder)).contains("main").doesNotContain("output of WORKER", "worker-slot-");
    }

    private List<Schedule> run(long seed) throws IOException {
        List<Schedule> schedules = Schedule.random(seed);
        try {
            check(schedules, folder.resolve("run-" + seed), seed % 2 != 0);
            return schedules;
        } catch (AssertionError | RuntimeException e) {
            String told = schedules.stream().map(Schedule::toString).collect(Collectors.joining("\n  "));
            throw new AssertionError("-Dseed=" + seed + " -Dfault.runs=1:\n  " + told + "\n" + e.getMessage(), e);
        }
    }

    private static void check(List<Schedule> schedules, Path root, boolean isWarm) throws IOException {
        TestWorkspace workspace = workspace(schedules, root, isWarm);
        String before = workspace.queue();
        Validation validation = isWarm
                ? TestWorkspace.validation(ShellJava.in(root, ". \"$1/../fault.sh\""))
                : TestWorkspace.validation();
        RunOutcome outcome =
                validation.start(workspace.workspace(), RunRequest.of(Tier.L0)).execute();

        Map<String, Schedule.Expectation> expected =
                schedules.stream().collect(Collectors.toMap(Schedule::id, Schedule::expected));
        assertThat(outcome.strategies()).hasSameSizeAs(schedules);
        for (StrategyResult result : outcome.strategies()) {
            assertThat(new Schedule.Expectation(
                            result.judgement().status(), result.effort().attempts()))
                    .as("%s, whose attempts were %s", result.id(), attempts(result))
                    .isEqualTo(expected.get(result.id().value()));
        }
        RunSummary summary = outcome.summary();
        assertThat(summary.passed() + summary.failed() + summary.timeout() + summary.error())
                .isEqualTo(schedules.size());

        List<QueueEntry> entries =
                new QueueFile(workspace.workspace().queue()).read().entries();
        assertThat(entries)
                .hasSameSizeAs(schedules)
                .allSatisfy(entry -> assertThat(entry.status())
                        .isEqualTo(expected.get(entry.id().value()).status()));
        assertThat(workspace.queue()).startsWith(COMMENT).endsWith(COMMENT);
        assertThat(foreign(workspace.queue())).isEqualTo(foreign(before));
        assertThat(LeftBehind.processes(root)).isEmpty();
        String journal = workspace.read(
                ".crypto/pipeline/parallel-validation-" + outcome.plan().runId() + ".yaml");
        int made = expected.values().stream()
                .mapToInt(Schedule.Expectation::attempts)
                .sum();
        assertThat(journal.split("event: started", -1)).hasSize(made + 1);
        assertThat(journal.split("event: ended", -1)).hasSize(made + 1);
        assertThat(journal).contains("\nfinished_at: ");
    }

    private static TestWorkspace workspace(List<Schedule> schedules, Path root, boolean isWarm) throws IOException {
        Files.createDirectories(root);
        TestWorkspace workspace = TestWorkspace.in(
                root,
                "worker_timeout_seconds: 6",
                "polling_interval_seconds: 0.2",
                "auto_retry_fixable: false",
                "resource_limits: {memory_per_worker_mb: 100}");
        String settings = ".crypto/config/parallel-validation.yaml";
        workspace.write(
                settings,
                workspace
                        .read(settings)
                        .replaceFirst(
                                "command: .*",
                                isWarm
                                        ? "command: builtin}"
                                        : "command: [/bin/sh, \"{strategy_dir}/fault.sh\", \"{output_dir}\"]}"));
        workspace.write(".crypto/pipeline/queue.yaml", COMMENT + "queue:\n");
        for (Schedule schedule : schedules) {
            workspace.strategy(schedule.id());
            workspace.write(".crypto/knowledge/strategies/" + schedule.id() + "-test/fault.sh", schedule.script());
        }
        workspace.write(".crypto/pipeline/queue.yaml", workspace.queue() + COMMENT);
        return workspace;
    }

    /// The lines of the queue that are not ours to change.
    private static List<String> foreign(String queue) {
        return queue.lines()
                .filter(line -> !line.matches(" +(status|updated_at|failure_reason):.*"))
                .toList();
    }

    private static List<String> attempts(StrategyResult result) {
        return result.effort().cards().stream()
                .map(card -> card.ending().message())
                .toList();
    }
}
