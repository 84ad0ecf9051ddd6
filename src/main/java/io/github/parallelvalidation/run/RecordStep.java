package io.github.parallelvalidation.run;

import io.github.parallelvalidation.workspace.ProblemException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// One thing that is written after a run or a decision. A cut between two steps is made good by doing all of them
/// again.
///
/// @param name what is written
/// @param whyAgain why doing it once more does no harm
/// @param write from what was recorded before it to what is recorded then
record RecordStep(String name, String whyAgain, UnaryOperator<RecordState> write) {

    /// A file of ours: where it cannot be written the run stays open, and is resumed.
    static RecordStep ofOurs(String name, String whyAgain, Consumer<RecordState> write) {
        return new RecordStep(name, whyAgain, recorded -> {
            write.accept(recorded);
            return recorded;
        });
    }

    /// A file beside the run's own, which may be in a state that we must not write over: that is an alert, and does not
    /// undo the run.
    static RecordStep unlessRefused(String name, String whyAgain, Consumer<RecordState> write) {
        return new RecordStep(name, whyAgain, recorded -> {
            try {
                write.accept(recorded);
                return recorded;
            } catch (ProblemException e) {
                return recorded.with(e.problem().headline() + " (not updated)");
            }
        });
    }

    static RecordState all(List<RecordStep> steps, RecordState start) {
        RecordState recorded = start;
        for (RecordStep step : steps) {
            recorded = step.write().apply(recorded);
        }
        return recorded;
    }
}
