package io.github.parallelvalidation.ui.model;

import io.github.parallelvalidation.display.Figures;
import io.github.parallelvalidation.queue.PriorityOrder;
import io.github.parallelvalidation.run.Validation;
import io.github.parallelvalidation.ui.control.Role;
import io.github.parallelvalidation.ui.text.Texts;
import io.github.parallelvalidation.workspace.StrategyId;
import io.github.parallelvalidation.workspace.Workspace;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/// Moves strategies in the queue, by their priorities, while no run is on.
public final class QueueOrder {
    /// A person who moves a row expects that a few lines change.
    private static final int FEW = 20;

    private final Validation validation;
    private final Dialogs dialogs;
    private final BackgroundWork work;
    private final OpenWorkspace workspace;
    private final BooleanSupplier isIdle;

    QueueOrder(
            Validation validation,
            Dialogs dialogs,
            BackgroundWork work,
            OpenWorkspace workspace,
            BooleanSupplier isIdle) {
        this.validation = validation;
        this.dialogs = dialogs;
        this.work = work;
        this.workspace = workspace;
        this.isIdle = isIdle;
    }

    /// @param before the one before which they go; empty for the end
    public void move(List<StrategyId> strategies, Optional<StrategyId> before) {
        if (!isIdle.getAsBoolean()) {
            refuse(Texts.of("banner.move.running"));
            return;
        }
        Set<StrategyId> moved = new LinkedHashSet<>(strategies);
        int changed = workspace
                .loaded()
                .get()
                .map(read -> PriorityOrder.moved(read.queue().inOrder(), moved, before))
                .map(Map::size)
                .orElse(0);
        if (changed > FEW) {
            dialogs.confirm(
                    new Confirmation(
                            Texts.of("confirm.priorities", Figures.many(changed)),
                            Texts.of("confirm.priorities.sentence"),
                            Texts.of("confirm.priorities.yes"),
                            true),
                    () -> write(moved, before));
        } else if (changed > 0) {
            write(moved, before);
        }
    }

    /// The table is not in the order of the queue.
    public void refuseSorted() {
        refuse(Texts.of("banner.move.sorted"));
    }

    private void refuse(String sentence) {
        workspace.failed(Banner.of(Role.WARNING, sentence));
    }

    private void write(Set<StrategyId> moved, Optional<StrategyId> before) {
        Workspace chosen = workspace.get();
        work.call(
                Texts.of("doing.move"),
                () -> validation.move(chosen, moved, before),
                _ -> workspace.readAnew(),
                workspace::failed);
    }
}
