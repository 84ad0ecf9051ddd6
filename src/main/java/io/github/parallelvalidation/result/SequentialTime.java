package io.github.parallelvalidation.result;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/// What the attempts of a run would have taken one after another on this machine. Workers that run at once wait for
/// each other's processors, which nobody would have to do alone; and each of them is started, where one after
/// another needs a single one.
final class SequentialTime {
    private static final double HALF = 0.5;

    private SequentialTime() {}

    /// @param results with the cards of all their attempts, lost ones too, where there are any
    /// @param workers at once
    static double seconds(List<StrategyResult> results, int workers) {
        List<AttemptCard.Usage> attempts =
                results.stream().flatMap(SequentialTime::attempts).toList();
        return attempts.stream().mapToDouble(SequentialTime::alone).sum() - starts(attempts, workers);
    }

    /// Of a result without cards only the time of its last attempt is known.
    private static Stream<AttemptCard.Usage> attempts(StrategyResult result) {
        Effort effort = result.effort();
        if (!effort.cards().isEmpty()) {
            return effort.cards().stream().map(AttemptCard::usage);
        }
        return result.hasResult()
                ? Stream.of(new AttemptCard.Usage(effort.seconds(), effort.peakMemoryMb(), 0))
                : Stream.empty();
    }

    /// The time of an attempt that has a processor whenever it wants one.
    private static double alone(AttemptCard.Usage attempt) {
        double rest = Math.max(0, attempt.seconds() - attempt.cpuSeconds());
        return attempt.seconds() - Math.min(attempt.waitSeconds(), rest);
    }

    /// What starting a process costs that judges many, for all of them but the one that would be needed. Where each
    /// attempt had a process of its own it would have had one in any case.
    private static double starts(List<AttemptCard.Usage> attempts, int workers) {
        double[] later = times(attempts, false);
        double[] first = times(attempts, true);
        if (later.length == 0 || first.length == 0) {
            return 0;
        }
        double start = DoubleStream.of(first).average().orElseThrow() - median(later);
        return Math.max(0, start) * (Math.min(workers, first.length) - 1);
    }

    private static double[] times(List<AttemptCard.Usage> attempts, boolean areFirst) {
        return attempts.stream()
                .filter(attempt -> (attempt.judgedBefore() == 0) == areFirst)
                .mapToDouble(SequentialTime::alone)
                .sorted()
                .toArray();
    }

    private static double median(double[] sorted) {
        return HALF * (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]);
    }
}
