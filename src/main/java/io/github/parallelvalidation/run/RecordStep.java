package io.github.parallelvalidation.run;

import io.github.parallelvalidation.workspace.ProblemException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// One step of writing the records of a run or a decision. Steps may be repeated without harm: after an interruption
/// all of them are done again.
///
/// @param name what is written
/// @param whyAgain why repeating it does no harm
/// @param write maps the records' state before the step to that after it
record RecordStep(String name, String whyAgain, UnaryOperator<RecordState> write) {

    /// A step for a file of ours: where it cannot be written, the run stays interrupted and can be resumed.
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
