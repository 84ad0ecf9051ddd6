package io.github.parallelvalidation.ui.model;

import io.github.parallelvalidation.gate.FailureClass;
import io.github.parallelvalidation.gate.FailureReason;
import io.github.parallelvalidation.gate.GateResult;
import io.github.parallelvalidation.gate.L0Gates;
import io.github.parallelvalidation.gate.MetricNames;
import io.github.parallelvalidation.gate.Metrics;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.journal.InterruptedRun;
import io.github.parallelvalidation.luck.RunLuck;
import io.github.parallelvalidation.metrics.RunMetrics;
import io.github.parallelvalidation.queue.QueueEntry;
import io.github.parallelvalidation.queue.Status;
import io.github.parallelvalidation.result.AttemptCard;
import io.github.parallelvalidation.result.Effort;
import io.github.parallelvalidation.result.Failure;
import io.github.parallelvalidation.result.Judgement;
import io.github.parallelvalidation.result.Outcome;
import io.github.parallelvalidation.result.StrategyResult;
import io.github.parallelvalidation.result.Verdict;
import io.github.parallelvalidation.workspace.StrategyId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Strategies, results and a history that look like real ones.
public final class Samples {
    public static final Instant START = Instant.parse("2026-11-22T14:30:00Z");

    private Samples() {}

    public static StrategyId id(int number) {
        return new StrategyId("STR-" + number);
    }

    public static QueueEntry entry(int number, String name, Status status) {
        return entry(number, name, status, status.name(), null);
    }

    static QueueEntry entry(int number, String name, Status status, String written, @Nullable String reason) {
        return new QueueEntry(
                id(number),
                name,
                status,
                written,
                Optional.of(" " + written),
                Optional.empty(),
                number,
                number,
                Optional.ofNullable(reason),
                Optional.empty());
    }

    public static InterruptedRun interrupted() {
        return new InterruptedRun(
                "2026-11-22-120000",
                List.of(
                        new InterruptedRun.Found(
                                id(201), true, "had finished; its result is taken, it is not run again"),
                        new InterruptedRun.Found(id(202), false, "was running; it is run again")));
    }

    public static List<QueueEntry> waiting() {
        return List.of(
                entry(201, "RSI mean reversion", Status.PENDING),
                entry(202, "Donchian breakout", Status.PENDING),
                entry(203, "MACD histogram", Status.PENDING),
                entry(204, "Funding rate carry with a volatility filter and a rather long name", Status.PENDING),
                entry(205, "Bollinger squeeze", Status.PENDING),
                entry(206, "Volume climax fade", Status.PENDING),
                entry(207, "Rare extremes", Status.PENDING),
                entry(208, "Weekend drift", Status.PENDING),
                entry(209, "Endless loop", Status.PENDING));
    }

    static List<QueueEntry> everyStatus() {
        List<QueueEntry> entries = new ArrayList<>();
        int number = 301;
        for (Status status : Status.values()) {
            String written = status == Status.FOREIGN ? "PAPER_TRADING" : status.name();
            String reason = status.isUnsuccessful() ? "ic_below_threshold" : null;
            entries.add(entry(number, "Strategy in the state " + written, status, written, reason));
            number++;
        }
        return entries;
    }

    public static StrategyResult judged(int number, double signals, double hit, double ic, double p, double luck) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put(MetricNames.SIGNAL_FREQUENCY, signals);
        values.put(MetricNames.HIT_RATE, hit);
        values.put(MetricNames.HIT_RATE_P_VALUE, 0.21437);
        values.put(MetricNames.IC, ic);
        values.put(MetricNames.IC_P_VALUE, p);
        values.put(MetricNames.IC_Q_VALUE, Math.min(1, 2.4 * p));
        values.put(MetricNames.LUCK, luck);
        Metrics metrics = new Metrics(values, Map.of());
        List<GateResult> gates = L0Gates.DEFAULT.check(metrics);
        List<GateResult> failed = gates.stream().filter(gate -> !gate.passed()).toList();
        boolean passed = failed.isEmpty();
        boolean fixable = failed.stream().allMatch(gate -> gate.reason().fixableByDefault());
        Failure failure = passed
                ? null
                : new Failure(
                        failed.getFirst().reason(),
                        fixable,
                        failed.stream().map(GateResult::sentence).collect(Collectors.joining("; ")));
        Status status = passed ? Status.L0_PASSED : fixable ? Status.FIXABLE_FAILURE : Status.L0_FAILED;
        return new StrategyResult(
                id(number),
                name(number),
                new Judgement(status, passed ? Verdict.PASS : Verdict.FAIL, metrics, gates, failure, Map.of()),
                new Effort(1, 0.91, 88));
    }

    /// One of which it is known what noise reaches with its rules.
    public static StrategyResult against(int number, double ic, double noise) {
        StrategyResult judged = judged(number, 50, 0.56, ic, 0.1, 0.3);
        Judgement judgement = judged.judgement();
        Map<String, @Nullable Object> values =
                new LinkedHashMap<>(judgement.metrics().values());
        values.put(MetricNames.IC_NOISE_95, noise);
        return new StrategyResult(
                judged.id(),
                judged.name(),
                new Judgement(
                        judgement.status(),
                        judgement.verdict(),
                        new Metrics(values, Map.of()),
                        judgement.gates(),
                        judgement.failure(),
                        Map.of()),
                judged.effort());
    }

    static StrategyResult broken(int number, Status status, Verdict verdict, FailureReason reason, String message) {
        return new StrategyResult(
                id(number),
                name(number),
                new Judgement(
                        status,
                        verdict,
                        Metrics.NONE,
                        List.of(),
                        new Failure(reason, reason.fixableByDefault(), message),
                        Map.of()),
                new Effort(verdict == Verdict.TIMEOUT ? 2 : 1, 600, 0));
    }

    /// A strategy whose first worker was killed and whose second one measured it.
    public static StrategyResult crashed(int number) {
        return judged(number, 84, 0.5357, 0.0312, 0.031, 0.41)
                .withCards(List.of(
                        new AttemptCard(
                                1,
                                "WORKER-1",
                                new AttemptCard.Ending(
                                        FailureClass.KILLED_BY_SIGNAL,
                                        "the worker ended without results (ended by SIGKILL)",
                                        "ended by SIGKILL"),
                                new AttemptCard.Usage(0.9, 188, 0.7),
                                List.of("loading bars", "out of memory"),
                                "cd /w && PV_ATTEMPT=1 python3 w.py"),
                        new AttemptCard(
                                2,
                                "WORKER-2",
                                new AttemptCard.Ending(null, "", "exit status 0"),
                                new AttemptCard.Usage(0.9, 88, 0.8),
                                List.of(),
                                "")));
    }

    /// Nine results: three passes, the rest failed, timed out or broke.
    public static List<StrategyResult> results() {
        return List.of(
                judged(201, 84, 0.5357, 0.0312, 0.031, 0.41),
                judged(202, 41, 0.561, 0.0307, 0.1712, 0.39),
                judged(203, 349, 0.4914, -0.0042, 0.5523, 0.31),
                judged(204, 112, 0.5431, 0.0941, 0.00031, 0.28),
                judged(205, 63, 0.5079, 0.0093, 0.3301, 0.22),
                judged(206, 27, 0.5021, 0.0441, 0.0871, 0.19),
                judged(207, 8, 0.5, 0.0493, 0.1689, 0.004),
                broken(
                        208,
                        Status.L0_FAILED,
                        Verdict.FAIL,
                        FailureReason.DATA_UNAVAILABLE,
                        "no bars for DOGEUSDT 1h; tried .crypto/data/DOGEUSDT_1h.parquet, .csv, .csv.gz and .zip"),
                broken(
                        209,
                        Status.FAILED_TIMEOUT,
                        Verdict.TIMEOUT,
                        FailureReason.TIMEOUT,
                        "no result within 600 s, also on the second attempt"));
    }

    static String name(int number) {
        return waiting().stream()
                .filter(entry -> entry.id().equals(id(number)))
                .map(QueueEntry::name)
                .findFirst()
                .orElse("Strategy " + number);
    }

    public static List<RunMetrics> history(int runs) {
        List<RunMetrics> history = new ArrayList<>();
        List<RunMetrics.Item> strategies = IntStream.rangeClosed(201, 207)
                .mapToObj(number ->
                        new RunMetrics.Item(id(number), number == 201 ? Status.L0_PASSED : Status.L0_FAILED, 1, 1))
                .toList();
        for (int i = 0; i < runs; i++) {
            int passed = (i * 7 + 3) % 6;
            double mean = 0.8 + (i * 5 % 7) / 10.0;
            double wall = 3 + i % 4;
            history.add(new RunMetrics(
                    "2026-11-%02d-143000".formatted(i % 28 + 1),
                    START.minusSeconds(86_400L * (runs - i)),
                    Tier.L0,
                    new RunMetrics.Results(
                            Outcome.MIXED,
                            false,
                            null,
                            passed,
                            9 - passed,
                            RunLuck.expecting(1.2 + (i * 3 % 8) / 10.0, passed),
                            strategies),
                    new RunMetrics.Workers(
                            9,
                            9 - i % 3 / 2,
                            i % 9 == 4 ? 2 : 0,
                            i % 9 == 4 ? 3 : i % 5 == 1 ? 1 : 0,
                            0,
                            new RunMetrics.Performance(
                                    new RunMetrics.WorkerSeconds(mean, mean * 1.8, mean * 0.5),
                                    new RunMetrics.PeakUse(96, 24))),
                    new RunMetrics.Times(wall / 60, (wall * 2.6) / 60),
                    new RunMetrics.QueueDepth(9, 0),
                    i % 9 == 4 ? List.of("2 of 9 workers timed out: more than 20 %") : List.of()));
        }
        return history;
    }
}
