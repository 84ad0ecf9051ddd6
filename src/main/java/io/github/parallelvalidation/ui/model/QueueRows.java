package io.github.parallelvalidation.ui.model;

import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.queue.Status;
import io.github.parallelvalidation.remark.Remark;
import io.github.parallelvalidation.remark.Remarks;
import io.github.parallelvalidation.result.StrategyResult;
import io.github.parallelvalidation.run.Finding;
import io.github.parallelvalidation.run.FinishedResults;
import io.github.parallelvalidation.run.RunSnapshot;
import io.github.parallelvalidation.run.Slot;
import io.github.parallelvalidation.workspace.StrategyId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The rows of the queue: the state in the files, overlaid by that of the current run. Kept from one look at the run to
/// the next, so that a look costs what the run has done in between, however long the queue is.
public final class QueueRows {
    private List<StrategyItem> items = List.of();
    private Map<StrategyId, StrategyItem> byId = Map.of();
    private Tier tier = Tier.L0;

    private FinishedResults seen = FinishedResults.NONE;
    private final Map<StrategyId, StrategyRow> finished = new HashMap<>();
    private Map<StrategyId, StrategyRow> busy = Map.of();
    /// What a look at those that wait has found.
    private Map<StrategyId, Finding> findings = Map.of();
    private final ReadOnlyObjectWrapper<Remarks> remarks = new ReadOnlyObjectWrapper<>(Remarks.NONE);
    private Consumer<RowChanges> listener = _ -> {};

    public List<StrategyItem> items() {
        return items;
    }

    /// The row of a strategy as it is now.
    Optional<StrategyRow> find(StrategyId id) {
        return Optional.ofNullable(byId.get(id)).map(StrategyItem::now);
    }

    /// @param told of the rows now, and of what changes from here on
    public void subscribe(Consumer<RowChanges> told) {
        listener = told;
        told.accept(new RowChanges(items, items, tier));
    }

    /// The files were read again, or another tier was chosen. A strategy keeps its item.
    void load(List<StrategyRow> rows, Tier newTier) {
        List<StrategyItem> now = new ArrayList<>(rows.size());
        for (StrategyRow row : rows) {
            StrategyItem known = byId.get(row.id());
            if (known == null) {
                known = new StrategyItem(row, now.size());
            } else {
                known.read(row, now.size());
            }
            now.add(known);
        }
        if (!now.equals(items)) {
            items = List.copyOf(now);
            byId = HashMap.newHashMap(items.size());
            items.forEach(item -> byId.put(item.id(), item));
        }
        if (newTier != tier || rows.isEmpty()) {
            // What keeps a strategy from one tier need not keep it from the other.
            findings = Map.of();
        }
        tier = newTier;
        items.forEach(item -> item.show(shown(item)));
        listener.accept(new RowChanges(items, items, tier));
    }

    /// Takes over what the run has done since the last look.
    ///
    /// @param running empty where the files know all that runs did
    void follow(Optional<RunSnapshot> running) {
        Set<StrategyId> touched = new HashSet<>(busy.keySet());
        FinishedResults now = running.map(RunSnapshot::finished).orElse(FinishedResults.NONE);
        if (!now.isOfSameRun(seen)) {
            touched.addAll(finished.keySet());
            finished.clear();
        }
        busy = running.map(QueueRows::busy).orElse(Map.of());
        touched.addAll(busy.keySet());
        for (StrategyResult result : now.since(seen)) {
            finished.put(
                    result.id(), StrategyRow.of(result, running.orElseThrow().tier()));
            touched.add(result.id());
        }
        seen = now;
        update(touched);
    }

    /// What is noted about strategies, known before the rows are read.
    void begin(Remarks known) {
        remarks.set(known);
    }

    /// Takes over what was noted.
    void note(Remarks known) {
        Set<StrategyId> touched = new HashSet<>(remarks.get().byId().keySet());
        touched.addAll(known.byId().keySet());
        remarks.set(known);
        update(touched);
    }

    Remark remark(StrategyId id) {
        return remarks.get().of(id);
    }

    ReadOnlyObjectProperty<Remarks> remarks() {
        return remarks.getReadOnlyProperty();
    }

    /// Takes over what a look at the files of those that wait has found.
    void check(List<Finding> found) {
        Set<StrategyId> touched = new HashSet<>(findings.keySet());
        findings = found.stream().collect(Collectors.toMap(Finding::id, Function.identity(), (first, _) -> first));
        touched.addAll(findings.keySet());
        update(touched);
    }

    private void update(Set<StrategyId> touched) {
        List<StrategyItem> changed = new ArrayList<>();
        for (StrategyId id : touched) {
            StrategyItem item = byId.get(id);
            if (item != null && item.show(shown(item))) {
                changed.add(item);
            }
        }
        if (!changed.isEmpty()) {
            listener.accept(new RowChanges(items, changed, tier));
        }
    }

    private StrategyRow shown(StrategyItem item) {
        StrategyRow ended = finished.get(item.id());
        StrategyRow now = ended != null ? ended : busy.getOrDefault(item.id(), read(item));
        return now.noted(item.read().priority(), remark(item.id()));
    }

    private StrategyRow read(StrategyItem item) {
        Finding finding = findings.get(item.id());
        return finding == null ? item.read() : item.read().with(finding);
    }

    private static Map<StrategyId, StrategyRow> busy(RunSnapshot snapshot) {
        Map<StrategyId, StrategyRow> rows = new HashMap<>();
        for (Slot slot : snapshot.slots()) {
            if (slot instanceof Slot.Busy working) {
                rows.put(working.id(), validating(working, snapshot.tier()));
            }
        }
        return rows;
    }

    private static StrategyRow validating(Slot.Busy working, Tier tier) {
        return new StrategyRow(
                working.id(),
                working.name(),
                StrategyRow.live(Status.validating(tier)),
                tier,
                working.attempt().why(),
                Optional.empty());
    }
}
