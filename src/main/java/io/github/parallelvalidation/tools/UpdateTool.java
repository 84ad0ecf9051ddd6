package io.github.parallelvalidation.tools;

import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.journal.RecordedResults;
import io.github.parallelvalidation.queue.QueueEntry;
import io.github.parallelvalidation.queue.QueueFile;
import io.github.parallelvalidation.queue.Status;
import io.github.parallelvalidation.report.StatusDocument;
import io.github.parallelvalidation.result.StrategyResult;
import io.github.parallelvalidation.result.Verdict;
import io.github.parallelvalidation.run.OpenRun;
import io.github.parallelvalidation.run.Validation;
import io.github.parallelvalidation.run.WorkerLook;
import io.github.parallelvalidation.workspace.StrategyId;
import io.github.parallelvalidation.workspace.Workspace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// `update_queue_status`: marks a strategy as being validated, or makes sure that the queue has the verdict that its
/// results reached. No verdict is taken at a caller's word.
///
/// @param runs has the open run
record UpdateTool(Validation validation, Workspace workspace, OpenRunHolder runs) implements Tool {
    private static final int PATIENCE = 20;
    private static final long LOOK_NANOS = 100_000_000;

    /// What a caller may say of a strategy.
    private enum Wanted {
        VALIDATING,
        PASSED,
        FAILED,
        TIMEOUT
    }

    /// Whether a call marks a strategy as being validated, which begins an open run.
    static boolean isClaim(Map<String, @Nullable Object> arguments) {
        return Wanted.VALIDATING.name().equals(arguments.get("status"));
    }

    @Override
    public Map<String, @Nullable Object> call(Arguments arguments, Caller caller) {
        Arguments given = arguments.only("strategy_id", "tier", "status");
        StrategyId strategy = given.strategy("strategy_id");
        Tier tier = given.tier("tier");
        Wanted wanted = wanted(given);
        Status before = entry(strategy).status();
        if (before == Status.FOREIGN) {
            throw refused(
                    "%s has the status '%s', which belongs to another program; it is left alone"
                            .formatted(strategy, entry(strategy).statusText()),
                    List.of());
        }
        runs.takeUp().ifPresent(OpenRun::writeQueue);
        if (wanted == Wanted.VALIDATING) {
            validating(strategy, tier);
        } else {
            verdict(strategy, tier, wanted);
        }
        QueueEntry after = entry(strategy);
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("changed", after.status() != before);
        map.put("updated_queue_entry", StatusDocument.entry(after));
        return map;
    }

    private static Wanted wanted(Arguments given) {
        String word = given.text("status");
        for (Wanted wanted : Wanted.values()) {
            if (wanted.name().equals(word)) {
                return wanted;
            }
        }
        throw given.wrong("status", "VALIDATING, PASSED, FAILED or TIMEOUT", word);
    }

    private QueueEntry entry(StrategyId strategy) {
        return new QueueFile(workspace.queue())
                .read()
                .find(strategy)
                .orElseThrow(() -> ToolException.refused(strategy + " is not in the queue; status lists the ids"));
    }

    private void validating(StrategyId strategy, Tier tier) {
        boolean isUnderway =
                worker(strategy, tier).filter(WorkerLook::isUnderway).isPresent();
        if (!isUnderway) {
            runs.claim(tier, strategy);
        }
    }

    private void verdict(StrategyId strategy, Tier tier, Wanted wanted) {
        StrategyResult result = result(strategy, tier)
                .orElseThrow(() -> refused(
                        "%s has no result at %s, so it cannot be %s: a verdict comes from results alone. Spawn a worker for it, or validate it"
                                .formatted(strategy, tier, wanted),
                        List.of(Wanted.VALIDATING.name())));
        Wanted reached = reached(result.judgement().verdict());
        Status now = written(strategy, result.judgement().status());
        List<String> allowed = new ArrayList<>(List.of(Wanted.VALIDATING.name()));
        if (now == result.judgement().status()) {
            allowed.add(reached.name());
        }
        if (reached != wanted) {
            throw refused(
                    "the results of %s at %s say %s%s; it cannot be %s by word"
                            .formatted(
                                    strategy,
                                    tier,
                                    reached,
                                    result.passed()
                                            ? ""
                                            : " (" + result.judgement().why() + ")",
                                    wanted),
                    allowed);
        }
        if (now != result.judgement().status()) {
            throw refused(
                    "%s has the status %s: somebody has changed it since its result of %s was recorded as %s. Validate it again; an old result does not speak for what stands there now"
                            .formatted(strategy, now, tier, result.judgement().status()),
                    allowed);
        }
    }

    /// A verdict that was just reached is on its way into the queue.
    private Status written(StrategyId strategy, Status expected) {
        Status now = entry(strategy).status();
        for (int i = 0;
                i < PATIENCE
                        && now != expected
                        && now.isUnderway()
                        && runs.live().isPresent();
                i++) {
            LockSupport.parkNanos(LOOK_NANOS);
            runs.live().ifPresent(OpenRun::writeQueue);
            now = entry(strategy).status();
        }
        return now;
    }

    private Optional<StrategyResult> result(StrategyId strategy, Tier tier) {
        Optional<WorkerLook> open = worker(strategy, tier);
        if (open.isPresent()) {
            if (open.get().isUnderway()) {
                throw refused(
                        "%s is being validated by %s: its verdict comes from there"
                                .formatted(strategy, open.get().workerId()),
                        List.of(Wanted.VALIDATING.name()));
            }
            if (!open.get().isFinal()) {
                throw refused(
                        "the verdict of %s depends on the whole run here; merge_validation_results makes it known"
                                .formatted(strategy),
                        List.of(Wanted.VALIDATING.name()));
            }
            return open.get().result();
        }
        return new RecordedResults(workspace).newest(strategy, tier);
    }

    /// The worker that was spawned for it in the run that is on.
    private Optional<WorkerLook> worker(StrategyId strategy, Tier tier) {
        return runs.live()
                .filter(run -> run.tier() == tier)
                .flatMap(run -> run.workerOf(strategy))
                .flatMap(worker -> validation.worker(workspace, worker));
    }

    private static Wanted reached(Verdict verdict) {
        return switch (verdict) {
            case PASS -> Wanted.PASSED;
            case TIMEOUT -> Wanted.TIMEOUT;
            case FAIL, ERROR -> Wanted.FAILED;
        };
    }

    private static ToolException refused(String sentence, List<String> allowed) {
        return new ToolException(ToolException.Kind.REFUSED, sentence, Map.of("allowed", allowed));
    }
}
