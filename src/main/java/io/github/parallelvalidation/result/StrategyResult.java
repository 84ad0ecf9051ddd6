package io.github.parallelvalidation.result;

import io.github.parallelvalidation.gate.FailureClass;
import io.github.parallelvalidation.gate.GateResult;
import io.github.parallelvalidation.gate.Metrics;
import io.github.parallelvalidation.queue.Status;
import io.github.parallelvalidation.workspace.StrategyId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a run found out about one strategy.
///
/// @param status what the queue says of it now
/// @param attempts workers that were started for it
/// @param seconds measured time of the attempt that gave the result
/// @param gates the gates applied; empty where there were no metrics
/// @param failure null after a pass
/// @param relaxedGates the thresholds under which a relaxed pass passed, else empty
/// @param peakMemoryMb largest resident memory that was sampled, 0 where none was
/// @param cards what is known of each attempt; empty where nothing is
public record StrategyResult(
        StrategyId id,
        String name,
        Status status,
        Verdict verdict,
        int attempts,
        double seconds,
        Metrics metrics,
        List<GateResult> gates,
        @Nullable Failure failure,
        Map<String, Double> relaxedGates,
        long peakMemoryMb,
        List<AttemptCard> cards) {
    public StrategyResult {
        gates = List.copyOf(gates);
        relaxedGates = Map.copyOf(relaxedGates);
        cards = List.copyOf(cards);
    }

    /// Without cards.
    public StrategyResult(
            StrategyId id,
            String name,
            Status status,
            Verdict verdict,
            int attempts,
            double seconds,
            Metrics metrics,
            List<GateResult> gates,
            @Nullable Failure failure,
            Map<String, Double> relaxedGates,
            long peakMemoryMb) {
        this(
                id,
                name,
                status,
                verdict,
                attempts,
                seconds,
                metrics,
                gates,
                failure,
                relaxedGates,
                peakMemoryMb,
                List.of());
    }

    public StrategyResult with(List<AttemptCard> newCards) {
        return with(status, verdict, metrics, gates, failure, relaxedGates, newCards);
    }

    /// The same attempts with a pass instead.
    ///
    /// @param needed the thresholds under which it passed, empty where they are the run's
    public StrategyResult asPass(
            Status newStatus, Metrics newMetrics, List<GateResult> newGates, Map<String, Double> needed) {
        return with(newStatus, Verdict.PASS, newMetrics, newGates, null, needed, cards);
    }

    /// The same attempts with failed gates instead.
    StrategyResult asFail(Status newStatus, Metrics newMetrics, List<GateResult> newGates, Failure newFailure) {
        return with(newStatus, Verdict.FAIL, newMetrics, newGates, newFailure, Map.of(), cards);
    }

    /// The only place that copies: what the attempts were stays, what was made of them changes.
    private StrategyResult with(
            Status newStatus,
            Verdict newEnding,
            Metrics newMetrics,
            List<GateResult> newGates,
            @Nullable Failure newFailure,
            Map<String, Double> newRelaxedGates,
            List<AttemptCard> newCards) {
        return new StrategyResult(
                id,
                name,
                newStatus,
                newEnding,
                attempts,
                seconds,
                newMetrics,
                newGates,
                newFailure,
                newRelaxedGates,
                peakMemoryMb,
                newCards);
    }

    /// With metrics that the worker could not know.
    public StrategyResult with(Metrics known) {
        return with(status, verdict, known, gates, failure, relaxedGates, cards);
    }

    public boolean isRelaxed() {
        return !relaxedGates.isEmpty();
    }

    /// Workers that ran out of time, those of a strategy that came to a result later too.
    public int timeouts() {
        return cards.isEmpty()
                ? verdict == Verdict.TIMEOUT ? 1 : 0
                : (int) cards.stream()
                        .filter(card -> card.kind() == FailureClass.TIMEOUT)
                        .count();
    }

    /// Whether a worker came back with something to judge.
    public boolean hasResult() {
        return verdict == Verdict.PASS || verdict == Verdict.FAIL;
    }

    public boolean passed() {
        return verdict == Verdict.PASS;
    }
}
