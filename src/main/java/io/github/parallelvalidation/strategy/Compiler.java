package io.github.parallelvalidation.strategy;

import io.github.parallelvalidation.strategy.Expression.Logical;
import io.github.parallelvalidation.strategy.Expression.Numeric;
import io.github.parallelvalidation.workspace.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Gives names a meaning and checks types, so that what comes out can be evaluated without error.
final class Compiler {
    /// Names that a parameter may not take.
    static final Set<String> BUILT_IN = Set.of("open", "high", "low", "close", "volume", "score", "true", "false");

    private final Map<String, Value> parameters;
    private final boolean hasScore;
    private final Functions functions = Functions.all();

    /// @param hasScore whether `score` may be used
    Compiler(Map<String, Value> parameters, boolean hasScore) {
        this.parameters = Map.copyOf(parameters);
        this.hasScore = hasScore;
    }

    /// @throws ExpressionException where the text is no expression for a number
    Numeric number(String text) {
        Syntax syntax = Parser.parse(text);
        return numeric(syntax, "the score must be a number");
    }

    /// @throws ExpressionException where the text is no expression for a truth value
    Logical truth(String text) {
        Syntax syntax = Parser.parse(text);
        return logical(syntax, "this must be true or false, such as 'score > 0'");
    }

    private Numeric numeric(Syntax syntax, String why) {
        Expression expression = expression(syntax);
        if (expression instanceof Numeric numeric) {
            return numeric;
        }
        throw new ExpressionException(syntax.column(), why + ", found a truth value");
    }

    private Logical logical(Syntax syntax, String why) {
        Expression expression = expression(syntax);
        if (expression instanceof Logical logical) {
            return logical;
        }
        throw new ExpressionException(syntax.column(), why + ", found a number");
    }

    private Expression expression(Syntax syntax) {
        return switch (syntax) {
            case Syntax.Literal literal -> new Expression.Constant(literal.value());
            case Syntax.Name name -> name(name);
            case Syntax.Unary unary -> unary(unary);
            case Syntax.Binary binary -> binary(binary);
            case Syntax.Call call -> call(call);
        };
    }

    private Expression name(Syntax.Name name) {
        Value value = parameters.get(name.name());
        if (value != null) {
            return switch (value) {
                case Value.Amount number -> new Expression.Constant(number.value());
                case Value.Truth truth -> new Expression.Always(truth.value());
                case Value.Text text ->
                    throw new ExpressionException(
                            name.column(),
                            "the parameter '%s' is the text '%s'; an expression needs a number, true or false"
                                    .formatted(name.name(), text.value()));
            };
        }
        if (name.name().equals("score") && hasScore) {
            return new Expression.Score();
        }
        if (name.name().equals("true") || name.name().equals("false")) {
            return new Expression.Always(name.name().equals("true"));
        }
        for (Column column : Column.values()) {
            if (column.label().equals(name.name())) {
                return new Expression.Price(column);
            }
        }
        throw unknown(name);
    }

    private ExpressionException unknown(Syntax.Name name) {
        if (functions.names().contains(name.name())) {
            String signature =
                    functions.find(name.name()).map(Function::signature).orElse(name.name() + "(a, b)");
            return new ExpressionException(
                    name.column(), "'%s' is a function; call it as %s".formatted(name.name(), signature));
        }
        if (name.name().equals("score")) {
            return new ExpressionException(name.column(), "the score cannot use itself");
        }
        Set<String> known = new TreeSet<>(BUILT_IN);
        if (!hasScore) {
            known.remove("score");
        }
        known.addAll(parameters.keySet());
        return new ExpressionException(
                name.column(),
                "the name '%s' is not known%s; known are %s"
                        .formatted(name.name(), didYouMean(name.name(), known), String.join(", ", known)));
    }

    private static String didYouMean(String name, Set<String> known) {
        return Names.nearest(name.toLowerCase(Locale.ROOT), known)
                .map(nearest -> "; did you mean '" + nearest + "'?")
                .orElse("");
    }

    private Expression unary(Syntax.Unary unary) {
        if (unary.operator().equals("!")) {
            return new Expression.Not(logical(unary.operand(), "'!' needs a truth value"));
        }
        Numeric operand = numeric(unary.operand(), "'-' needs a number");
        return operand instanceof Expression.Constant constant
                ? new Expression.Constant(-constant.value())
                : new Expression.Negated(operand);
    }

    private Expression binary(Syntax.Binary binary) {
        String operator = binary.operator();
        String needs = "'" + operator + "' needs ";
        return switch (operator) {
            case "&&" ->
                new Expression.Both(
                        logical(binary.left(), needs + "truth values"),
                        logical(binary.right(), needs + "truth values"));
            case "||" ->
                new Expression.Either(
                        logical(binary.left(), needs + "truth values"),
                        logical(binary.right(), needs + "truth values"));
            case "<", "<=", ">", ">=", "==", "!=" ->
                new Expression.Comparison(
                        operator,
                        numeric(binary.left(), needs + "numbers"),
                        numeric(binary.right(), needs + "numbers"));
            default ->
                arithmetic(
                        operator.charAt(0),
                        numeric(binary.left(), needs + "numbers"),
                        numeric(binary.right(), needs + "numbers"));
        };
    }

    private static Numeric arithmetic(char operator, Numeric left, Numeric right) {
        if (left instanceof Expression.Constant(double a) && right instanceof Expression.Constant(double b)) {
            return new Expression.Constant(Evaluator.apply(operator, a, b));
        }
        return new Expression.Arithmetic(operator, left, right);
    }

    private Expression call(Syntax.Call call) {
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
                series.add(numeric(
                        argument.orElseThrow(), "'" + parameter.name() + "' of " + call.name() + " is a number"));
            } else {
                constants.add(argument.map(syntax -> constant(syntax, function, parameter))
                        .orElseGet(() -> parameter.fallback().orElseThrow()));
            }
        }
        return new Expression.Applied(function, series, constants);
    }

    /// `crossed_above(a, b)` is `a > b && shift(a, 1) <= shift(b, 1)`.
    private Expression crossing(Syntax.Call call) {
        if (call.arguments().size() != 2) {
            throw new ExpressionException(
                    call.column(),
                    "%s takes 2 arguments, found %d; call it as %s(a, b)"
                            .formatted(call.name(), call.arguments().size(), call.name()));
        }
        Numeric a = numeric(call.arguments().get(0), call.name() + " needs numbers");
        Numeric b = numeric(call.arguments().get(1), call.name() + " needs numbers");
        boolean above = call.name().equals("crossed_above");
        return new Expression.Both(
                new Expression.Comparison(above ? ">" : "<", a, b),
                new Expression.Comparison(above ? "<=" : ">=", before(a), before(b)));
    }

    private Numeric before(Numeric series) {
        return new Expression.Applied(functions.find("shift").orElseThrow(), List.of(series), List.of(1.0));
    }

    private ExpressionException unknownFunction(Syntax.Call call) {
        List<String> outputs = functions.outputsOf(call.name());
        if (!outputs.isEmpty()) {
            return new ExpressionException(
                    call.column(),
                    "'%s' has several outputs; call %s".formatted(call.name(), String.join(", ", outputs)));
        }
        if (BUILT_IN.contains(call.name()) || parameters.containsKey(call.name())) {
            return new ExpressionException(
                    call.column(),
                    "'%s' is not a function; write it without brackets, or shift(%s, n) for earlier bars"
                            .formatted(call.name(), call.name()));
        }
        return new ExpressionException(
                call.column(),
                "the function '%s' is not known%s".formatted(call.name(), didYouMean(call.name(), functions.names())));
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

    private Double constant(Syntax syntax, Function function, Function.Parameter parameter) {
        String what = "'" + parameter.name() + "' of " + function.name();
        Numeric value = numeric(syntax, what + " must be " + parameter.range());
        if (!(value instanceof Expression.Constant(double number))) {
            throw new ExpressionException(
                    syntax.column(), what + " must be constant: a number or parameters, the same for every bar");
        }
        if (!parameter.accepts(number)) {
            String hint = function.name().equals("shift") && number < 0 ? "; no expression can look ahead" : "";
            throw new ExpressionException(
                    syntax.column(),
                    "%s must be %s, found %s%s".formatted(what, parameter.range(), text(number), hint));
        }
        return number;
    }

    private static String text(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15
                ? String.valueOf((long) number)
                : String.valueOf(number);
    }
}
