package io.github.parallelvalidation.ui.history;

import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.luck.RunLuck;
import io.github.parallelvalidation.metrics.RunMetrics;
import io.github.parallelvalidation.result.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Runs of a history, an hour apart.
final class Runs {
    static final Instant START = Instant.parse("2026-11-27T05:00:00Z");

    private Runs() {}

    static RunMetrics run(int number, Tier tier, int passed, int failed, @Nullable String decision) {
        return new RunMetrics(
                "run-" + number,
                START.plusSeconds(3600L * number),
                tier,
                new RunMetrics.Results(
                        Outcome.MIXED,
                        false,
                        decision,
                        passed,
                        failed,
                        new RunLuck(
                                1.9, new RunLuck.Range(0, 4), 0.3, new RunLuck.Counts(passed, 9, 0, 0, 0), 199, false),
                        List.of()),
                new RunMetrics.Workers(9, 9, 0, 0, 0, null),
                new RunMetrics.Times(4.0 / 60, 11.0 / 60),
                new RunMetrics.QueueDepth(9, 0),
                List.of());
    }

    /// Every third one is of L1.
    static List<RunMetrics> many(int count) {
        List<RunMetrics> runs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            runs.add(run(i, i % 3 == 2 ? Tier.L1 : Tier.L0, i % 10, 9 - i % 10, null));
        }
        return runs;
    }
}
