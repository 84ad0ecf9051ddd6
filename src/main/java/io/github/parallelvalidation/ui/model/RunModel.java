package io.github.parallelvalidation.ui.model;

import io.github.parallelvalidation.journal.RunOutcome;
import io.github.parallelvalidation.run.RunSnapshot;
import io.github.parallelvalidation.run.Validation;
import io.github.parallelvalidation.trust.NotAcceptedException;
import io.github.parallelvalidation.ui.text.Texts;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The current run of this window: starts, polls, cancels and ends it. One at a time.
public final class RunModel {
    private final BackgroundWork work;
    private final Consumer<RunOutcome> finished;
    private final Consumer<Banner> failed;
    private final Consumer<NotAcceptedException> refused;

    private final ReadOnlyObjectWrapper<Optional<RunSnapshot>> snapshot = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Activity> activity = new ReadOnlyObjectWrapper<>(Activity.IDLE);
    private Optional<Validation.Run> run = Optional.empty();
    private Optional<Runnable> whenIdle = Optional.empty();

    /// @param finished, failed told when a run has ended, with the activity idle again
    /// @param refused told instead when it would have started programs that were not accepted
    RunModel(
            BackgroundWork work,
            Consumer<RunOutcome> finished,
            Consumer<Banner> failed,
            Consumer<NotAcceptedException> refused) {
        this.work = work;
        this.finished = finished;
        this.failed = failed;
        this.refused = refused;
    }

    public ReadOnlyObjectProperty<Activity> activity() {
        return activity.getReadOnlyProperty();
    }

    /// The current run, or the last one of this window.
    public ReadOnlyObjectProperty<Optional<RunSnapshot>> snapshot() {
        return snapshot.getReadOnlyProperty();
    }

    /// The state of a run that the workspace as it was read does not know of yet.
    public Optional<RunSnapshot> live() {
        return run.isPresent() ? snapshot.get() : Optional.empty();
    }

    public boolean isIdle() {
        return activity.get() == Activity.IDLE;
    }

    void begin(Supplier<Validation.Run> start) {
        if (isIdle()) {
            activity.set(Activity.RUNNING);
            work.call(Texts.of("doing.run"), start, this::started, this::failed);
        }
    }

    public void cancel() {
        if (!isIdle()) {
            activity.set(Activity.CANCELLING);
            run.ifPresent(Validation.Run::cancel);
        }
    }

    /// Copies the run's latest state; called at display rate while a run is on.
    public void poll() {
        run.ifPresent(running -> snapshot.set(Optional.of(running.board().snapshot())));
    }

    /// A decision may turn failures of the run that is shown into passes.
    void decided(RunOutcome outcome) {
        snapshot.get()
                .filter(shown -> isIdle() && shown.runId().equals(outcome.plan().runId()))
                .ifPresent(shown -> snapshot.set(Optional.of(shown.decided(outcome.strategies()))));
    }

    /// The workspace was read again and knows all that an ended run did.
    void settle() {
        if (isIdle()) {
            run = Optional.empty();
        }
    }

    void forget() {
        settle();
        snapshot.set(Optional.empty());
    }

    /// Calls back once the run is over, or at once where there is none, instead of the usual listener.
    void whenIdle(Runnable action) {
        if (isIdle()) {
            action.run();
        } else {
            whenIdle = Optional.of(action);
        }
    }

    private void started(Validation.Run begun) {
        run = Optional.of(begun);
        poll();
        if (activity.get() == Activity.CANCELLING) {
            begun.cancel();
        }
        work.call(Texts.of("doing.run"), () -> report(begun), this::end, this::failed);
    }

    private Runnable report(Validation.Run begun) {
        try {
            RunOutcome outcome = begun.execute();
            return () -> finished.accept(outcome);
        } catch (NotAcceptedException e) {
            return () -> refused.accept(e);
        }
    }

    private void failed(Banner banner) {
        end(() -> failed.accept(banner));
    }

    private void end(Runnable report) {
        poll();
        activity.set(Activity.IDLE);
        Optional<Runnable> waiting = whenIdle;
        whenIdle = Optional.empty();
        waiting.orElse(report).run();
    }
}
