package io.github.parallelvalidation.run;

import io.github.parallelvalidation.result.RunTally;
import io.github.parallelvalidation.result.StrategyResult;
import io.github.parallelvalidation.settings.Settings;
import java.util.Arrays;

/// Takes down the results of a run as they come, and counts them. For one thread at a time; its looks are for any.
final class ResultLog {
    private static final int FEW = 16;

    private final RunTally tally = new RunTally();
    private StrategyResult[] results = new StrategyResult[FEW];
    private int size;

    void add(StrategyResult result) {
        if (size == results.length) {
            // Looks that were taken keep the shorter one.
            results = Arrays.copyOf(results, 2 * size);
        }
        results[size] = result;
        size++;
        tally.add(result);
    }

    FinishedResults look() {
        return new FinishedResults(this, results, size, tally.soFar(), tally.sequentialSeconds(Settings.MOST_WORKERS));
    }
}
