package io.github.parallelvalidation.ui.model;

import io.github.parallelvalidation.remark.Remark;
import io.github.parallelvalidation.remark.Remarks;
import io.github.parallelvalidation.run.Validation;
import io.github.parallelvalidation.ui.text.Texts;
import io.github.parallelvalidation.workspace.StrategyId;
import io.github.parallelvalidation.workspace.Workspace;
import java.util.List;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;

/// Where a researcher gives stars and writes notes.
public final class RemarkDesk {
    private final Validation validation;
    private final BackgroundWork work;
    private final OpenWorkspace workspace;
    private final QueueRows rows;

    RemarkDesk(Validation validation, BackgroundWork work, OpenWorkspace workspace, QueueRows rows) {
        this.validation = validation;
        this.work = work;
        this.workspace = workspace;
        this.rows = rows;
    }

    public ReadOnlyObjectProperty<Remarks> all() {
        return rows.remarks();
    }

    public Remark of(StrategyId id) {
        return rows.remark(id);
    }

    /// Gives all of them a star, or takes it away where all have one.
    public void turnStars(List<StrategyId> strategies) {
        boolean isOn = !strategies.stream().allMatch(id -> of(id).isStarred());
        change(strategies, remark -> remark.starred(isOn));
    }

    public void star(StrategyId id, boolean isOn) {
        if (of(id).isStarred() != isOn) {
            change(List.of(id), remark -> remark.starred(isOn));
        }
    }

    public void note(StrategyId id, String words) {
        if (!of(id).note().equals(words.strip())) {
            change(List.of(id), remark -> remark.noted(words));
        }
    }

    private void change(List<StrategyId> strategies, UnaryOperator<Remark> change) {
        Workspace chosen = workspace.get();
        work.call(
                Texts.of("doing.remarks"),
                () -> {
                    Remarks now = validation.remarks(chosen);
                    for (StrategyId id : strategies) {
                        now = validation.remark(chosen, id, change);
                    }
                    return now;
                },
                now -> {
                    if (chosen.equals(workspace.get())) {
                        rows.note(now);
                    }
                },
                workspace::failed);
    }
}
