package io.github.parallelvalidation.result;

import io.github.parallelvalidation.number.RunningMedian;
import java.util.DoubleSummaryStatistics;
import java.util.List;

/// What the attempts of a run would have taken one after another on this machine. Workers that run at once wait for
/// each other's processors, which nobody would have to do alone; and each of them is started, where one after
/// another needs a single one. Counted as the results come.
final class SequentialTime {
    private final DoubleSummaryStatistics all = new DoubleSummaryStatistics();
    /// Of attempts that had to start a process.
    private final DoubleSummaryStatistics first = new DoubleSummaryStatistics();
    /// Of attempts in a process that had judged before.
    private final RunningMedian later = new RunningMedian();

    /// @param result with the cards of all its attempts, lost ones too, where there are any
    void add(StrategyResult result) {
        for (AttemptCard.Usage attempt : attempts(result)) {
            double alone = alone(attempt);
            all.accept(alone);
            if (attempt.judgedBefore() == 0) {
                first.accept(alone);
            } else {
                later.add(alone);
            }
        }
    }

    /// @param workers at once
    double seconds(int workers) {
        return all.getSum() - starts(workers);
    }

    /// Of a result without cards only the time of its last attempt is known.
    private static List<AttemptCard.Usage> attempts(StrategyResult result) {
        Effort effort = result.effort();
        if (!effort.cards().isEmpty()) {
            return effort.cards().stream().map(AttemptCard::usage).toList();
        }
        return result.hasResult()
                ? List.of(new AttemptCard.Usage(effort.seconds(), effort.peakMemoryMb(), 0))
                : List.of();
    }

    /// The time of an attempt that has a processor whenever it wants one.
    private static double alone(AttemptCard.Usage attempt) {
        double rest = Math.max(0, attempt.seconds() - attempt.cpuSeconds());
        return attempt.seconds() - Math.min(attempt.waitSeconds(), rest);
    }

    /// What starting a process costs that judges many, for all of them but the one that would be needed. Where each
    /// attempt had a process of its own it would have had one in any case.
    private double starts(int workers) {
        if (later.isEmpty() || first.getCount() == 0) {
            return 0;
        }
        double start = first.getAverage() - later.get();
        return Math.max(0, start) * (Math.min(workers, first.getCount()) - 1);
    }
}
