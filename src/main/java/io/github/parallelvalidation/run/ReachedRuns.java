package io.github.parallelvalidation.run;

import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.journal.RunOutcome;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// The last run of each tier that a first run has led to: itself or its retry, and the one at the next tier.
public final class ReachedRuns {
    public static final ReachedRuns NONE = new ReachedRuns(Map.of());

    /// In the order of the tiers.
    private final Map<Tier, RunOutcome> byTier = new EnumMap<>(Tier.class);

    private ReachedRuns(Map<Tier, RunOutcome> byTier) {
        this.byTier.putAll(byTier);
    }

    /// The same and one run more, in the place of an earlier one of its tier.
    public ReachedRuns with(RunOutcome run) {
        ReachedRuns more = new ReachedRuns(byTier);
        more.byTier.put(run.plan().tier(), run);
        return more;
    }

    public List<RunOutcome> list() {
        return List.copyOf(byTier.values());
    }
}
