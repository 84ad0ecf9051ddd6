package io.github.parallelvalidation.ui.model;

import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.run.WorkspaceView;
import io.github.parallelvalidation.ui.text.Texts;
import io.github.parallelvalidation.watch.PipelinePhase;
import io.github.parallelvalidation.watch.Trigger;
import io.github.parallelvalidation.watch.WatchState;
import io.github.parallelvalidation.workspace.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/// Watches the workspace for the window: reads it again when its files have changed, and, while the switch is on,
/// starts a run when one is due and no question is open.
public final class WatchModel {
    /// An answer that was just given is still being carried out.
    private static final Duration AFTER_A_QUESTION = Duration.ofSeconds(1);

    private final DashboardModel model;
    private final BooleanSupplier asking;
    private final WatchMemory memory;
    private final BooleanProperty on = new SimpleBooleanProperty();
    private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper("");
    private Trigger trigger = new Trigger();
    private Tier tier;
    private Optional<PipelinePhase> phase = Optional.empty();
    private Instant lastAsked = Instant.MIN;
    private boolean changed;
    private boolean ownRun;

    /// @param asking whether a card is open
    /// @param memory which workspaces are watched
    public WatchModel(DashboardModel model, BooleanSupplier asking, WatchMemory memory) {
        this.model = model;
        this.asking = asking;
        this.memory = memory;
        tier = model.choices().tier().get();
        model.workspace().subscribe(this::opened);
        on.subscribe(now -> {
            memory.watch(model.workspace().get(), now);
            begin();
        });
        model.choices().tier().subscribe(this::chosen);
    }

    public BooleanProperty on() {
        return on;
    }

    /// The text of the status bar while the switch is on and nothing runs.
    public ReadOnlyStringProperty words() {
        return words.getReadOnlyProperty();
    }

    /// The files of the workspace are quiet; called every few seconds.
    ///
    /// @param filesChanged since the last call
    public void look(boolean filesChanged, Optional<PipelinePhase> now) {
        phase = now;
        changed |= filesChanged;
        if (!model.runs().isIdle()) {
            return;
        }
        if (changed || isHeldByAnother()) {
            changed = false;
            model.refresh(this::consider);
        } else {
            consider();
        }
    }

    /// What one workspace is watched for is no wish for another.
    private void opened(Workspace workspace) {
        on.set(memory.isWatched(workspace));
        begin();
    }

    /// From here on all that waits is new.
    private void begin() {
        trigger = new Trigger();
        words.set(on.get() ? Texts.of("watch") : "");
        consider();
    }

    /// A run of ours that goes on with the next tier moves the choice as well; that is nobody's wish for later.
    private void chosen(Tier now) {
        if (!ownRun) {
            tier = now;
        }
    }

    private void consider() {
        WorkspaceView view = model.view().orElse(null);
        if (!on.get()
                || view == null
                || !model.runs().isIdle()
                || model.runs().live().isPresent()) {
            return;
        }
        Instant now = model.clock().instant();
        if (asking.getAsBoolean()) {
            lastAsked = now;
            words.set(Texts.of("watch.card"));
            return;
        }
        if (now.isBefore(lastAsked.plus(AFTER_A_QUESTION))) {
            return;
        }
        ownRun = false;
        WatchState state = trigger.assess(view, tier, phase);
        words.set(words(state));
        if (state instanceof WatchState.Due) {
            if (model.toDo().isUnsaved()) {
                // Nobody may be there to be asked, and somebody who is there types.
                words.set(Texts.of("watch.unsaved"));
                return;
            }
            trigger.begin();
            ownRun = true;
            model.choices().tier().set(tier);
            model.toDo().validateUnasked();
        }
    }

    private boolean isHeldByAnother() {
        return model.view().filter(seen -> seen.lockHolder().isPresent()).isPresent();
    }

    /// What has a banner is not said again.
    private static String words(WatchState state) {
        return switch (state) {
            case WatchState.TooFew few -> Texts.of("watch.few", few.waiting(), few.needed(), few.tier());
            case WatchState.Unchanged unchanged -> Texts.of("watch.unchanged", unchanged.waiting(), unchanged.tier());
            case WatchState.NotBegun refused -> Texts.of("watch.not.begun", refused.waiting(), refused.tier());
            case WatchState.EarlierPhase earlier -> Texts.of("watch.phase", earlier.phase());
            case WatchState.NoQueue _ -> Texts.of("watch.absent");
            case WatchState.Locked _,
                    WatchState.Interrupted _,
                    WatchState.Broken _,
                    WatchState.Refused _,
                    WatchState.Due _ -> Texts.of("watch");
        };
    }
}
