package io.github.parallelvalidation.evidence;

import io.github.parallelvalidation.luck.Worlds;
import java.util.Optional;

/// What can be shown of one strategy at one tier.
///
/// @param idea as its folder has it now
/// @param market on which its result was measured
/// @param worlds what it scored on markets without skill
/// @param equity by day, at L1
public record StrategyEvidence(
        Optional<StrategyIdea> idea,
        Optional<MeasuredMarket> market,
        Optional<Worlds> worlds,
        Optional<EquityCurve> equity) {

    /// Where there is nothing to be seen.
    public static final StrategyEvidence NONE =
            new StrategyEvidence(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
