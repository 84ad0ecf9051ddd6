package io.github.parallelvalidation.strategy;

import io.github.parallelvalidation.data.Bars;
import io.github.parallelvalidation.data.Timeframe;
import io.github.parallelvalidation.number.PlainNumber;
import io.github.parallelvalidation.strategy.Expression.Numeric;
import io.github.parallelvalidation.workspace.Printable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Compiles function calls: the function is known, has as many arguments as it takes, and its periods are constant and
/// in range.
///
/// @param names resolves names and arguments
/// @param roundsPeriods whether a period that is not a whole number is rounded, or an error
record CallCompiler(Compiler names, Functions functions, boolean roundsPeriods) {
    private static final Bars ONE_BAR = oneBar();

    private static Bars oneBar() {
        double[] price = {1};
        return new Bars("", Timeframe.D1, "", new long[1], price, price, price, price, price);
    }

    Expression call(Syntax.Call call) {
        if (Functions.CROSSINGS.contains(call.name())) {
            return crossing(call);
        }
        Function function = functions.find(call.name()).orElseThrow(() -> unknownFunction(call));
        checkCount(call, function);
        List<Numeric> series = new ArrayList<>();
        List<Double> constants = new ArrayList<>();
        for (int i = 0; i < function.parameters().size(); i++) {
            Function.Parameter parameter = function.parameters().get(i);
            Optional<Syntax> argument =
                    i < call.arguments().size() ? Optional.of(call.arguments().get(i)) : Optional.empty();
            if (parameter.kind() == Function.Kind.SERIES) {
                series.add(names.numeric(
                        argument.orElseThrow(), "'" + parameter.name() + "' of " + call.name() + " is a number"));
            } else {
                constants.add(argument.map(syntax -> constant(syntax, function, parameter))
                        .orElseGet(() -> parameter.fallback().orElseThrow()));
            }
        }
        return function.elementwise() && series.stream().allMatch(Expression.Constant.class::isInstance)
                ? folded(function, series)
                : new Expression.Applied(function, series, constants);
    }

    /// `max(3, lookback / 2)` is a number, so that it may be a period.
    private static Expression folded(Function function, List<Numeric> series) {
        double[][] values = new double[series.size()][];
        Arrays.setAll(values, i -> new double[] {((Expression.Constant) series.get(i)).value()});
        double[][] result = new double[1][1];
        function.kernel().apply(ONE_BAR, values, new double[0], result, new Scratch());
        return new Expression.Constant(result[0][0]);
    }

    /// `crossed_above(a, b)` is `a > b && shift(a, 1) <= shift(b, 1)`.
    private Expression crossing(Syntax.Call call) {
        if (call.arguments().size() != 2) {
            throw new ExpressionException(
                    call.column(),
                    "%s takes 2 arguments, found %d; call it as %s(a, b)"
                            .formatted(call.name(), call.arguments().size(), call.name()));
        }
        Numeric a = names.numeric(call.arguments().get(0), call.name() + " needs numbers");
        Numeric b = names.numeric(call.arguments().get(1), call.name() + " needs numbers");
        boolean above = call.name().equals("crossed_above");
        return Compiler.both(
                Compiler.comparison(above ? ">" : "<", a, b),
                Compiler.comparison(above ? "<=" : ">=", before(a), before(b)));
    }

    private Numeric before(Numeric series) {
        if (series instanceof Expression.Constant) {
            return series;
        }
        return new Expression.Applied(functions.find("shift").orElseThrow(), List.of(series), List.of(1.0));
    }

    private ExpressionException unknownFunction(Syntax.Call call) {
        List<String> outputs = functions.outputsOf(call.name());
        if (!outputs.isEmpty()) {
            return new ExpressionException(
                    call.column(),
                    "'%s' has several outputs; call %s".formatted(call.name(), String.join(", ", outputs)));
        }
        if (names.isName(call.name())) {
            return new ExpressionException(
                    call.column(),
                    "'%s' is not a function; write it without brackets, or shift(%s, n) for earlier bars"
                            .formatted(call.name(), call.name()));
        }
        return new ExpressionException(
                call.column(),
                "the function %s is not known%s"
                        .formatted(Printable.quoted(call.name()), Compiler.didYouMean(call.name(), functions.names())));
    }

    private static void checkCount(Syntax.Call call, Function function) {
        int given = call.arguments().size();
        int most = function.parameters().size();
        long least = function.required();
        if (given < least || given > most) {
            String takes = least == most ? String.valueOf(most) : least + " to " + most;
            throw new ExpressionException(
                    call.column(),
                    "%s takes %s argument%s, found %d; call it as %s"
                            .formatted(call.name(), takes, takes.equals("1") ? "" : "s", given, function.signature()));
        }
    }

    private double constant(Syntax syntax, Function function, Function.Parameter parameter) {
        String what = "'" + parameter.name() + "' of " + function.name();
        Numeric value = names.numeric(syntax, what + " must be " + parameter.range());
        if (!(value instanceof Expression.Constant(double written))) {
            throw new ExpressionException(
                    syntax.column(), what + " must be constant: a number or parameters, the same for every bar");
        }
        double number = roundsPeriods ? parameter.rounded(written) : written;
        if (!parameter.accepts(number)) {
            String hint = function.name().equals("shift") && number < 0 ? "; no expression can look ahead" : "";
            throw new ExpressionException(
                    syntax.column(),
                    "%s must be %s, found %s%s".formatted(what, parameter.range(), PlainNumber.of(number), hint));
        }
        return number;
    }
}
