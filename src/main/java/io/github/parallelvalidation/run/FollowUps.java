package io.github.parallelvalidation.run;

import io.github.parallelvalidation.escalation.Decision;
import io.github.parallelvalidation.journal.RunOutcome;
import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.Workspace;
import java.time.Clock;
import java.util.Optional;

/// Carries out what [FollowUp] says comes after a run, until nothing follows or a question stays open.
///
/// @param <E> what may keep a client from running something to its end
public final class FollowUps<E extends Exception> {
    private final Validation validation;
    private final Workspace workspace;
    private final Clock clock;
    private final Client<E> client;

    public FollowUps(Validation validation, Workspace workspace, Clock clock, Client<E> client) {
        this.validation = validation;
        this.workspace = workspace;
        this.clock = clock;
        this.client = client;
    }

    /// What each client does in its own way.
    ///
    /// @param <E> what may keep it from running something to its end
    public interface Client<E extends Exception> {

        /// Runs to the end.
        ///
        /// @param before what was reached until then
        RunOutcome run(Validation.Run run, ReachedRuns before) throws E;

        /// Puts a run's question to a person.
        ///
        /// @return empty where nobody answered
        Optional<Decision> ask(RunOutcome asked);
    }

    /// @param first is run now
    public ReachedRuns follow(Validation.Run first) throws E {
        return follow(client.run(first, ReachedRuns.NONE));
    }

    /// @param ended a run that has ended or was decided about
    public ReachedRuns follow(RunOutcome ended) throws E {
        ReachedRuns reached = ReachedRuns.NONE.with(ended);
        Optional<RunOutcome> next = next(ended, reached);
        while (next.isPresent()) {
            reached = reached.with(next.get());
            next = next(next.get(), reached);
        }
        return reached;
    }

    /// @return the run that there is to look at next
    /// @throws RunStoppedException when a file keeps it from being begun: something was run by then
    private Optional<RunOutcome> next(RunOutcome last, ReachedRuns reached) throws E {
        try {
            return carriedOut(last, reached);
        } catch (ProblemException e) {
            throw new RunStoppedException(
                    e,
                    "Run %s is over and its results are recorded. What was to follow could not be begun:"
                            .formatted(last.plan().runId()));
        }
    }

    private Optional<RunOutcome> carriedOut(RunOutcome last, ReachedRuns reached) throws E {
        return switch (validation.followUp(workspace, last)) {
            case FollowUp.Done _ -> Optional.empty();
            case FollowUp.Ask _ -> client.ask(last).map(decision -> decide(last, decision));
            case FollowUp.Decide policy -> Optional.of(decide(last, policy.at(clock.instant())));
            case FollowUp.Start start -> Optional.of(client.run(validation.start(workspace, start.request()), reached));
        };
    }

    private RunOutcome decide(RunOutcome run, Decision decision) {
        return validation.decide(workspace, run.plan().runId(), decision);
    }
}
