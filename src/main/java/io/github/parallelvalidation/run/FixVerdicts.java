package io.github.parallelvalidation.run;

import io.github.parallelvalidation.fix.FixAttempt;
import io.github.parallelvalidation.fix.FixAttemptFile;
import io.github.parallelvalidation.fix.FixAttempts;
import io.github.parallelvalidation.fix.RunTrials;
import io.github.parallelvalidation.gate.FailureReason;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.result.Merger;
import io.github.parallelvalidation.result.StrategyResult;
import io.github.parallelvalidation.strategy.ParameterVariation;
import io.github.parallelvalidation.trials.Trial;
import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.Workspace;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Judges parameter variations by what only the whole run can tell: the same run, had the strategy been written so.
/// A variation is a trial like any other and counts itself.
final class FixVerdicts {
    private final RunContext run;
    private final List<StrategyResult> results;
    private final List<Trial> trials;
    private final RunTrials lines;

    /// @param results the verdicts of the run
    /// @param trials those of the run as it was written
    FixVerdicts(RunContext run, List<StrategyResult> results, List<Trial> trials) {
        this.run = run;
        this.results = results;
        this.trials = trials;
        this.lines = new RunTrials(run.workspace(), run.plan());
    }

    static FixAttempt attempt(
            ParameterVariation variation, FailureReason reason, @Nullable String hash, StrategyResult result) {
        return new FixAttempt(
                variation,
                reason,
                hash,
                result.judgement().metrics(),
                result.judgement().gates(),
                result.passed(),
                result.judgement().why());
    }

    /// @param made the attempt as it is by itself
    /// @param alone the same as a result
    /// @param earlier attempts at the same strategy: those at others may be made at the same time, and are counted
    ///     by [#recount]
    FixAttempt inRun(FixAttempt made, StrategyResult alone, List<FixAttempt> earlier) {
        List<FixAttempt> all = Stream.concat(earlier.stream(), Stream.of(made)).toList();
        List<StrategyResult> others = results.stream()
                .map(other -> other.id().equals(alone.id()) ? alone : other)
                .toList();
        return run.inputs().merger(with(lines.of(alone.id(), all))).verdicts(others).stream()
                .filter(merged -> merged.id().equals(alone.id()))
                .findFirst()
                .map(merged -> attempt(made.variation(), made.reason(), made.parametersHash(), merged))
                .orElse(made);
    }

    /// Counts, once all are made, for each of them what was tried beside it. Who is last to be measured has no more
    /// trials against him than who is first.
    ///
    /// @param failed the strategies that were varied
    void recount(List<StrategyResult> failed) {
        if (run.tier() != Tier.L1) {
            return;
        }
        FixAttempts made = FixAttempts.read(run.workspace(), run.plan());
        Merger merger = run.inputs().merger(with(made.trials(lines)));
        for (StrategyResult strategy : failed) {
            for (FixAttempt attempt : made.of(strategy.id())) {
                FixAttempt counted = counted(merger, strategy, attempt);
                if (!counted.equals(attempt)) {
                    write(strategy, counted);
                }
            }
        }
    }

    private FixAttempt counted(Merger merger, StrategyResult strategy, FixAttempt attempt) {
        if (attempt.gates().isEmpty()) {
            return attempt;
        }
        StrategyResult alone = run.inputs().judge().judge(strategy, attempt.metrics());
        return attempt(
                attempt.variation(),
                attempt.reason(),
                attempt.parametersHash(),
                merger.verdicts(List.of(alone)).getFirst());
    }

    private void write(StrategyResult strategy, FixAttempt attempt) {
        try {
            run.workspace()
                    .strategy(strategy.id())
                    .map(folder -> new FixAttemptFile(
                            folder.resolve(Workspace.RESULTS), run.plan().runId(), run.tier()))
                    .ifPresent(file -> file.write(attempt, strategy.id().value()));
        } catch (ProblemException e) {
            run.monitor()
                    .remark(run.workspace().shorter(e.problem().headline())
                            + " (what was tried beside it is not counted there)");
        }
    }

    private List<Trial> with(List<Trial> ofFixes) {
        return Stream.concat(trials.stream(), ofFixes.stream()).toList();
    }
}
