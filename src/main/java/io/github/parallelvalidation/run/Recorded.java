package io.github.parallelvalidation.run;

import io.github.parallelvalidation.journal.RunOutcome;
import io.github.parallelvalidation.queue.Queue;
import java.util.ArrayList;
import java.util.List;

/// How far the records of a run have come: one [Step] hands it to the next.
///
/// @param outcome the run with all alerts so far
/// @param queue the queue as it was last seen
record Recorded(RunOutcome outcome, Queue queue) {

    /// One more alert; said twice it counts once.
    Recorded with(String alert) {
        if (outcome.alerts().contains(alert)) {
            return this;
        }
        List<String> alerts = new ArrayList<>(outcome.alerts());
        alerts.add(alert);
        return new Recorded(outcome.with(outcome.timing(), alerts), queue);
    }
}
