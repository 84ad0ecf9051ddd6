package io.github.parallelvalidation.compare;

import io.github.parallelvalidation.gate.Tier;
import java.util.List;

/// Two to six strategies beside one another.
///
/// @param differences of their rules and markets: what is the same for all is left out
/// @param agreements of each pair
public record Comparison(
        Tier tier, List<ComparedStrategy> strategies, List<Difference> differences, List<Agreement> agreements) {
    public static final int FEWEST = 2;
    /// More could not be told apart in one picture.
    public static final int MOST = 6;

    public Comparison {
        strategies = List.copyOf(strategies);
        differences = List.copyOf(differences);
        agreements = List.copyOf(agreements);
    }
}
