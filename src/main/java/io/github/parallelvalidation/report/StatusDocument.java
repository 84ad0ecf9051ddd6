package io.github.parallelvalidation.report;

import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.journal.InterruptedRun;
import io.github.parallelvalidation.journal.OutcomeDocument;
import io.github.parallelvalidation.queue.QueueEntry;
import io.github.parallelvalidation.run.RunningWorkers;
import io.github.parallelvalidation.run.WorkspaceView;
import io.github.parallelvalidation.schema.Schema;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The state of a workspace as plain maps and lists.
public final class StatusDocument {
    private StatusDocument() {}

    /// What `status --json` prints.
    ///
    /// @param running the workers that are at it
    public static Map<String, @Nullable Object> of(WorkspaceView view, RunningWorkers running, Instant now) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("workspace", view.workspace().root().toString());
        map.put(
                "queue",
                view.queue().entries().stream().map(StatusDocument::entry).toList());
        map.put("awaiting_l0", view.queue().awaiting(Tier.L0).size());
        map.put("awaiting_l1", view.queue().awaiting(Tier.L1).size());
        map.put("locked_by", view.lockHolder().orElse(null));
        map.put(
                "running_workers",
                running.attempts().stream()
                        .map(attempt -> attempt.document(now))
                        .toList());
        map.put("interrupted_run", view.interrupted().map(InterruptedRun::runId).orElse(null));
        map.put(
                "interrupted_strategies",
                view.interrupted().map(StatusDocument::found).orElse(List.of()));
        map.put(
                "stranded",
                view.stranded().stream().map(entry -> entry.id().value()).toList());
        map.put(
                "last_run",
                view.lastRun()
                        .map(OutcomeDocument::of)
                        .map(Schema.RUN::versioned)
                        .orElse(null));
        map.put(
                "open_questions",
                view.openQuestions().stream().map(run -> run.plan().runId()).toList());
        map.put("errors", view.errors().stream().map(Object::toString).toList());
        map.put(
                "warnings",
                Stream.concat(view.warnings().stream(), running.problem().stream())
                        .map(Object::toString)
                        .toList());
        return map;
    }

    private static List<Map<String, String>> found(InterruptedRun run) {
        return run.found().stream()
                .map(found -> Map.of("strategy_id", found.id().value(), "found", found.sentence()))
                .toList();
    }

    /// An entry of the queue.
    public static Map<String, @Nullable Object> entry(QueueEntry entry) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("strategy_id", entry.id().value());
        map.put("name", entry.name());
        map.put("status", entry.statusText().isEmpty() ? null : entry.statusText());
        map.put("failure_reason", entry.failureReason().orElse(null));
        map.put("relaxed_gates", entry.relaxedGates().orElse(null));
        return map;
    }
}
