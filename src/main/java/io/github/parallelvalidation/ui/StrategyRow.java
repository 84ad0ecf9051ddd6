package io.github.parallelvalidation.ui;

import io.github.parallelvalidation.gate.Metrics;
import io.github.parallelvalidation.merge.StrategyResult;
import io.github.parallelvalidation.queue.QueueEntry;
import java.util.Locale;
import java.util.Optional;

/// One line of the queue table.
///
/// @param result what the newest run found, where there is one
/// @param live where it stands in the run that is on; the queue is told at the end
record StrategyRow(QueueEntry entry, Optional<StrategyResult> result, Optional<StatusLook> live) {

    StatusLook look() {
        return live.orElseGet(() -> StatusLook.of(entry.status(), entry.statusText()));
    }

    String id() {
        return entry.id().value();
    }

    String name() {
        return entry.name();
    }

    Metrics metrics() {
        return result.map(StrategyResult::metrics).orElse(Metrics.NONE);
    }

    String failure() {
        return result.map(StrategyResult::failure)
                .map(failure -> failure.message())
                .or(entry::failureReason)
                .filter(text -> !text.equals("null"))
                .map(Figures::prose)
                .orElse("");
    }

    boolean matches(String filter) {
        String wanted = filter.strip().toLowerCase(Locale.ROOT);
        return wanted.isEmpty()
                || (id() + " " + name() + " " + look().word() + " " + failure())
                        .toLowerCase(Locale.ROOT)
                        .contains(wanted);
    }
}
