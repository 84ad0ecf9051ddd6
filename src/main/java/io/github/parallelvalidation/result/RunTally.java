package io.github.parallelvalidation.result;

import io.github.parallelvalidation.gate.MetricNames;
import io.github.parallelvalidation.luck.RunLuck;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/// Counts the results of a run as they come, each at a cost that does not grow with those before it.
public final class RunTally {
    private final Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
    private final SequentialTime time = new SequentialTime();
    private double expectedByLuck;
    private int unjudged;
    private int withLuck;
    private int passedWithLuck;

    public static RunTally of(List<StrategyResult> results) {
        RunTally tally = new RunTally();
        results.forEach(tally::add);
        return tally;
    }

    public void add(StrategyResult result) {
        verdicts.merge(result.judgement().verdict(), 1, Integer::sum);
        time.add(result);
        unjudged += result.isUnjudged() ? 1 : 0;
        OptionalDouble luck = result.judgement().metrics().number(MetricNames.LUCK);
        if (luck.isPresent()) {
            withLuck++;
            passedWithLuck += result.passed() ? 1 : 0;
            expectedByLuck += luck.getAsDouble();
        }
    }

    private int count(Verdict verdict) {
        return verdicts.getOrDefault(verdict, 0);
    }

    /// Of results that are not all there yet: expected passes of noise add up, and no more is known of them.
    public RunSummary soFar() {
        return new RunSummary(
                count(Verdict.PASS),
                count(Verdict.FAIL),
                count(Verdict.TIMEOUT),
                count(Verdict.ERROR),
                unjudged,
                withLuck == 0 ? null : RunLuck.expecting(expectedByLuck, passedWithLuck));
    }

    /// What they would have taken one after another on this machine.
    ///
    /// @param workers at once
    public double sequentialSeconds(int workers) {
        return time.seconds(workers);
    }
}
