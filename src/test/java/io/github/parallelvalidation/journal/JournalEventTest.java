package io.github.parallelvalidation.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.parallelvalidation.gate.Metrics;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.plan.ChainLink;
import io.github.parallelvalidation.plan.ExecutionPlan;
import io.github.parallelvalidation.plan.PlannedStrategy;
import io.github.parallelvalidation.plan.SpawnOptions;
import io.github.parallelvalidation.supervise.Attempt;
import io.github.parallelvalidation.supervise.AttemptId;
import io.github.parallelvalidation.supervise.AttemptOutcome;
import io.github.parallelvalidation.supervise.Evidence;
import io.github.parallelvalidation.supervise.WorkerExit;
import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.Source;
import io.github.parallelvalidation.workspace.StrategyId;
import io.github.parallelvalidation.workspace.Workspace;
import io.github.parallelvalidation.workspace.YamlDocument;
import io.github.parallelvalidation.workspace.YamlText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Events are written as lines, and read as what they were.
class JournalEventTest {
    private static final int CASES = 1_000;
    private static final int IN_ONE_FILE = 40;
    private static final String[] CHARACTERS = {
        "a", "Z", "0", " ", "'", "\"", "\\", ":", "#", "{", "}", "[", "]", ",", "-", "?", "!", "&", "*", "|", ">", "%",
        "@", "`", "~", "\n", "\r", "\t", "\0", "\u0007", "\u001b", "\u007f", "\u0085", "\u00a0", "\u2028", "\u2029",
        "\ufeff", "é", "漢", "🙂", "null", "true", "1.0", "...", "---"
    };

    @TempDir
    private Path folder;

    private final Random random = new Random(20_261_126);

    @Test
    void everyEventIsReadAsItWasWritten() {
        for (int i = 0; i < CASES; i++) {
            JournalEvent event = event();
            String line = YamlText.dumpLine(EventDocument.of(event, true));
            assertThat(line).doesNotContain("\n");
            assertThat(read(line)).as(line).isEqualTo(event);
        }
    }

    @Test
    void aJournalIsReadAsItGrew() throws IOException {
        ExecutionPlan plan = new ExecutionPlan(
                "2026-01-02-030405", Instant.EPOCH, Tier.L0, 1, 1, List.of(), OptionalInt.empty(), ChainLink.FIRST);
        List<JournalEvent> events =
                IntStream.range(0, IN_ONE_FILE).mapToObj(_ -> event()).toList();
        Files.createDirectories(new Workspace(folder).pipeline());
        RunFile file = new RunFile(new Workspace(folder).plan(plan.runId()));
        file.begin(plan);
        events.forEach(file.journal()::add);
        assertThat(file.read().journal()).isEqualTo(events);
    }

    @Test
    void withoutRoomForDetailsALineLeavesOutWhatWasPrintedAndTheCommand() {
        Attempt attempt = new Attempt(
                id(),
                new AttemptOutcome.Crashed("gone"),
                2.5,
                new Evidence(new WorkerExit(137), 7, 1.5, List.of("last"), "sh"));
        JournalEvent event = new JournalEvent.Ended(attempt, Instant.EPOCH, OptionalInt.empty());
        assertThat(EventDocument.of(event, true)).containsKeys("last_lines", "command");
        assertThat(EventDocument.of(event, false)).doesNotContainKeys("last_lines", "command");
        assertThat(read(YamlText.dumpLine(EventDocument.of(event, false))))
                .isEqualTo(new JournalEvent.Ended(
                        new Attempt(
                                attempt.id(),
                                attempt.outcome(),
                                2.5,
                                new Evidence(new WorkerExit(137), 7, 1.5, List.of(), "")),
                        Instant.EPOCH,
                        OptionalInt.empty()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        event: ended       | event: stopped      | event must be one of [joined, started, waits, ended], found 'stopped'
        attempt: 1         | attempt: 0          | attempt must be a whole number from 1 to any, found '0'
        STR-201            | STR-20              | strategy_id must be STR- and 3 to 18 digits, found 'STR-20'
        seconds: 1.5       | seconds: soon       | seconds must be a number, found 'soon'
        outcome: timed_out | outcome: fell_over  | outcome must be one of [completed, reported, crashed, timed_out, memory_exceeded, cancelled], found 'fell_over'
        limit_seconds: 3.0 | limit_seconds: long | limit_seconds must be a number, found 'long'
        fix_attempt: 2     | fix_attempt: none   | fix_attempt must be a whole number from 1 to any, found 'none'
        """)
    void aLineThatIsWrongIsRefusedWithItsPlace(String right, String wrong, String message) {
        String line = "{at: '2026-01-02T03:04:05Z', event: ended, strategy_id: STR-201, worker_id: WORKER-1, "
                + "attempt: 1, seconds: 1.5, outcome: timed_out, limit_seconds: 3.0, fix_attempt: 2}";
        assertThat(read(line)).isInstanceOf(JournalEvent.Ended.class);
        assertThatThrownBy(() -> read(line.replace(right, wrong))).isInstanceOfSatisfying(ProblemException.class, e -> {
            assertThat(e.problem().message()).isEqualTo(message);
            assertThat(e.problem().line()).isEqualTo(1);
            assertThat(line.replace(right, wrong).substring(e.problem().column() - 1))
                    .as("from the place on")
                    .startsWith(wrong.substring(wrong.indexOf(' ') + 1));
        });
    }

    @Test
    void theJournalOfAnOldRunIsRead() throws IOException {
        Path file = new Workspace(folder).plan("2026-11-23-113823");
        Files.createDirectories(new Workspace(folder).pipeline());
        Files.copy(Path.of("src/test/resources/written-by-a-run/plan-1.yaml"), file);
        RecordedRun run = new RunFile(file).read();
        assertThat(run.journal()).hasSize(6);
        assertThat(run.journal().getFirst())
                .isEqualTo(new JournalEvent.Started(
                        new AttemptId(new StrategyId("STR-204"), "WORKER-e10bbc51-bf06-4cef-96d1-ffc48bc16f2e", 1),
                        Instant.parse("2026-11-23T11:38:24.478779852Z"),
                        OptionalInt.empty()));
        assertThat(run.journal().getLast())
                .isInstanceOfSatisfying(
                        JournalEvent.Ended.class,
                        ended -> assertThat(ended.attempt())
                                .isEqualTo(new Attempt(
                                        new AttemptId(
                                                new StrategyId("STR-201"),
                                                "WORKER-e9363522-b707-46ef-8a4e-1ef6edfe13b9",
                                                1),
                                        new AttemptOutcome.Completed(Metrics.NONE),
                                        5.483716577,
                                        78)));
        assertThat(run.openWorkers()).isEmpty();
        assertThat(run.outcome().orElseThrow().strategies())
                .allSatisfy(result -> assertThat(result.effort().cards()).hasSize(1));
    }

    private JournalEvent read(String line) {
        return EventDocument.read(YamlDocument.parse(new Source(folder, line)).asMapping("a step"));
    }

    private JournalEvent event() {
        Instant at = Instant.ofEpochSecond(random.nextLong(4_000_000_000L), random.nextInt(1_000_000_000));
        OptionalInt variation = random.nextBoolean() ? OptionalInt.empty() : OptionalInt.of(1 + random.nextInt(9));
        return switch (random.nextInt(5)) {
            case 0 -> new JournalEvent.Started(id(), at, variation);
            case 1 -> new JournalEvent.Waits(id(), at, variation, text());
            case 2 -> joined(at);
            default -> new JournalEvent.Ended(attempt(), at, variation);
        };
    }

    /// Spawned, or only claimed.
    private JournalEvent joined(Instant at) {
        AttemptId id = id();
        PlannedStrategy planned = new PlannedStrategy(
                id.strategy(), text(), random.nextBoolean() ? null : text(), random.nextInt(1_000) / 8.0);
        return new JournalEvent.Joined(
                id,
                at,
                random.nextInt(4) == 0
                        ? planned
                        : planned.spawned(new SpawnOptions(
                                maybe("WORKER-" + text()),
                                random.nextBoolean() ? OptionalInt.empty() : OptionalInt.of(1 + random.nextInt(86_400)),
                                maybe("a" + text()),
                                maybe(".crypto/" + text()))));
    }

    private Optional<String> maybe(String text) {
        return random.nextBoolean() ? Optional.empty() : Optional.of(text);
    }

    private AttemptId id() {
        return new AttemptId(
                new StrategyId("STR-" + (100 + random.nextInt(900))), "WORKER-" + text(), 1 + random.nextInt(4));
    }

    /// Of a completed attempt the journal keeps neither metrics nor what was printed: its results say it.
    private Attempt attempt() {
        AttemptOutcome outcome = outcome();
        boolean kept = !(outcome instanceof AttemptOutcome.Completed);
        Evidence evidence = new Evidence(
                random.nextBoolean() ? null : new WorkerExit(random.nextInt(256)),
                random.nextInt(100_000),
                random.nextBoolean() ? 0 : random.nextDouble() * Math.pow(10, random.nextInt(40) - 20),
                kept
                        ? IntStream.range(0, random.nextInt(4))
                                .mapToObj(_ -> text())
                                .toList()
                        : List.of(),
                kept ? text() : "");
        return new Attempt(id(), outcome, random.nextDouble() * 1e6, evidence);
    }

    private AttemptOutcome outcome() {
        return switch (random.nextInt(6)) {
            case 0 -> new AttemptOutcome.Completed(Metrics.NONE);
            case 1 -> new AttemptOutcome.Reported(text(), text());
            case 2 -> new AttemptOutcome.Crashed(text(), random.nextBoolean());
            case 3 -> new AttemptOutcome.TimedOut(random.nextInt(100_000) / 1000.0);
            case 4 -> new AttemptOutcome.MemoryExceeded(random.nextInt(100_000), random.nextInt(100_000));
            default -> new AttemptOutcome.Cancelled();
        };
    }

    private String text() {
        return random.ints(random.nextInt(12), 0, CHARACTERS.length)
                .mapToObj(index -> CHARACTERS[index])
                .collect(Collectors.joining());
    }
}
