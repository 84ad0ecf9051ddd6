package io.github.parallelvalidation.ui.model;

import io.github.parallelvalidation.journal.InterruptedRun;
import io.github.parallelvalidation.journal.RunOutcome;
import io.github.parallelvalidation.plan.ChosenStrategies;
import io.github.parallelvalidation.report.Format;
import io.github.parallelvalidation.ui.decision.DecisionAnswer;
import io.github.parallelvalidation.ui.decision.DecisionCase;
import io.github.parallelvalidation.workspace.StrategyId;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/// The dialogs that the view model needs; it never opens a window itself.
public interface Dialogs {

    /// Asks what to do about a run. Not answering leaves the question open, and `answer` is not called.
    void decide(DecisionCase question, Consumer<DecisionAnswer> answer);

    /// Asks whether programs of the workspace may be started. Not answering accepts nothing, and `answer` is not
    /// called.
    void trust(TrustQuestion question, Consumer<TrustAnswer> answer);

    /// Goes on with `yes` only after a clear yes.
    void confirm(Confirmation question, Runnable yes);

    /// Asks whether what has not passed L0 is to be run at L1 all the same. Not answering runs nothing.
    ///
    /// @param all runs all that were chosen
    /// @param passed runs those alone that have passed L0
    void insist(ChosenStrategies chosen, Runnable all, Runnable passed);

    /// Asks what is to become of changes that are left behind. Not answering keeps them for later.
    void unsaved(StrategyId id, Runnable save, Runnable discard);

    /// Asks the same before a run that takes the strategy. Not answering keeps them, and runs nothing.
    void unsavedBeforeRun(StrategyId id, Runnable save, Runnable discard);

    /// Shows the form of a new strategy.
    void newStrategy(NewStrategyForm form);

    /// Shows the form of a variation.
    void duplicate(DuplicateForm form);

    /// Shows the state of an interrupted run. Not answering leaves it as it is.
    void interrupted(InterruptedRun run, Runnable resume, Runnable discard);

    /// Takes the question about a run back, or the state of an interrupted one, where that is what is shown: it was
    /// settled elsewhere.
    ///
    /// @return whether it was shown
    boolean withdraw(String runId);

    /// Shows a strategy meeting request that was just written.
    void showMeeting(Path request);

    /// Asks for a file to write to; not answering writes nothing.
    void chooseFile(Format format, String name, Consumer<Path> chosen);

    /// Asks for a file for a picture; not answering writes nothing.
    void choosePicture(String name, Consumer<Path> chosen);

    void chooseWorkspace(Consumer<Path> chosen);

    /// Asks for the folder of a new workspace; not answering makes none.
    void chooseNewWorkspace(Consumer<Path> chosen);

    /// Opens a file in the program that the desktop has for it.
    void openFile(Path file);

    void showPlan(RunOutcome plan);

    void showAlerts(List<String> alerts);
}
