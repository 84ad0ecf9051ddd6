package io.github.parallelvalidation.tools;

import io.github.parallelvalidation.journal.OutcomeDocument;
import io.github.parallelvalidation.result.StrategyResult;
import io.github.parallelvalidation.result.Verdict;
import io.github.parallelvalidation.run.WorkerLook;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How a worker stands, as maps and plain values.
final class WorkerDocument {
    private WorkerDocument() {}

    static Map<String, @Nullable Object> of(WorkerLook look, Optional<WorkerProgress> progress) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("worker_id", look.workerId());
        map.put("strategy_id", look.planned().id().value());
        map.put("tier", look.tier().name());
        map.put("run_id", look.runId());
        map.put("status", status(look));
        map.put("state", look.state().name());
        map.put("attempt", look.attempt());
        map.put("elapsed_seconds", look.elapsedSeconds());
        map.put(
                "progress",
                look.isUnderway() ? progress.map(WorkerProgress::fraction).orElse(0.0) : 1.0);
        map.put(
                "stage",
                progress.filter(_ -> look.isUnderway())
                        .map(WorkerProgress::stage)
                        .orElse(words(look)));
        map.put("result", look.result().map(OutcomeDocument::result).orElse(null));
        map.put("verdict_is_final", look.result().isPresent() && look.isFinal());
        return map;
    }

    private static String status(WorkerLook look) {
        return switch (look.state()) {
            case WAITING, RUNNING, INTERRUPTED -> "RUNNING";
            case STOPPED -> "ERROR";
            case ENDED -> look.result().map(WorkerDocument::status).orElse("ERROR");
        };
    }

    /// A strategy that failed its gates was measured to the end; one that could not be measured is an error.
    private static String status(StrategyResult result) {
        if (result.judgement().verdict() == Verdict.TIMEOUT) {
            return "TIMEOUT";
        }
        return result.isMeasured() ? "COMPLETED" : "ERROR";
    }

    private static String words(WorkerLook look) {
        return switch (look.state()) {
            case WAITING -> "waits for one of the four places";
            case RUNNING -> "is being validated";
            case INTERRUPTED -> "its run was cut off and has not been taken up yet";
            case STOPPED -> "was stopped with its run before it had a result; spawn it again";
            case ENDED -> "has ended";
        };
    }
}
