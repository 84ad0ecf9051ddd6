package io.github.parallelvalidation.settings;

import io.github.parallelvalidation.gate.L0Gates;
import io.github.parallelvalidation.gate.L1Gates;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.gate.TierGates;
import io.github.parallelvalidation.luck.PlaceboWorlds;
import java.time.Period;
import org.jspecify.annotations.Nullable;

/// The validation protocol of one tier: data period, gates, costs.
///
/// @param dataPeriod the calendar time that counts, ending at the last bar
/// @param gates the thresholds
/// @param warmupBars bars loaded before the window, for indicators to settle
/// @param roundTripCostBps cost of entering and leaving a position, in basis points
/// @param placeboWorlds rebuilt markets on which every strategy is computed again; 0 for none
/// @param maxFdrQ the largest false-discovery q-value that passes, or null: not a gate
/// @param minDsr the deflated Sharpe ratio must be above this, or null: not a gate
public record TierProtocol(
        Tier tier,
        Period dataPeriod,
        TierGates gates,
        int warmupBars,
        double roundTripCostBps,
        PlaceboWorlds placeboWorlds,
        @Nullable Double maxFdrQ,
        @Nullable Double minDsr) {

    public static TierProtocol defaults(Tier tier) {
        return switch (tier) {
            case L0 ->
                new TierProtocol(
                        tier, Period.ofMonths(6), L0Gates.DEFAULT, 1000, 20, PlaceboWorlds.DEFAULT, null, null);
            case L1 ->
                new TierProtocol(tier, Period.ofYears(1), L1Gates.DEFAULT, 1000, 20, PlaceboWorlds.DEFAULT, null, null);
        };
    }
}
