package io.github.parallelvalidation.run;

import io.github.parallelvalidation.result.RunSummary;
import io.github.parallelvalidation.result.StrategyResult;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/// A look at the results of a run so far, in the order of their arrival. Neither a look nor the question what is new
/// since an earlier one costs anything that grows with the run.
public final class FinishedResults {
    public static final FinishedResults NONE = new ResultLog().look();

    private final ResultLog run;
    /// Shared with later looks, whose results stand behind ours.
    private final StrategyResult[] results;
    private final int size;
    private final RunSummary summary;
    private final double sequentialSeconds;

    FinishedResults(ResultLog run, StrategyResult[] results, int size, RunSummary summary, double sequentialSeconds) {
        this.run = run;
        this.results = results;
        this.size = size;
        this.summary = summary;
        this.sequentialSeconds = sequentialSeconds;
    }

    public static FinishedResults of(List<StrategyResult> results) {
        ResultLog log = new ResultLog();
        results.forEach(log::add);
        return log.look();
    }

    public int size() {
        return size;
    }

    public List<StrategyResult> all() {
        return from(0);
    }

    /// Those that an earlier look at the same run did not see; all of them where it was a look at another run.
    public List<StrategyResult> since(FinishedResults earlier) {
        return from(earlier.run == run ? Math.min(earlier.size, size) : 0);
    }

    public boolean isOfSameRun(FinishedResults other) {
        return other.run == run;
    }

    public RunSummary summary() {
        return summary;
    }

    /// What they would have taken one after another on this machine.
    double sequentialSeconds() {
        return sequentialSeconds;
    }

    private List<StrategyResult> from(int start) {
        return Collections.unmodifiableList(Arrays.asList(results).subList(start, size));
    }
}
