package io.github.parallelvalidation.strategy;

import io.github.parallelvalidation.strategy.Expression.Logical;
import io.github.parallelvalidation.strategy.Expression.Numeric;
import io.github.parallelvalidation.workspace.Names;
import io.github.parallelvalidation.workspace.Printable;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Compiles expressions: resolves names and checks types, so that the result can be evaluated without error.
final class Compiler {
    /// Names that a parameter may not take.
    static final Set<String> BUILT_IN = Set.of("open", "high", "low", "close", "volume", "score", "true", "false");

    private final Map<String, Value> parameters;
    private final boolean hasScore;
    private final boolean roundsPeriods;
    private final Functions functions = Functions.all();

    /// @param hasScore whether `score` may be used
    /// @param roundsPeriods whether a period that is not a whole number is rounded, or an error
    Compiler(Map<String, Value> parameters, boolean hasScore, boolean roundsPeriods) {
        this.parameters = Map.copyOf(parameters);
        this.hasScore = hasScore;
        this.roundsPeriods = roundsPeriods;
    }

    boolean isName(String name) {
        return BUILT_IN.contains(name) || parameters.containsKey(name);
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

    Numeric numeric(Syntax syntax, String why) {
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
            case Syntax.Call call -> new CallCompiler(this, functions, roundsPeriods).call(call);
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
                            "the parameter '%s' is the text %s; an expression needs a number, true or false"
                                    .formatted(name.name(), Printable.quoted(text.value())));
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
            return new ExpressionException(
                    name.column(),
                    "'score' is not defined: a score cannot use itself, and rules can use it where signal.score is"
                            + " given");
        }
        Set<String> known = new TreeSet<>(BUILT_IN);
        if (!hasScore) {
            known.remove("score");
        }
        known.addAll(parameters.keySet());
        return new ExpressionException(
                name.column(),
                "the name %s is not known%s; known are %s"
                        .formatted(
                                Printable.quoted(name.name()),
                                didYouMean(name.name(), known),
                                String.join(", ", known)));
    }

    static String didYouMean(String name, Set<String> known) {
        return Names.nearest(name.toLowerCase(Locale.ROOT), known)
                .map(nearest -> "; did you mean '" + nearest + "'?")
                .orElse("");
    }

    private Expression unary(Syntax.Unary unary) {
        if (unary.operator().equals("!")) {
            return not(logical(unary.operand(), "'!' needs a truth value"));
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
                both(logical(binary.left(), needs + "truth values"), logical(binary.right(), needs + "truth values"));
            case "||" ->
                either(logical(binary.left(), needs + "truth values"), logical(binary.right(), needs + "truth values"));
            case "<", "<=", ">", ">=", "==", "!=" ->
                comparison(
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
            return new Expression.Constant(Elementwise.apply(operator, a, b));
        }
        return new Expression.Arithmetic(operator, left, right);
    }

    static Logical comparison(String operator, Numeric left, Numeric right) {
        if (left instanceof Expression.Constant(double a) && right instanceof Expression.Constant(double b)) {
            return new Expression.Always(Elementwise.compare(operator, a, b));
        }
        return new Expression.Comparison(operator, left, right);
    }

    static Logical both(Logical left, Logical right) {
        if (left instanceof Expression.Always(boolean value)) {
            return value ? right : left;
        }
        if (right instanceof Expression.Always(boolean value)) {
            return value ? left : right;
        }
        return new Expression.Both(left, right);
    }

    private static Logical either(Logical left, Logical right) {
        if (left instanceof Expression.Always(boolean value)) {
            return value ? left : right;
        }
        if (right instanceof Expression.Always(boolean value)) {
            return value ? right : left;
        }
        return new Expression.Either(left, right);
    }

    private static Logical not(Logical operand) {
        return operand instanceof Expression.Always(boolean value)
                ? new Expression.Always(!value)
                : new Expression.Not(operand);
    }
}
