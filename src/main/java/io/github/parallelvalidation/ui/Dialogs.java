package io.github.parallelvalidation.ui;

import io.github.parallelvalidation.escalation.Decision;
import io.github.parallelvalidation.run.RunOutcome;
import java.util.function.Consumer;

/// Questions and news to the person; a view model asks without knowing of windows.
interface Dialogs {

    /// Something went wrong.
    ///
    /// @param sentence what happened, where, and what to do
    /// @param details what folds out, or empty
    void tell(String sentence, String details);

    /// What a run would do.
    void showPlan(RunOutcome plan);

    /// Asks what to do about a run; answers later, or never when the person closes the question.
    void askDecision(DecisionCase question, Consumer<Decision> answer);
}
