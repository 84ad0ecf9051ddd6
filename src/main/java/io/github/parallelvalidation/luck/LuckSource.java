package io.github.parallelvalidation.luck;

import io.github.parallelvalidation.gate.Tier;
import java.util.Optional;

/// Where the luck of a strategy comes from.
public sealed interface LuckSource {
    String NONE_ASKED = "no placebo worlds were asked for, so luck is not known";

    /// It is computed again on rebuilt markets.
    record Rebuilt(PlaceboWorlds worlds) implements LuckSource {}

    /// Its score is shifted in a circle against the returns.
    record CircularShift() implements LuckSource {}

    /// It has none.
    record None(String why) implements LuckSource {}

    /// @param asked by the protocol
    /// @param isProgram whether the strategy brings a program of its own
    /// @param programWorlds on how many rebuilt markets that is to be run; empty for none
    static LuckSource of(Tier tier, PlaceboWorlds asked, boolean isProgram, Optional<Integer> programWorlds) {
        if (asked.isNone()) {
            return new None(NONE_ASKED);
        }
        if (!isProgram) {
            return new Rebuilt(asked);
        }
        if (programWorlds.isPresent()) {
            return new Rebuilt(PlaceboWorlds.exactly(programWorlds.get()));
        }
        return switch (tier) {
            case L0 -> new CircularShift();
            case L1 -> new None("a program is run on rebuilt markets only where signal.placebo is 'rebuilt'");
        };
    }
}
