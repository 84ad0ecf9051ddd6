package io.github.parallelvalidation.metrics;

import io.github.parallelvalidation.number.Counted;
import io.github.parallelvalidation.number.PlainNumber;
import io.github.parallelvalidation.supervise.Attempt;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The processor time of workers over the time in which they really computed, in percent of all the machine's
/// processors. Time in which a worker was ready to run but had no processor is others' time.
public final class ProcessorShare {
    /// A shorter worker is all start-up, and is over before anybody minds.
    private static final double SHORTEST_SECONDS = 5;

    /// A worker may have one processor in full, however few there are; sampling and the runtime's own threads add a
    /// little.
    private static final double ONE_PROCESSOR = 1.1;

    private static final int NAMED = 4;

    private ProcessorShare() {}

    /// Sampled as it is, in tenths of a percent.
    static double largest(Collection<Attempt> attempts) {
        return Math.round(10
                        * attempts.stream()
                                .mapToDouble(ProcessorShare::of)
                                .max()
                                .orElse(0))
                / 10.0;
    }

    /// A sentence when workers had more than they should.
    ///
    /// @param limit percent of the machine, as `cpu_percent_per_worker` says
    public static Optional<String> alert(Collection<Attempt> attempts, double limit) {
        return alert(attempts, limit, Runtime.getRuntime().availableProcessors());
    }

    static Optional<String> alert(Collection<Attempt> attempts, double limit, int processors) {
        List<Attempt> above = attempts.stream()
                .filter(attempt -> attempt.seconds() >= SHORTEST_SECONDS
                        && of(attempt, processors) > limit
                        && attempt.evidence().cpuSeconds() > ONE_PROCESSOR * computing(attempt))
                .sorted(Comparator.comparingDouble((Attempt attempt) -> of(attempt, processors))
                        .reversed())
                .toList();
        if (above.isEmpty()) {
            return Optional.empty();
        }
        String named = above.stream()
                .limit(NAMED)
                .map(attempt -> attempt.id().strategy() + " " + Math.round(of(attempt, processors)) + " %")
                .collect(Collectors.joining(", "));
        return Optional.of("%s used more of the machine's processors than the %s %% of cpu_percent_per_worker: %s%s"
                .formatted(
                        Counted.of(above.size(), "worker", "workers"),
                        PlainNumber.of(limit),
                        named,
                        above.size() > NAMED ? " …" : ""));
    }

    private static double of(Attempt attempt) {
        return of(attempt, Runtime.getRuntime().availableProcessors());
    }

    private static double of(Attempt attempt, int processors) {
        double time = computing(attempt);
        return time <= 0 ? 0 : 100 * attempt.evidence().cpuSeconds() / time / processors;
    }

    /// Its threads' waiting is added up, so that it may be more than there was room for.
    private static double computing(Attempt attempt) {
        return Math.max(
                attempt.seconds() - attempt.evidence().waitSeconds(),
                Math.min(attempt.seconds(), attempt.evidence().cpuSeconds()));
    }
}
