package io.github.parallelvalidation.strategy;

import io.github.parallelvalidation.number.PlainNumber;
import java.util.LinkedHashMap;
import java.util.Map;

/// The value of a parameter.
public sealed interface Value {

    /// A number multiplied; anything else as it is.
    ///
    /// @param staysWhole whether the multiple of a whole number is rounded to one
    default Value scaled(double factor, boolean staysWhole) {
        if (!(this instanceof Amount(double value))) {
            return this;
        }
        double product = value * factor;
        return new Amount(staysWhole && value == Math.rint(value) ? Math.rint(product) : product);
    }

    /// A tunable number.
    record Amount(double value) implements Value {}

    /// A boolean parameter.
    record Truth(boolean value) implements Value {}

    /// A text, which expressions cannot use; kept for other programs.
    record Text(String value) implements Value {}

    /// Parameters as plain numbers, truth values and texts, for files.
    static Map<String, Object> plain(Map<String, Value> parameters) {
        Map<String, Object> plain = new LinkedHashMap<>();
        parameters.forEach((name, value) -> plain.put(name, value.plain()));
        return plain;
    }

    /// A whole number is written without a decimal point.
    private Object plain() {
        return switch (this) {
            case Amount(double number) -> PlainNumber.value(number);
            case Truth(boolean truth) -> truth;
            case Text(String text) -> text;
        };
    }
}
