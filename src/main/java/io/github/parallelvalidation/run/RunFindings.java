package io.github.parallelvalidation.run;

import io.github.parallelvalidation.fix.FixAttempts;
import io.github.parallelvalidation.fix.RunTrials;
import io.github.parallelvalidation.journal.RunOutcome;
import io.github.parallelvalidation.supervise.Attempt;
import io.github.parallelvalidation.trials.Trial;
import io.github.parallelvalidation.workspace.StrategyId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The findings of a run, from which all its records are written.
///
/// @param verdicts the run as its workers left it
/// @param attempts every worker of the run, those of retries too
/// @param trials the trials of the run, parameter variations included
/// @param fixes the attempts with varied parameters
record RunFindings(RunOutcome verdicts, List<Attempt> attempts, List<Trial> trials, FixAttempts fixes) {
    RunFindings {
        attempts = List.copyOf(attempts);
        trials = List.copyOf(trials);
    }

    /// @param asWritten the trials of the strategies as they are written
    static RunFindings of(
            RunContext run, RunOutcome verdicts, Map<StrategyId, List<Attempt>> attempts, List<Trial> asWritten) {
        FixAttempts fixes = FixAttempts.read(run.workspace(), run.plan());
        List<Trial> varied = fixes.trials(new RunTrials(run.workspace(), run.plan()));
        return new RunFindings(
                verdicts,
                attempts.values().stream().flatMap(List::stream).toList(),
                Stream.concat(asWritten.stream(), varied.stream()).toList(),
                fixes);
    }
}
