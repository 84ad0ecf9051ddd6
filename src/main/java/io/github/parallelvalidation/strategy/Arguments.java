package io.github.parallelvalidation.strategy;

import java.util.Arrays;
import java.util.List;

/// The checked arguments of one call.
final class Arguments {
    private final int bars;
    private final List<Value> values;

    private Arguments(int bars, List<Value> values) {
        this.bars = bars;
        this.values = values;
    }

    /// @throws ExpressionException when the number, kind or range of an argument is not what the function takes
    static Arguments of(Function function, Expression.Call call, List<Value> given, int bars) {
        if (given.size() < function.fewest()
                || given.size() > function.parameters().size()) {
            throw new ExpressionException(
                    call.column(), "%d arguments given, but it is %s".formatted(given.size(), function.signature()));
        }
        Value[] values = new Value[function.parameters().size()];
        for (int i = 0; i < values.length; i++) {
            Parameter parameter = function.parameters().get(i);
            values[i] = i < given.size()
                    ? checked(parameter, given.get(i), call.arguments().get(i), function)
                    : new Value.Constant(parameter.fallback());
        }
        return new Arguments(bars, List.of(values));
    }

    private static Value checked(Parameter parameter, Value value, Expression place, Function function) {
        String what = "%s of %s".formatted(parameter.name(), function.signature());
        if (value.isTruth()) {
            throw new ExpressionException(place.column(), what + " must be a number, not a truth value");
        }
        if (parameter.kind() == Parameter.Kind.SERIES) {
            return value;
        }
        if (!(value instanceof Value.Constant number)) {
            throw new ExpressionException(place.column(), what + " must be the same for all bars, not a series");
        }
        double given = number.value();
        boolean whole = parameter.kind() == Parameter.Kind.NUMBER || given == Math.rint(given);
        if (!whole || !(given >= parameter.least() && given <= parameter.most())) {
            throw new ExpressionException(
                    place.column(),
                    "%s must be a %snumber from %s to %s, found %s"
                            .formatted(
                                    what,
                                    parameter.kind() == Parameter.Kind.WHOLE ? "whole " : "",
                                    Parameter.plain(parameter.least()),
                                    Parameter.plain(parameter.most()),
                                    Parameter.plain(given)));
        }
        return value;
    }

    /// A number per bar, also where one number was given.
    double[] series(int index) {
        return switch (values.get(index)) {
            case Value.Series series -> series.values();
            case Value.Constant number -> {
                double[] same = new double[bars];
                Arrays.fill(same, number.value());
                yield same;
            }
            case Value.Truth truth -> throw new IllegalStateException("checked before");
            case Value.Truths truths -> throw new IllegalStateException("checked before");
        };
    }

    /// Whether no argument is a series.
    boolean areNumbers() {
        return values.stream().allMatch(value -> value instanceof Value.Constant);
    }

    double number(int index) {
        if (values.get(index) instanceof Value.Constant number) {
            return number.value();
        }
        throw new IllegalStateException("checked before");
    }

    int whole(int index) {
        return (int) number(index);
    }
}
