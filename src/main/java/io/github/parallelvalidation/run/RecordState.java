package io.github.parallelvalidation.run;

import io.github.parallelvalidation.journal.RunOutcome;
import io.github.parallelvalidation.queue.Queue;
import java.util.ArrayList;
import java.util.List;

/// The state of a run's records, passed from one [RecordStep] to the next.
///
/// @param outcome the run with all alerts so far
/// @param queue the queue as it was last seen
record RecordState(RunOutcome outcome, Queue queue) {

    /// Adds an alert; repeated alerts count once.
    RecordState with(String alert) {
        if (outcome.alerts().contains(alert)) {
            return this;
        }
        List<String> alerts = new ArrayList<>(outcome.alerts());
        alerts.add(alert);
        return new RecordState(outcome.with(outcome.timing(), alerts), queue);
    }
}
