package io.github.parallelvalidation.run;

import io.github.parallelvalidation.trust.Accepted;
import io.github.parallelvalidation.trust.AcceptedProgram;
import io.github.parallelvalidation.trust.NotAcceptedException;
import io.github.parallelvalidation.trust.WorkspacePrograms;
import io.github.parallelvalidation.workspace.StrategyId;
import java.util.Collection;
import java.util.Optional;

/// The programs that a run may start: what the workspace names, and what of it was accepted when the run began.
record RunPrograms(WorkspacePrograms named, Accepted accepted) {

    /// Makes sure, before anything is started or written, that all that a run over these strategies starts was
    /// accepted.
    ///
    /// @throws NotAcceptedException when it was not
    void require(Collection<StrategyId> strategies) {
        // Nothing has to be read for a folder of one's own.
        if (!accepted.isWholeFolder()) {
            accepted.require(named.workspace(), named.ofRun(strategies));
        }
    }

    boolean areAccepted(Collection<StrategyId> strategies) {
        return accepted.isWholeFolder()
                || accepted.missing(named.ofRun(strategies)).isEmpty();
    }

    /// Makes the same sure of what is told when a run is over.
    ///
    /// @throws NotAcceptedException when it was not accepted
    void requireNotifier() {
        accepted.require(named.workspace(), named.notifier().stream().toList());
    }

    /// What stands in the place of the built-in worker.
    ///
    /// @throws NotAcceptedException when it was not accepted
    Optional<AcceptedProgram> worker() {
        return named.worker().map(program -> accepted.admit(named.workspace(), program));
    }

    /// What is told when a run is over.
    ///
    /// @throws NotAcceptedException when it was not accepted
    Optional<AcceptedProgram> notifier() {
        return named.notifier().map(program -> accepted.admit(named.workspace(), program));
    }
}
