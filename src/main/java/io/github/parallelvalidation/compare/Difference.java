package io.github.parallelvalidation.compare;

import java.util.List;

/// Something in which the compared strategies are not all alike.
///
/// @param what the name of a rule, of a number or of a fact about its market
/// @param values as each strategy has it, in their order; empty where it has none
public record Difference(String what, List<String> values) {
    public Difference {
        values = List.copyOf(values);
    }
}
