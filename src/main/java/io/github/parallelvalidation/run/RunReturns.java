package io.github.parallelvalidation.run;

import io.github.parallelvalidation.fix.FixAttempt;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.gate.Variant;
import io.github.parallelvalidation.number.PlainNumber;
import io.github.parallelvalidation.strategy.ParameterVariation;
import io.github.parallelvalidation.trials.ReturnSeries;
import io.github.parallelvalidation.trials.ReturnsFile;
import io.github.parallelvalidation.trials.ReturnsStore;
import io.github.parallelvalidation.trials.Trial;
import io.github.parallelvalidation.worker.ResultFiles;
import io.github.parallelvalidation.workspace.Problem;
import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.StrategyId;
import io.github.parallelvalidation.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// Takes the daily returns that the workers of a run left for the trials of the run. Without them a trial counts all
/// the same, as one that resembles no other; so what cannot be read is a remark.
///
/// @param remarks is told what could not be read
record RunReturns(RunContext run, ReturnsStore store, Consumer<String> remarks) {
    private static final String AS_WRITTEN = "1";

    static RunReturns of(RunContext run) {
        return new RunReturns(run, run.inputs().returns(), run.monitor()::remark);
    }

    /// @param trials those of the strategies as they are written, with their variants
    void take(List<Trial> trials) {
        if (run.tier() != Tier.L1) {
            return;
        }
        Map<StrategyId, List<Trial>> byStrategy = trials.stream()
                .collect(Collectors.groupingBy(Trial::strategyId, LinkedHashMap::new, Collectors.toList()));
        byStrategy.forEach((id, own) -> {
            Map<String, ReturnSeries> columns = columns(id, "");
            own.forEach(trial -> note(trial.identity(), columns, PlainNumber.of(trial.variant())));
        });
    }

    /// Takes those of a parameter variation before its folder is removed, and writes them at once: nobody could read
    /// them later.
    void take(StrategyId id, FixAttempt fix) {
        String hash = fix.parametersHash();
        if (run.tier() != Tier.L1 || hash == null) {
            return;
        }
        Map<String, ReturnSeries> columns =
                columns(id, ParameterVariation.name(fix.variation().number()));
        note(new Trial.Identity(id, hash), columns, AS_WRITTEN);
        Variant.of(fix.metrics())
                .forEach(variant -> note(
                        new Trial.Identity(id, variant.parametersHash()), columns, PlainNumber.of(variant.factor())));
        try {
            store.save();
        } catch (ProblemException e) {
            remark(e.problem());
        }
    }

    /// Tells which files of earlier trials could not be read.
    void remarkProblems() {
        store.problems().forEach(this::remark);
    }

    private void note(Trial.Identity identity, Map<String, ReturnSeries> columns, String name) {
        ReturnSeries returns = columns.get(name);
        if (returns != null && returns.count() > 0) {
            store.note(identity, returns);
        }
    }

    /// @param below a folder in the strategy's results, or empty for these themselves
    private Map<String, ReturnSeries> columns(StrategyId id, String below) {
        try {
            Optional<Path> folder = run.workspace()
                    .strategy(id)
                    .map(strategy -> strategy.resolve(Workspace.RESULTS).resolve(below))
                    .filter(Files::isDirectory);
            return folder.isEmpty()
                    ? Map.of()
                    : ReturnsFile.read(new ResultFiles(run.workspace().inside(folder.get()), Tier.L1).dailyReturns())
                            .orElse(Map.of());
        } catch (ProblemException e) {
            remark(e.problem());
            return Map.of();
        }
    }

    private void remark(Problem problem) {
        remarks.accept(
                run.workspace().shorter(problem.headline()) + "; the trial counts as one that resembles no other");
    }
}
