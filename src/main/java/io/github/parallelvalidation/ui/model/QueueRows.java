package io.github.parallelvalidation.ui.model;

import io.github.parallelvalidation.display.ReasonText;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.queue.QueueEntry;
import io.github.parallelvalidation.queue.Status;
import io.github.parallelvalidation.result.StrategyResult;
import io.github.parallelvalidation.run.RunSnapshot;
import io.github.parallelvalidation.run.Slot;
import io.github.parallelvalidation.ui.control.StatusLook;
import io.github.parallelvalidation.workspace.StrategyId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Builds the rows of the queue table: the state in the file, overlaid by the state of the current run.
final class QueueRows {
    private QueueRows() {}

    static List<StrategyRow> of(
            List<QueueEntry> entries, LatestResults known, Tier tier, Optional<RunSnapshot> running) {
        Map<StrategyId, StrategyRow> live = new HashMap<>();
        running.ifPresent(snapshot -> overlay(snapshot, live));
        return entries.stream()
                .map(entry -> Optional.ofNullable(live.get(entry.id())).orElseGet(() -> row(entry, known, tier)))
                .toList();
    }

    private static void overlay(RunSnapshot snapshot, Map<StrategyId, StrategyRow> live) {
        for (Slot slot : snapshot.slots()) {
            if (slot instanceof Slot.Busy busy) {
                live.put(busy.id(), validating(busy, snapshot.tier()));
            }
        }
        for (StrategyResult result : snapshot.finished()) {
            live.put(result.id(), StrategyRow.of(result, snapshot.tier()));
        }
    }

    private static StrategyRow validating(Slot.Busy busy, Tier tier) {
        StatusLook look = StrategyRow.live(Status.validating(tier));
        return new StrategyRow(
                busy.id(), busy.name(), look, tier, busy.attempt().why(), Optional.empty());
    }

    private static StrategyRow row(QueueEntry entry, LatestResults known, Tier tier) {
        // A strategy that waits again has no result that counts.
        Optional<StrategyResult> result = entry.status().awaits(tier) ? Optional.empty() : known.find(tier, entry.id());
        StatusLook look = StatusLook.of(entry.status(), entry.statusText());
        boolean isRelaxed = result.filter(
                        found -> found.isRelaxed() && found.judgement().status() == entry.status())
                .isPresent();
        String reason = entry.status().isUnsuccessful() ? entry.failureReason().orElse("") : "";
        return new StrategyRow(
                entry.id(), entry.name(), isRelaxed ? look.relaxed() : look, tier, ReasonText.of(reason), result);
    }
}
