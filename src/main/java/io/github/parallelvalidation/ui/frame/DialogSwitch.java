package io.github.parallelvalidation.ui.frame;

import io.github.parallelvalidation.journal.InterruptedRun;
import io.github.parallelvalidation.journal.RunOutcome;
import io.github.parallelvalidation.report.Format;
import io.github.parallelvalidation.ui.decision.DecisionAnswer;
import io.github.parallelvalidation.ui.decision.DecisionCase;
import io.github.parallelvalidation.ui.model.Dialogs;
import io.github.parallelvalidation.ui.model.Question;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Leads to dialogs that exist only once the views do, which in their turn need the model that asks.
final class DialogSwitch implements Dialogs {
    private Optional<Dialogs> target = Optional.empty();

    void lead(Dialogs dialogs) {
        target = Optional.of(dialogs);
    }

    @Override
    public void decide(DecisionCase question, Consumer<DecisionAnswer> answer) {
        target.ifPresent(dialogs -> dialogs.decide(question, answer));
    }

    @Override
    public void confirm(Question question, Runnable yes) {
        target.ifPresent(dialogs -> dialogs.confirm(question, yes));
    }

    @Override
    public void interrupted(InterruptedRun run, Runnable resume, Runnable discard) {
        target.ifPresent(dialogs -> dialogs.interrupted(run, resume, discard));
    }

    @Override
    public void showMeeting(Path request) {
        target.ifPresent(dialogs -> dialogs.showMeeting(request));
    }

    @Override
    public void chooseFile(Format format, String name, Consumer<Path> chosen) {
        target.ifPresent(dialogs -> dialogs.chooseFile(format, name, chosen));
    }

    @Override
    public void chooseWorkspace(Consumer<Path> chosen) {
        target.ifPresent(dialogs -> dialogs.chooseWorkspace(chosen));
    }

    @Override
    public void showPlan(RunOutcome plan) {
        target.ifPresent(dialogs -> dialogs.showPlan(plan));
    }

    @Override
    public void showAlerts(List<String> alerts) {
        target.ifPresent(dialogs -> dialogs.showAlerts(alerts));
    }

    @Override
    public void showHelp() {
        target.ifPresent(Dialogs::showHelp);
    }
}
