package io.github.parallelvalidation.display;

import io.github.parallelvalidation.gate.Metrics;
import io.github.parallelvalidation.gate.PlaceboLimit;
import io.github.parallelvalidation.luck.ShiftCaveat;
import java.util.List;
import java.util.stream.Stream;

/// What has to be said beside the luck and the p-value of a strategy, a sentence each.
public final class LuckCaveats {
    private LuckCaveats() {}

    public static List<String> of(Metrics metrics) {
        return Stream.concat(
                        Stream.of(ShiftCaveat.line()).filter(_ -> ShiftCaveat.appliesTo(metrics)),
                        PlaceboLimit.of(metrics).stream().map(limit -> "limits of luck: " + limit.sentence()))
                .toList();
    }
}
