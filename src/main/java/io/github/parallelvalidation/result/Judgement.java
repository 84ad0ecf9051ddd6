package io.github.parallelvalidation.result;

import io.github.parallelvalidation.gate.GateResult;
import io.github.parallelvalidation.gate.Metrics;
import io.github.parallelvalidation.queue.Status;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The judgement of a strategy: verdict, status, gates and failure.
///
/// @param status the status that the queue gets
/// @param gates the gates applied; empty where there were no metrics
/// @param failure null after a pass
/// @param relaxedGates the thresholds under which a relaxed pass passed, else empty
public record Judgement(
        Status status,
        Verdict verdict,
        Metrics metrics,
        List<GateResult> gates,
        @Nullable Failure failure,
        Map<String, Double> relaxedGates) {
    public Judgement {
        gates = List.copyOf(gates);
        relaxedGates = Map.copyOf(relaxedGates);
    }

    /// @param needed the thresholds under which it passed, empty where they are the run's
    public static Judgement passed(Status status, Metrics metrics, List<GateResult> gates, Map<String, Double> needed) {
        return new Judgement(status, Verdict.PASS, metrics, gates, null, needed);
    }

    /// The judgement on a strategy that failed its gates.
    static Judgement failed(Status status, Metrics metrics, List<GateResult> gates, Failure failure) {
        return new Judgement(status, Verdict.FAIL, metrics, gates, failure, Map.of());
    }

    /// The judgement on a strategy without metrics.
    static Judgement unmeasured(Status status, Verdict verdict, Failure failure) {
        return new Judgement(status, verdict, Metrics.NONE, List.of(), failure, Map.of());
    }

    /// Why it did not pass, in words; empty after a pass.
    public String why() {
        return failure == null ? "" : failure.message();
    }

    Judgement withMetrics(Metrics known) {
        return new Judgement(status, verdict, known, gates, failure, relaxedGates);
    }
}
