package io.github.parallelvalidation.fix;

import io.github.parallelvalidation.gate.Metrics;
import io.github.parallelvalidation.gate.Variant;
import io.github.parallelvalidation.plan.ExecutionPlan;
import io.github.parallelvalidation.result.Judge;
import io.github.parallelvalidation.strategy.StrategyFile;
import io.github.parallelvalidation.supervise.Attempt;
import io.github.parallelvalidation.supervise.AttemptOutcome;
import io.github.parallelvalidation.trials.Trial;
import io.github.parallelvalidation.workspace.PlainFile;
import io.github.parallelvalidation.workspace.Sha256;
import io.github.parallelvalidation.workspace.StrategyId;
import io.github.parallelvalidation.workspace.Workspace;
import io.github.parallelvalidation.workspace.YamlDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The evaluations of a run as lines of the trial ledger: each strategy that was measured, and its variants.
public final class RunTrials {
    private static final double AS_WRITTEN = 1;

    private final Workspace workspace;
    private final ExecutionPlan plan;

    public RunTrials(Workspace workspace, ExecutionPlan plan) {
        this.workspace = workspace;
        this.plan = plan;
    }

    /// @param judge says what counts of what a worker measured
    public List<Trial> of(Map<StrategyId, List<Attempt>> attempts, Judge judge) {
        List<Trial> trials = new ArrayList<>();
        plan.strategies()
                .forEach(planned -> Optional.ofNullable(attempts.get(planned.id()))
                        .map(List::getLast)
                        .map(Attempt::outcome)
                        .ifPresent(outcome -> {
                            if (outcome instanceof AttemptOutcome.Completed completed) {
                                add(trials, planned.id(), completed, judge.metrics(completed));
                            }
                        }));
        return trials;
    }

    /// Parameter variations that were tried: each is a trial, and so are its neighbours.
    public List<Trial> of(StrategyId id, List<FixAttempt> fixes) {
        List<Trial> trials = new ArrayList<>();
        for (FixAttempt fix : fixes) {
            String hash = fix.parametersHash();
            if (hash != null) {
                add(trials, id, fix.variation().factor(), hash, fix.metrics());
            }
        }
        return trials;
    }

    private void add(List<Trial> trials, StrategyId id, AttemptOutcome.Completed completed, Metrics metrics) {
        String hash = completed.parametersHash() == null ? hashOfFile(id) : completed.parametersHash();
        add(trials, id, AS_WRITTEN, hash, metrics);
    }

    private void add(List<Trial> trials, StrategyId id, double factor, String hash, Metrics metrics) {
        trials.add(trial(id, factor, hash, metrics));
        Variant.of(metrics).stream()
                .filter(variant -> !variant.parametersHash().isEmpty())
                .map(variant -> trial(id, variant.factor(), variant.parametersHash(), variant.metrics()))
                .forEach(trials::add);
    }

    private Trial trial(StrategyId id, double variant, String hash, Metrics metrics) {
        return new Trial(plan.runId(), id, variant, hash, plan.tier(), metrics.numbers());
    }

    /// A foreign worker does not say what it made of the file: then the file as it stands is what was tried.
    private String hashOfFile(StrategyId id) {
        Optional<Path> file = workspace
                .strategy(id)
                .map(folder -> folder.resolve(StrategyFile.NAME))
                .filter(Files::isRegularFile);
        try {
            return file.isPresent()
                    ? Sha256.of(PlainFile.bytes(file.get(), YamlDocument.SIZE_LIMIT))
                            .substring(0, 16)
                    : "none";
        } catch (IOException unreadable) {
            return "unreadable";
        }
    }
}
