package io.github.parallelvalidation.ui.model;

import io.github.parallelvalidation.display.EstimateText;
import io.github.parallelvalidation.display.Figures;
import io.github.parallelvalidation.journal.RunOutcome;
import io.github.parallelvalidation.plan.RunEstimate;
import io.github.parallelvalidation.plan.RunRequest;
import io.github.parallelvalidation.plan.RunWishes;
import io.github.parallelvalidation.run.FollowUp;
import io.github.parallelvalidation.run.Validation;
import io.github.parallelvalidation.run.WorkspaceView;
import io.github.parallelvalidation.settings.EscalationOption;
import io.github.parallelvalidation.trust.NotAcceptedException;
import io.github.parallelvalidation.ui.text.Texts;
import io.github.parallelvalidation.workspace.StrategyId;
import io.github.parallelvalidation.workspace.Workspace;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Executes runs from the window: start, decisions, and what follows, until nothing follows or a person is asked.
final class RunFlow {
    private final Validation validation;
    private final Dialogs dialogs;
    private final BackgroundWork work;
    private final OpenWorkspace workspace;
    private final ShownRun shown;
    private final Choices choices;
    private final DecisionFlow decisions;
    private final TrustFlow trust;
    private final IdeaDesk ideas;
    private final AnsweredElsewhere answers;
    private final RunModel runs;
    private Supplier<Validation.Run> begun = () -> {
        throw new IllegalStateException("nothing was begun");
    };

    RunFlow(
            Validation validation,
            Dialogs dialogs,
            BackgroundWork work,
            OpenWorkspace workspace,
            ShownRun shown,
            Choices choices,
            DecisionFlow decisions,
            TrustFlow trust,
            IdeaDesk ideas) {
        this.validation = validation;
        this.dialogs = dialogs;
        this.work = work;
        this.workspace = workspace;
        this.shown = shown;
        this.choices = choices;
        this.decisions = decisions;
        this.trust = trust;
        this.ideas = ideas;
        this.answers = new AnsweredElsewhere(validation, work);
        this.runs = new RunModel(work, this::finished, this::runFailed, this::refused);
    }

    RunModel runs() {
        return runs;
    }

    void start(RunRequest request) {
        Workspace chosen = workspace.get();
        begin(() -> validation.start(chosen, request));
    }

    /// A long run says first how long it will take.
    ///
    /// @param strategies how many it takes
    void startAsked(RunRequest request, int strategies) {
        if (strategies <= RunEstimate.MANY) {
            start(request);
            return;
        }
        Workspace chosen = workspace.get();
        work.call(
                Texts.of("doing.estimate"),
                () -> validation.estimate(chosen, request),
                estimate -> dialogs.confirm(
                        new Confirmation(
                                EstimateText.question(estimate),
                                EstimateText.of(estimate),
                                Texts.of("work.validate", Figures.many(estimate.strategies())),
                                true),
                        () -> start(request)),
                workspace::failed);
    }

    void resume() {
        ideas.settle(_ -> true, () -> {
            Workspace chosen = workspace.get();
            begin(() -> validation.resume(chosen, RunWishes.NONE));
        });
    }

    void ask(RunOutcome outcome) {
        decisions.ask(workspace.get(), outcome, workspace.view(), this::decided, workspace::failed);
    }

    /// Questions that this window shows or has shown may have been answered elsewhere since.
    ///
    /// @param view the workspace as it was just read
    void look(WorkspaceView view) {
        List<RunOutcome> known = Stream.concat(shown.outcome().get().stream(), decisions.asked().stream())
                .toList();
        answers.look(view, known, this::answeredElsewhere, workspace::failed);
    }

    private void answeredElsewhere(RunOutcome outcome) {
        shown.renew(outcome);
        runs.decided(outcome);
        if (dialogs.withdraw(outcome.plan().runId())) {
            outcome.decision().ifPresent(made -> workspace.failed(ErrorBanner.answered(outcome, made)));
        }
    }

    private void begin(Supplier<Validation.Run> start) {
        if (runs.isIdle()) {
            workspace.dismiss();
            begun = start;
            runs.begin(start);
        }
    }

    /// Nothing was written: it is as if the run had not been asked for.
    private void refused(NotAcceptedException refused) {
        runs.forget();
        workspace.read();
        Supplier<Validation.Run> again = begun;
        trust.ask(refused, () -> begin(again));
    }

    private void finished(RunOutcome outcome) {
        shown.show(outcome);
        workspace.read();
        follow(outcome);
    }

    private void runFailed(Banner banner) {
        workspace.failed(banner);
        workspace.read();
    }

    private void decided(RunOutcome outcome) {
        shown.show(outcome);
        runs.decided(outcome);
        if (outcome.decision()
                .filter(made -> made.option() == EscalationOption.MEETING)
                .isPresent()) {
            dialogs.showMeeting(workspace.get().meetingRequest(outcome.plan().runId()));
        }
        follow(outcome);
        workspace.read();
    }

    /// Asks [Validation#followUp] what follows a run that has ended or was decided about.
    private void follow(RunOutcome outcome) {
        Workspace chosen = workspace.get();
        work.call(
                Texts.of("doing.after"),
                () -> validation.followUp(chosen, outcome),
                next -> carryOut(next, outcome),
                workspace::failed);
    }

    private void carryOut(FollowUp next, RunOutcome outcome) {
        switch (next) {
            case FollowUp.Done _ -> {}
            case FollowUp.Ask _ -> ask(outcome);
            case FollowUp.Decide policy ->
                decisions.byPolicy(workspace.get(), outcome, policy, this::decided, workspace::failed);
            case FollowUp.Start start -> startSettled(start.request());
        }
    }

    private void startSettled(RunRequest request) {
        List<StrategyId> named = request.strategies();
        ideas.settle(id -> named.isEmpty() || named.contains(id), () -> {
            choices.tier().set(request.tier());
            start(request);
        });
    }
}
