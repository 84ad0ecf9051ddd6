package io.github.parallelvalidation.strategy;

/// The value of a parameter.
public sealed interface Value {

    /// A tunable number.
    record Amount(double value) implements Value {}

    /// A switch.
    record Truth(boolean value) implements Value {}

    /// Something an expression cannot use, carried for others.
    record Text(String value) implements Value {}
}
