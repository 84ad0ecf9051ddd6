package io.github.parallelvalidation.strategy;

import io.github.parallelvalidation.data.Bars;
import java.util.List;
import java.util.stream.Collectors;

/// A function of the language.
///
/// @param parameters what it takes, in order; those with a default may be left out from the end
/// @param about one sentence for people
record Function(String name, List<Parameter> parameters, String about, Body body) {
    Function {
        parameters = List.copyOf(parameters);
    }

    /// Computes one value per bar.
    @FunctionalInterface
    interface Body {
        Value apply(Bars bars, Arguments arguments);
    }

    int fewest() {
        return (int)
                parameters.stream().filter(parameter -> !parameter.isOptional()).count();
    }

    /// `rsi(x, timeperiod=14)`.
    String signature() {
        return parameters.stream().map(Parameter::toString).collect(Collectors.joining(", ", name + "(", ")"));
    }
}
