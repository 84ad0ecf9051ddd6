package io.github.parallelvalidation.run;

import io.github.parallelvalidation.compare.Comparison;
import io.github.parallelvalidation.compare.ComparisonReader;
import io.github.parallelvalidation.escalation.Decision;
import io.github.parallelvalidation.escalation.OptionPreviews;
import io.github.parallelvalidation.evidence.Look;
import io.github.parallelvalidation.evidence.Prices;
import io.github.parallelvalidation.evidence.StrategyEvidence;
import io.github.parallelvalidation.gate.Metrics;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.idea.Ideas;
import io.github.parallelvalidation.journal.RunOutcome;
import io.github.parallelvalidation.plan.RequestException;
import io.github.parallelvalidation.plan.RunEstimate;
import io.github.parallelvalidation.plan.RunRequest;
import io.github.parallelvalidation.plan.RunWishes;
import io.github.parallelvalidation.remark.Remark;
import io.github.parallelvalidation.remark.Remarks;
import io.github.parallelvalidation.settings.EscalationOption;
import io.github.parallelvalidation.trust.Acceptances;
import io.github.parallelvalidation.trust.NamedProgram;
import io.github.parallelvalidation.trust.NotAcceptedException;
import io.github.parallelvalidation.workspace.LockedException;
import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.StrategyId;
import io.github.parallelvalidation.workspace.Workspace;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/// The application's interface: all that window and command line use.
public interface Validation {

    /// Reads the state of a workspace; never throws for a broken file, the view lists its problems.
    WorkspaceView view(Workspace workspace);

    /// The same for those who ask neither for the last run nor for open questions: the files of finished runs, as long
    /// as these were, need not be read.
    default WorkspaceView viewWithoutRuns(Workspace workspace) {
        return view(workspace);
    }

    /// The plan of a run, without running it; writes nothing.
    ///
    /// @throws ProblemException when a file cannot be read as it must be
    /// @throws RequestException when a named strategy cannot be validated
    RunOutcome dryRun(Workspace workspace, RunRequest request);

    /// How long a run would take, by what earlier ones took; writes nothing.
    ///
    /// @throws ProblemException when a file cannot be read as it must be
    /// @throws RequestException when a named strategy cannot be validated
    RunEstimate estimate(Workspace workspace, RunRequest request);

    /// Reads every file the next run would read, the strategies and their bars too.
    WorkspaceCheck check(Workspace workspace, Tier tier);

    /// Which programs of workspaces this user has accepted. Nothing else that a workspace names is ever started.
    Acceptances acceptances();

    /// The programs that a workspace names; starts and writes nothing.
    ///
    /// @throws ProblemException when the settings cannot be read
    List<NamedProgram> programs(Workspace workspace);

    /// Makes sure that all that a run would start was accepted; starts and writes nothing. The run itself asks
    /// again.
    ///
    /// @throws NotAcceptedException when something was not; it says what
    void requireAccepted(Workspace workspace, RunRequest request);

    /// The same for the rest of an interrupted run.
    ///
    /// @throws NotAcceptedException when something was not; it says what
    void requireAcceptedToResume(Workspace workspace);

    /// The same for what would follow a decision.
    ///
    /// @throws NotAcceptedException when something was not; it says what
    void requireAcceptedToDecide(Workspace workspace, String runId, Decision decision);

    /// Prepares a run without starting it.
    Run start(Workspace workspace, RunRequest request);

    /// Resumes an interrupted run: results that are complete are kept, the rest is run.
    ///
    /// @param more what is asked for beyond what was asked for when the run began
    Run resume(Workspace workspace, RunWishes more);

    /// Begins a run that strategies join one by one, and that ends when it is merged.
    ///
    /// @param first the strategy that is to join it first
    /// @throws LockedException when a run is on
    /// @throws NotAcceptedException when `first` would start what was not accepted; nothing was written
    /// @throws RequestException when `first` cannot be validated; nothing was written
    /// @throws ProblemException when a file cannot be read as it must be, or a run waits to be resumed
    OpenRun open(Workspace workspace, Tier tier, StrategyId first);

    /// Takes up such a run that was cut off; empty where none was.
    ///
    /// @throws NotAcceptedException when it would start what was not accepted
    Optional<OpenRun> takeUpOpen(Workspace workspace);

    /// The run that another process is at, as its files tell; empty where there is none.
    Optional<RunElsewhere> elsewhere(WorkspaceView view);

    /// How far a worker has come, in whatever process its run is on.
    ///
    /// @return empty where no run that is kept knows it
    /// @throws ProblemException when a file cannot be read as it must be
    Optional<WorkerLook> worker(Workspace workspace, String workerId);

    /// Discards an interrupted run: its unfinished strategies are as if they had never started.
    void discard(Workspace workspace);

    /// Lets entries wait again that say they are being validated although no run is on and none waits to be resumed.
    ///
    /// @return those that wait again
    /// @throws ProblemException when a run waits to be resumed or discarded
    List<StrategyId> recover(Workspace workspace);

    /// Decides what follows a run that has ended or was decided about; the client carries it out.
    FollowUp followUp(Workspace workspace, RunOutcome ended);

    /// The previews of the choices about a finished run, of what a decision about it would still change.
    OptionPreviews previews(Workspace workspace, RunOutcome outcome);

    /// Answers the question of a finished run and carries the answer out; a retry is what [follows][#followUp].
    ///
    /// @return the run with its decision
    /// @throws NotAcceptedException when what follows would start programs that were not accepted; nothing is
    ///     decided
    RunOutcome decide(Workspace workspace, String runId, Decision decision);

    /// Saves an answer in the workspace's settings, so that later runs are answered without asking.
    ///
    /// @throws ProblemException when the settings file cannot be edited safely; it is then unchanged
    void remember(Workspace workspace, EscalationOption option);

    /// The command that runs a worker at a strategy by hand, in one line for a shell. It is built anew from the
    /// settings as they are now: nothing of it is taken from what a file says of an earlier attempt.
    ///
    /// @throws NotAcceptedException when it names a program that was not accepted
    /// @throws ProblemException when a file cannot be read as it must be
    String commandByHand(Workspace workspace, StrategyId strategy, Tier tier);

    /// What there is to see of a strategy beside its figures. Never throws for a broken file: it is then left out.
    ///
    /// @param metrics of the result that is shown; none where there is none
    StrategyEvidence evidence(Workspace workspace, StrategyId strategy, Tier tier, Metrics metrics);

    /// Every look at a strategy so far, oldest first.
    List<Look> looks(Workspace workspace, StrategyId strategy);

    /// The bars that a strategy is judged on, as they are now.
    Prices prices(Workspace workspace, StrategyId strategy, Tier tier);

    /// Lays strategies beside one another; starts no program of theirs.
    ///
    /// @param asked two to six
    Comparison compare(Workspace workspace, Tier tier, List<ComparisonReader.Asked> asked);

    /// The ideas of a workspace: reads, changes, makes and duplicates them.
    Ideas ideas(Workspace workspace);

    /// Moves strategies to another place in the order in which runs take them, by priorities in the queue.
    ///
    /// @param moved they keep their order among themselves
    /// @param before the one before which they go; empty for the end
    /// @return how many priorities were written
    /// @throws LockedException while a run is on
    /// @throws ProblemException when the queue cannot be edited safely; it is then unchanged
    int move(Workspace workspace, Set<StrategyId> moved, Optional<StrategyId> before);

    /// Stars and notes.
    ///
    /// @throws ProblemException when their file cannot be read
    Remarks remarks(Workspace workspace);

    /// Changes what is noted about a strategy.
    ///
    /// @return all remarks as they are then
    /// @throws ProblemException when the file cannot be read or written; it is then unchanged
    Remarks remark(Workspace workspace, StrategyId strategy, UnaryOperator<Remark> change);

    /// Reads a finished run that is still on disk.
    Optional<RunOutcome> outcome(Workspace workspace, String runId);

    /// A prepared run. [#execute] is called once, on a background thread.
    interface Run {
        /// The live state, from any thread.
        RunBoard board();

        /// Executes the run to its end and returns its outcome.
        ///
        /// @throws ProblemException when a file cannot be read or written as it must
        /// @throws LockedException when another run holds the workspace
        /// @throws NotAcceptedException when it would start what was not accepted; nothing was written
        RunOutcome execute();

        /// Asks the run to stop; running workers end within seconds. Safe from any thread, more than once.
        void cancel();
    }
}
