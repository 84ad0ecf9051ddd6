package io.github.parallelvalidation.run;

import io.github.parallelvalidation.gate.EarlierPass;
import io.github.parallelvalidation.gate.MetricNames;
import io.github.parallelvalidation.gate.Metrics;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.journal.RunFile;
import io.github.parallelvalidation.journal.RunOutcome;
import io.github.parallelvalidation.result.Merged;
import io.github.parallelvalidation.result.StrategyResult;
import io.github.parallelvalidation.trials.ReturnSeries;
import io.github.parallelvalidation.trials.SingleLinkage;
import io.github.parallelvalidation.trials.Trial;
import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.StrategyId;
import io.github.parallelvalidation.workspace.Workspace;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Tells which passes of a run are one idea under several names, and which were had before: their daily returns go
/// together.
///
/// @param inputs with the ledger before the run, or with the run in it
/// @param runId of the run
/// @param trials those of the run
record Resemblance(Workspace workspace, RunInputs inputs, String runId, List<Trial> trials) {
    private static final double AS_WRITTEN = 1;

    /// A pass and its daily returns.
    private record Pass(StrategyResult result, ReturnSeries returns) {}

    /// An earlier line of the ledger, and how its returns go with those of a pass.
    private record Candidate(Trial trial, double correlation) {}

    /// The results, passes with what they resemble among their metrics.
    Merged mark(Merged merged) {
        return new Merged(mark(merged.strategies()), merged.luck());
    }

    List<StrategyResult> mark(List<StrategyResult> results) {
        if (inputs.tier() != Tier.L1) {
            return results;
        }
        Map<StrategyId, Trial> own = trials.stream()
                .filter(trial -> trial.variant() == AS_WRITTEN)
                .collect(Collectors.toMap(Trial::strategyId, Function.identity(), (first, _) -> first));
        List<Pass> passes = results.stream()
                .filter(StrategyResult::passed)
                .flatMap(result -> Optional.ofNullable(own.get(result.id()))
                        .flatMap(trial -> inputs.returns().find(trial.identity()))
                        .map(returns -> new Pass(result, returns))
                        .stream())
                .toList();
        int[] firsts = SingleLinkage.firsts(passes.stream().map(Pass::returns).toList());
        Map<StrategyId, Metrics> marked = new HashMap<>();
        Map<String, Map<StrategyId, StrategyResult>> runs = new HashMap<>();
        for (int i = 0; i < passes.size(); i++) {
            StrategyResult result = passes.get(i).result();
            Metrics metrics = result.judgement().metrics();
            if (size(firsts, firsts[i]) > 1) {
                metrics = metrics.with(
                        MetricNames.SAME_IDEA_AS,
                        passes.get(firsts[i]).result().id().value());
            }
            Optional<EarlierPass> earlier = earlier(passes.get(i), runs);
            if (earlier.isPresent()) {
                metrics = metrics.with(MetricNames.EARLIER_PASS, earlier.get().document());
            }
            marked.put(result.id(), metrics);
        }
        return results.stream()
                .map(result -> marked.containsKey(result.id())
                        ? result.withMetrics(Objects.requireNonNull(marked.get(result.id())))
                        : result)
                .toList();
    }

    private static long size(int[] firsts, int first) {
        return Arrays.stream(firsts).filter(other -> other == first).count();
    }

    /// The most alike of other strategies' passes of earlier runs.
    private Optional<EarlierPass> earlier(Pass pass, Map<String, Map<StrategyId, StrategyResult>> runs) {
        return inputs.trials().stream()
                .filter(trial -> isEarlier(trial, pass))
                .flatMap(trial -> candidate(trial, pass))
                .sorted(Comparator.comparingDouble(Candidate::correlation)
                        .reversed()
                        .thenComparing(candidate -> candidate.trial().runId(), Comparator.reverseOrder()))
                .filter(candidate -> passed(candidate.trial(), runs))
                .findFirst()
                .map(found -> new EarlierPass(
                        found.trial().strategyId().value(), found.trial().runId(), found.correlation()));
    }

    private boolean isEarlier(Trial trial, Pass pass) {
        return trial.tier() == Tier.L1
                && trial.variant() == AS_WRITTEN
                && !trial.strategyId().equals(pass.result().id())
                && trial.runId().compareTo(runId) < 0;
    }

    private Stream<Candidate> candidate(Trial trial, Pass pass) {
        return inputs.returns().find(trial.identity()).stream()
                .map(returns -> new Candidate(trial, returns.correlation(pass.returns())))
                .filter(candidate -> candidate.correlation() > SingleLinkage.SAME);
    }

    /// By the thresholds of today and the figures of its line.
    private boolean holdsGates(Trial trial) {
        Map<String, Double> metrics = trial.metrics();
        double trades = metrics.getOrDefault(MetricNames.TRADES, 0.0);
        return inputs.protocol()
                .gates()
                .hold(
                        trades,
                        metrics.getOrDefault(MetricNames.SHARPE, Double.NaN),
                        // Left out where no trade lost.
                        metrics.getOrDefault(MetricNames.PROFIT_FACTOR, Double.POSITIVE_INFINITY));
    }

    /// As its run judged it; where that run's file is gone, the gates that its figures hold have to do.
    private boolean passed(Trial trial, Map<String, Map<StrategyId, StrategyResult>> runs) {
        Map<StrategyId, StrategyResult> judged = runs.computeIfAbsent(trial.runId(), this::results);
        return Optional.ofNullable(judged.get(trial.strategyId()))
                .map(StrategyResult::passed)
                .orElseGet(() -> holdsGates(trial));
    }

    private Map<StrategyId, StrategyResult> results(String earlier) {
        try {
            return RunFile.outcome(workspace, earlier)
                    .map(RunOutcome::byStrategy)
                    .orElse(Map.of());
        } catch (ProblemException unreadable) {
            // Whoever takes that run up is told; here it is as good as gone.
            return Map.of();
        }
    }
}
