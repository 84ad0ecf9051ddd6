package io.github.parallelvalidation.calibrate;

import io.github.parallelvalidation.backtest.Strategies;
import io.github.parallelvalidation.strategy.Strategy;
import java.util.Locale;

/// A strategy's rules with its parameters.
///
/// @param horizon also after how many bars a position is left
/// @param sense +1 or −1, for rules that may mean either
/// @param peak an hour
record Idea(Family family, Sides sides, int lookback, int horizon, double stretch, int sense, int peak) {

    /// What a strategy trades.
    enum Sides {
        BOTH("long and short"),
        LONG("long only"),
        SHORT("short only");

        private final String words;

        Sides(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    static Idea drawn(Family family, Draws draws) {
        // As many trade both sides as one.
        Sides sides = draws.holds(0.5) ? Sides.BOTH : draws.holds(0.5) ? Sides.LONG : Sides.SHORT;
        return new Idea(
                family,
                sides,
                draws.evenInLogs(family.shortest(), family.longest()),
                draws.evenInLogs(1, 48),
                draws.uniform(0.5, 1.5),
                draws.holds(0.5) ? 1 : -1,
                draws.below(24));
    }

    /// One that trades seldom enough to live with costs.
    static Idea slow(Family family, Sides sides, Draws draws) {
        return new Idea(
                family,
                sides,
                draws.evenInLogs(family.longest() / 2, family.longest()),
                draws.evenInLogs(48, 240),
                draws.uniform(0.5, 1.5),
                draws.holds(0.5) ? 1 : -1,
                draws.below(24));
    }

    /// The same idea, a little different.
    Idea varied(Draws draws) {
        int near = (int) Math.rint(lookback * draws.uniform(0.8, 1.25));
        int kept = Math.clamp(near, family.shortest(), family.longest());
        return new Idea(family, sides, kept, horizon, stretch * draws.uniform(0.8, 1.25), sense, peak);
    }

    Strategy strategy() {
        String entries =
                switch (sides) {
                    case BOTH -> "long: '%s', short: '%s'".formatted(family.buy(), family.sell());
                    case LONG -> "long: '%s'".formatted(family.buy());
                    case SHORT -> "short: '%s'".formatted(family.sell());
                };
        return Strategies.of(String.format(
                Locale.ROOT,
                """
                signal: {score: '%s', %s, horizon: %d}
                entry: {lookback: %d, half: %d, third: %d, stretch: %s, sense: %d, peak: %d, trough: %d}
                exit: {hold_bars: %d}
                """,
                family.score(),
                entries,
                horizon,
                lookback,
                Math.max(2, lookback / 2),
                Math.max(2, lookback / 3),
                stretch,
                sense,
                peak,
                (peak + 12) % 24,
                horizon));
    }
}
