package io.github.parallelvalidation.evidence;

import io.github.parallelvalidation.luck.Worlds;
import io.github.parallelvalidation.trace.ClosedTrade;
import io.github.parallelvalidation.trace.EquityMarks;
import io.github.parallelvalidation.trace.SignalEvent;
import java.util.List;
import java.util.Optional;

/// What can be shown of one strategy at one tier.
///
/// @param idea as its folder has it now
/// @param market on which its result was measured
/// @param worlds what it scored on markets without skill
/// @param equity by day, at L1: from its marks where they were given, else from its daily returns
/// @param events of the window, at L0
/// @param trades of the window, at L1
/// @param marks the equity at each close of the window, at L1
public record StrategyEvidence(
        Optional<StrategyIdea> idea,
        Optional<MeasuredMarket> market,
        Optional<Worlds> worlds,
        Optional<EquityCurve> equity,
        Given<List<SignalEvent>> events,
        Given<List<ClosedTrade>> trades,
        Given<EquityMarks> marks) {

    /// Where there is nothing to be seen.
    public static final StrategyEvidence NONE = new StrategyEvidence(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            new Given.Missing<>("there is no such strategy"),
            new Given.Missing<>("there is no such strategy"),
            new Given.Missing<>("there is no such strategy"));
}
