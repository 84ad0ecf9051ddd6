package io.github.parallelvalidation.strategy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Builds the tree of an expression by operator precedence (Pratt). From loose to tight: `||`, `&&`, comparisons, `+
/// -`,
/// `* / %`, unary `-` and `!`, `^` (from the right).
final class Parser {
    private static final Map<String, Integer> BINDING = Map.ofEntries(
            Map.entry("||", 1),
            Map.entry("&&", 2),
            Map.entry("<", 3),
            Map.entry("<=", 3),
            Map.entry(">", 3),
            Map.entry(">=", 3),
            Map.entry("==", 3),
            Map.entry("!=", 3),
            Map.entry("+", 4),
            Map.entry("-", 4),
            Map.entry("*", 5),
            Map.entry("/", 5),
            Map.entry("%", 5),
            Map.entry("^", 7));
    private static final int UNARY = 6;
    private static final int COMPARISON = 3;
    /// As with the nesting of files: enough for people, too little to exhaust a stack.
    private static final int DEPTH = 64;

    private final List<Token> tokens;
    private int at;
    private int depth;

    private Parser(List<Token> tokens) {
        this.tokens = tokens;
    }

    /// @throws ExpressionException with the column of what cannot be understood
    static Expression parse(String text) {
        Parser parser = new Parser(Lexer.tokens(text));
        Expression expression = parser.expression(0);
        Token rest = parser.peek();
        if (rest.kind() != Token.Kind.END) {
            throw new ExpressionException(rest.column(), "'" + rest.text() + "' does not belong here");
        }
        return expression;
    }

    private Expression expression(int minimum) {
        if (++depth > DEPTH) {
            throw new ExpressionException(peek().column(), "nested deeper than " + DEPTH);
        }
        Expression left = operand();
        while (true) {
            Token operator = peek();
            int binding = operator.kind() == Token.Kind.SYMBOL ? BINDING.getOrDefault(operator.text(), -1) : -1;
            if (binding < minimum || binding < 0) {
                depth--;
                return left;
            }
            next();
            // The power binds from the right, all others from the left.
            Expression right = expression(operator.is("^") ? binding : binding + 1);
            left = new Expression.Binary(operator.text(), left, right, operator.column());
            if (binding == COMPARISON && isComparison(peek())) {
                throw new ExpressionException(peek().column(), "comparisons cannot be chained; join them with &&");
            }
        }
    }

    private static boolean isComparison(Token token) {
        return token.kind() == Token.Kind.SYMBOL && BINDING.getOrDefault(token.text(), -1) == COMPARISON;
    }

    private Expression operand() {
        Token token = next();
        return switch (token.kind()) {
            case NUMBER -> new Expression.Literal(Double.parseDouble(token.text()), token.column());
            case NAME -> name(token);
            case SYMBOL -> symbol(token);
            case END -> throw new ExpressionException(token.column(), "the expression ends too early");
        };
    }

    private Expression name(Token token) {
        if (peek().is("(")) {
            next();
            return new Expression.Call(token.text(), arguments(), token.column());
        }
        return switch (token.text()) {
            case "true" -> new Expression.Truth(true, token.column());
            case "false" -> new Expression.Truth(false, token.column());
            default -> new Expression.Name(token.text(), token.column());
        };
    }

    private Expression symbol(Token token) {
        return switch (token.text()) {
            case "(" -> {
                Expression inner = expression(0);
                expect(")");
                yield inner;
            }
            case "-", "!", "+" -> new Expression.Unary(token.text(), expression(UNARY), token.column());
            default ->
                throw new ExpressionException(
                        token.column(), "'" + token.text() + "' cannot stand here; a value was expected");
        };
    }

    private List<Expression> arguments() {
        List<Expression> arguments = new ArrayList<>();
        if (peek().is(")")) {
            next();
            return arguments;
        }
        arguments.add(expression(0));
        while (peek().is(",")) {
            next();
            arguments.add(expression(0));
        }
        expect(")");
        return arguments;
    }

    private void expect(String symbol) {
        Token token = next();
        if (!token.is(symbol)) {
            String found = token.kind() == Token.Kind.END ? "the end" : "'" + token.text() + "'";
            throw new ExpressionException(token.column(), "'" + symbol + "' expected, found " + found);
        }
    }

    private Token peek() {
        return tokens.get(at);
    }

    private Token next() {
        Token token = tokens.get(at);
        at = Math.min(at + 1, tokens.size() - 1);
        return token;
    }
}
