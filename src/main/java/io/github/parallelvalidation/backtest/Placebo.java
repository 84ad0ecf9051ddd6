package io.github.parallelvalidation.backtest;

import io.github.parallelvalidation.gate.L0Gates;
import io.github.parallelvalidation.gate.PlaceboGrid;
import io.github.parallelvalidation.luck.WorldsPValue;

/// The placebo test: score and events are shifted circularly against the returns, which keeps their autocorrelation and
/// removes any skill.
///
/// @param icPValue share of shifts, the one seen included, with an ic at least as large
/// @param luck share of shifts for which all gates hold
/// @param grid the same for other thresholds
record Placebo(double icPValue, double luck, PlaceboGrid grid) {
    /// Passes at no tolerance whatever.
    private static final double NO_HIT_RATE = -2;

    /// The least shift, and the least distance from a full circle.
    static int guard(int horizon) {
        return Math.max(2 * horizon, 50);
    }

    /// @param measure has looked at signals that have an information coefficient
    static Placebo of(L0Measure measure, L0Gates gates) {
        Observations observations = measure.observations();
        Ranks score = measure.score();
        Ranks forward = measure.forward();
        int frequency = measure.events().count();
        int n = observations.count();
        int guard = guard(observations.horizon());
        double scale = score.scale(forward);
        ShiftedScreens screens = ShiftedScreens.of(observations, score, forward);
        double seen = score.product(forward);
        int asGood = 0;
        PlaceboCounter counter = new PlaceboCounter(gates);
        for (int k = guard; k <= n - guard; k++) {
            double product = screens.product(k);
            if (seen - product <= WorldsPValue.TIE * scale) {
                asGood++;
            }
            counter.add(product / scale, distance(screens, k, gates));
        }
        PlaceboGrid grid = counter.grid();
        return new Placebo(
                (1.0 + asGood) / (1.0 + grid.shifts()),
                grid.luck(gates, frequency).share(),
                grid);
    }

    private static double distance(ShiftedScreens screens, int shift, L0Gates gates) {
        int counted = screens.counted(shift);
        return counted == 0 ? NO_HIT_RATE : gates.distance((double) screens.hits(shift) / counted);
    }
}
