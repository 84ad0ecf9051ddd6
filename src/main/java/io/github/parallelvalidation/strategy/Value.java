package io.github.parallelvalidation.strategy;

/// The value of a parameter.
public sealed interface Value {

    /// A number multiplied; anything else as it is.
    default Value scaled(double factor) {
        return this instanceof Amount(double value) ? new Amount(value * factor) : this;
    }

    /// A tunable number.
    record Amount(double value) implements Value {}

    /// A switch.
    record Truth(boolean value) implements Value {}

    /// Something an expression cannot use, carried for others.
    record Text(String value) implements Value {}
}
