package io.github.parallelvalidation.ui.model;

import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.journal.RunOutcome;
import io.github.parallelvalidation.remark.Remarks;
import io.github.parallelvalidation.result.StrategyResult;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// The rows of a finished run, with what the researcher has noted about its strategies since.
public final class RunRows {
    private List<StrategyItem> items = List.of();
    private Tier tier = Tier.L0;

    public RowChanges show(Optional<RunOutcome> run, Remarks remarks) {
        tier = run.map(outcome -> outcome.plan().tier()).orElse(Tier.L0);
        List<StrategyResult> results = run.map(RunOutcome::strategies).orElse(List.of());
        items = IntStream.range(0, results.size())
                .mapToObj(place -> new StrategyItem(row(results.get(place), remarks), place))
                .toList();
        return new RowChanges(items, items, tier);
    }

    public RowChanges note(Remarks remarks) {
        List<StrategyItem> changed = items.stream()
                .filter(item -> item.show(item.now().noted(Optional.empty(), remarks.of(item.id()))))
                .toList();
        return new RowChanges(items, changed, tier);
    }

    private StrategyRow row(StrategyResult result, Remarks remarks) {
        return StrategyRow.of(result, tier).noted(Optional.empty(), remarks.of(result.id()));
    }
}
