package io.github.parallelvalidation.tools;

import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.journal.RecordedResults;
import io.github.parallelvalidation.journal.RecordedRun;
import io.github.parallelvalidation.journal.RunOutcome;
import io.github.parallelvalidation.plan.SpawnOptions;
import io.github.parallelvalidation.result.StrategyResult;
import io.github.parallelvalidation.run.OpenRun;
import io.github.parallelvalidation.run.RunSentence;
import io.github.parallelvalidation.run.Validation;
import io.github.parallelvalidation.workspace.StrategyId;
import io.github.parallelvalidation.workspace.Workspace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// `merge_validation_results`: ends the open run, or tells again what ended runs have recorded.
///
/// @param runs has the open run
/// @param carriedOut what follows a run
record MergeTool(Validation validation, Workspace workspace, OpenRunHolder runs, CarriedOut carriedOut)
        implements Tool {
    private static final long LOOK_MILLIS = 200;

    /// One of the listed results: a worker, or a strategy with its newest one.
    private record Named(Optional<String> worker, Optional<StrategyId> strategy, Optional<Tier> tier) {}

    /// A named result where it is recorded.
    private record Found(RecordedResults.InRun in, StrategyId strategy) {}

    @Override
    public Map<String, @Nullable Object> call(Arguments arguments, Caller caller) throws InterruptedException {
        List<?> list = arguments.only("results_list").list("results_list");
        List<String> remarks = new ArrayList<>();
        List<Named> named = new ArrayList<>();
        for (Object item : list) {
            named.add(named(item, remarks));
        }
        Optional<OpenRun> open = runs.takeUp();
        return open.isPresent() ? ending(open.get(), named, remarks, caller) : recorded(named, remarks);
    }

    private static Named named(@Nullable Object item, List<String> remarks) {
        Arguments given = item instanceof Map<?, ?> map
                ? Arguments.inner(map, "results_list.")
                : Arguments.of(Map.of(
                        String.valueOf(item).startsWith("STR-") ? "strategy_id" : "worker_id", String.valueOf(item)));
        Optional<String> worker = given.findText("worker_id");
        Optional<StrategyId> strategy = given.findText("strategy_id").map(text -> given.strategy(text, "strategy_id"));
        if (worker.isEmpty() && strategy.isEmpty()) {
            throw Arguments.wrong(
                    "each item of 'results_list' must be a worker id, a strategy id, or an object with worker_id or"
                            + " strategy_id");
        }
        if (given.values().keySet().stream()
                .anyMatch(key -> !List.of("worker_id", "strategy_id", "tier").contains(key))) {
            String which = worker.or(() -> strategy.map(StrategyId::value)).orElse("");
            remarks.add("What the call says of %s beside its id is not believed: its stored results are read."
                    .formatted(which));
        }
        return new Named(worker, strategy, given.findTier("tier"));
    }

    private Map<String, @Nullable Object> ending(OpenRun open, List<Named> named, List<String> remarks, Caller caller)
            throws InterruptedException {
        requireKnown(named);
        int left = open.unfinished();
        double all = left;
        while (left > 0 && !open.isOver()) {
            if (caller.hasGoneAway()) {
                throw new ToolException(
                        ToolException.Kind.CANCELLED,
                        "Merging was cancelled; the workers go on, and can be merged later.");
            }
            caller.progress((all - left) / all, "waits for %d workers".formatted(left));
            Thread.sleep(LOOK_MILLIS);
            left = open.unfinished();
            all = Math.max(all, left);
        }
        RunOutcome merged = open.merge();
        deliver(merged);
        List<RunOutcome> reached = carriedOut.follow(merged, caller);
        RunOutcome last = reached.getFirst();
        List<StrategyResult> results = carriedOut.standing(merged, last);
        noteLeftOut(merged, named, remarks);
        reached.stream().skip(1).forEach(next -> remarks.add(followed(next)));
        return MergeDocument.ofRun(last, results, reached.stream().anyMatch(RunOutcome::awaitsDecision), remarks);
    }

    /// Verdicts of another tier are no results of the merged run, but the queue has them.
    private static String followed(RunOutcome next) {
        return "%s followed at once, in run %s, as the settings or the run's wishes say: %s"
                .formatted(next.plan().tier(), next.plan().runId(), RunSentence.of(next));
    }

    /// Whoever leaves results out makes luck look smaller than it is.
    private void noteLeftOut(RunOutcome merged, List<Named> named, List<String> remarks) {
        List<StrategyId> listed = named.stream()
                .flatMap(one -> one
                        .strategy()
                        .or(() -> one.worker()
                                .flatMap(worker -> validation.worker(workspace, worker))
                                .map(look -> look.planned().id()))
                        .stream())
                .toList();
        List<String> left = merged.strategies().stream()
                .map(StrategyResult::id)
                .filter(id -> !listed.isEmpty() && !listed.contains(id))
                .map(StrategyId::value)
                .toList();
        if (!left.isEmpty()) {
            remarks.add("Of this run were also %s; they are counted, for leaving trials out would hide luck."
                    .formatted(String.join(", ", left)));
        }
    }

    private void requireKnown(List<Named> named) {
        for (Named one : named) {
            if (one.worker().isPresent()
                    && validation.worker(workspace, one.worker().get()).isEmpty()) {
                throw ToolException.unknownWorker(one.worker().get());
            }
        }
    }

    private void deliver(RunOutcome merged) {
        merged.plan().strategies().stream()
                .filter(planned -> merged.byStrategy().containsKey(planned.id()))
                .forEach(planned -> planned.spawn()
                        .flatMap(SpawnOptions::outputFolder)
                        .ifPresent(folder -> OutputFolder.of(workspace, planned.id(), folder)
                                .put(planned.id(), merged.plan().tier())));
    }

    private Map<String, @Nullable Object> recorded(List<Named> named, List<String> remarks) {
        if (named.isEmpty()) {
            throw ToolException.refused(
                    "nothing is spawned and not merged here; name worker or strategy ids whose recorded results are"
                            + " wanted");
        }
        Map<StrategyId, Found> found = new LinkedHashMap<>();
        for (Named one : named) {
            Found result = find(one);
            found.put(result.strategy(), result);
        }
        List<String> runIds =
                found.values().stream().map(one -> one.in().runId()).distinct().toList();
        List<StrategyResult> results = found.values().stream()
                .map(one -> one.in().run().result(one.strategy()).orElseThrow())
                .toList();
        RecordedRun first = found.values().iterator().next().in().run();
        RunOutcome outcome = first.outcome().orElseThrow();
        if (runIds.size() == 1 && results.size() == outcome.strategies().size()) {
            return MergeDocument.ofRun(outcome, outcome.strategies(), outcome.awaitsDecision(), remarks);
        }
        return MergeDocument.ofResults(runIds, results, remarks);
    }

    private Found find(Named one) {
        RecordedResults recorded = new RecordedResults(workspace);
        if (one.worker().isPresent()) {
            String worker = one.worker().get();
            RecordedResults.InRun in = recorded.byWorker(worker).orElseThrow(() -> ToolException.unknownWorker(worker));
            StrategyId strategy = in.run().strategyOf(worker).orElseThrow(() -> ToolException.unknownWorker(worker));
            return required(in, strategy);
        }
        StrategyId strategy = one.strategy().orElseThrow();
        for (Tier tier : one.tier().map(List::of).orElse(List.of(Tier.L1, Tier.L0))) {
            Optional<RecordedResults.InRun> in = recorded.byStrategy(strategy, tier);
            if (in.isPresent()) {
                return new Found(in.get(), strategy);
            }
        }
        throw ToolException.refused("no run that is kept has a result of %s".formatted(strategy));
    }

    private static Found required(RecordedResults.InRun in, StrategyId strategy) {
        if (in.run().result(strategy).isEmpty()) {
            throw ToolException.refused(
                    "run %s ended without a result of %s; spawn it again".formatted(in.runId(), strategy));
        }
        return new Found(in, strategy);
    }
}
