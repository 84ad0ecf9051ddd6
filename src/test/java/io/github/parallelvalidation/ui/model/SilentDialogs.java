package io.github.parallelvalidation.ui.model;

import io.github.parallelvalidation.journal.InterruptedRun;
import io.github.parallelvalidation.journal.RunOutcome;
import io.github.parallelvalidation.plan.ChosenStrategies;
import io.github.parallelvalidation.report.Format;
import io.github.parallelvalidation.ui.decision.DecisionAnswer;
import io.github.parallelvalidation.ui.decision.DecisionCase;
import io.github.parallelvalidation.workspace.StrategyId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// Dialogs without windows: they note what was asked and answer what the test has set.
public final class SilentDialogs implements Dialogs {
    final List<DecisionCase> decisions = new ArrayList<>();
    final List<Confirmation> questions = new ArrayList<>();
    final List<InterruptedRun> interruptions = new ArrayList<>();
    final List<String> withdrawn = new ArrayList<>();
    /// The run of the card that is open.
    private String about = "";
    final List<Path> meetings = new ArrayList<>();
    final List<RunOutcome> plans = new ArrayList<>();
    Optional<DecisionAnswer> answer = Optional.empty();
    final List<TrustQuestion> trustQuestions = new ArrayList<>();
    Optional<TrustAnswer> trust = Optional.empty();
    Optional<Path> folder = Optional.empty();
    boolean yes = true;
    final List<StrategyId> unsaved = new ArrayList<>();
    final List<StrategyId> unsavedBeforeRun = new ArrayList<>();
    final List<NewStrategyForm> newStrategies = new ArrayList<>();
    final List<DuplicateForm> variations = new ArrayList<>();
    final List<ChosenStrategies> doubtful = new ArrayList<>();
    /// What a person answers about what has not passed L0; nothing cancels.
    BiConsumer<Runnable, Runnable> insist = (_, _) -> {};
    /// What a person answers; nothing keeps them.
    BiConsumer<Runnable, Runnable> saveOrDiscard = (_, _) -> {};

    @Override
    public void decide(DecisionCase question, Consumer<DecisionAnswer> answered) {
        decisions.add(question);
        about = answer.isPresent() ? "" : question.outcome().plan().runId();
        answer.ifPresent(answered);
    }

    @Override
    public boolean withdraw(String runId) {
        boolean isShown = runId.equals(about);
        if (isShown) {
            withdrawn.add(runId);
            about = "";
        }
        return isShown;
    }

    /// What is chosen for a new workspace.
    public Optional<Path> newWorkspace = Optional.empty();

    public final List<Path> opened = new ArrayList<>();

    @Override
    public void chooseNewWorkspace(Consumer<Path> chosen) {
        newWorkspace.ifPresent(chosen);
    }

    @Override
    public void openFile(Path file) {
        opened.add(file);
    }

    @Override
    public void showMeeting(Path request) {
        meetings.add(request);
    }

    @Override
    public void trust(TrustQuestion question, Consumer<TrustAnswer> answered) {
        trustQuestions.add(question);
        trust.ifPresent(answered);
    }

    @Override
    public void confirm(Confirmation question, Runnable confirmed) {
        questions.add(question);
        if (yes) {
            confirmed.run();
        }
    }

    @Override
    public void insist(ChosenStrategies chosen, Runnable all, Runnable passed) {
        doubtful.add(chosen);
        insist.accept(all, passed);
    }

    @Override
    public void unsaved(StrategyId id, Runnable save, Runnable discard) {
        unsaved.add(id);
        saveOrDiscard.accept(save, discard);
    }

    @Override
    public void unsavedBeforeRun(StrategyId id, Runnable save, Runnable discard) {
        unsavedBeforeRun.add(id);
        saveOrDiscard.accept(save, discard);
    }

    @Override
    public void newStrategy(NewStrategyForm form) {
        newStrategies.add(form);
    }

    @Override
    public void duplicate(DuplicateForm form) {
        variations.add(form);
    }

    @Override
    public void interrupted(InterruptedRun run, Runnable resume, Runnable discard) {
        interruptions.add(run);
        about = run.runId();
    }

    @Override
    public void chooseFile(Format format, String name, Consumer<Path> chosen) {
        folder.ifPresent(place -> chosen.accept(place.resolve(name)));
    }

    @Override
    public void choosePicture(String name, Consumer<Path> chosen) {
        folder.ifPresent(place -> chosen.accept(place.resolve(name)));
    }

    @Override
    public void chooseWorkspace(Consumer<Path> chosen) {
        folder.ifPresent(chosen);
    }

    @Override
    public void showPlan(RunOutcome plan) {
        plans.add(plan);
    }

    @Override
    public void showAlerts(List<String> alerts) {}
}
