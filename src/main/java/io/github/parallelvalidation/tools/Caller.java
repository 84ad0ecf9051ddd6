package io.github.parallelvalidation.tools;

import io.github.parallelvalidation.settings.EscalationOption;
import java.util.List;
import java.util.Optional;

/// Who called a tool, while the call lasts.
public interface Caller {
    /// A program that only waits for the answer.
    Caller SILENT = new Caller() {
        @Override
        public void progress(double fraction, String stage) {}

        @Override
        public boolean hasGoneAway() {
            return false;
        }

        @Override
        public boolean canAskAPerson() {
            return false;
        }

        @Override
        public Optional<EscalationOption> ask(String question, List<EscalationOption> choices) {
            return Optional.empty();
        }
    };

    /// Tells how far the call has come.
    ///
    /// @param fraction 0 to 1
    void progress(double fraction, String stage);

    /// Whether nobody waits for the answer any more.
    boolean hasGoneAway();

    /// Whether a person can be asked through the caller.
    boolean canAskAPerson();

    /// Puts a question to the person in front of the caller, and waits for the answer.
    ///
    /// @return what was chosen, or empty: nobody is there, or nobody wanted to say
    Optional<EscalationOption> ask(String question, List<EscalationOption> choices);
}
