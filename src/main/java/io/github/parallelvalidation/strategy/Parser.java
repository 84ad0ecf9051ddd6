package io.github.parallelvalidation.strategy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A Pratt parser for expressions. Operators from lowest to highest precedence: `||`, `&&`, comparisons, `+ -`, `* /
/// %`, unary `- !`, `^`, which is right-associative.
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
    /// Deep enough for any person, shallow enough for the stack.
    private static final int DEEPEST = 200;

    private final List<Token> tokens;
    private int at;
    private int depth;

    private Parser(List<Token> tokens) {
        this.tokens = tokens;
    }

    /// @throws ExpressionException where the text is not an expression
    static Syntax parse(String text) {
        Parser parser = new Parser(Lexer.tokens(text));
        Syntax syntax = parser.expression(0);
        Token rest = parser.peek();
        if (rest.is(")")) {
            throw new ExpressionException(rest.column(), "')' closes no bracket");
        }
        if (rest.kind() != Token.Kind.END) {
            throw new ExpressionException(
                    rest.column(), "an operator or the end belongs here, found " + rest.describe() + word(rest));
        }
        return syntax;
    }

    private Syntax expression(int binding) {
        if (++depth > DEEPEST) {
            throw new ExpressionException(peek().column(), "the expression is nested more than 200 levels deep");
        }
        Syntax left = operand();
        while (true) {
            Token operator = peek();
            int power = operator.kind() == Token.Kind.SYMBOL ? BINDING.getOrDefault(operator.text(), 0) : 0;
            if (power <= binding) {
                depth--;
                return left;
            }
            at++;
            boolean groupsRight = operator.is("^");
            Syntax right = expression(groupsRight ? power - 1 : power);
            left = new Syntax.Binary(operator.text(), left, right, operator.column());
            refuseChain(power);
        }
    }

    /// `a < b < c` would compare a truth value: say what was meant.
    private void refuseChain(int power) {
        Token next = peek();
        if (power == COMPARISON
                && next.kind() == Token.Kind.SYMBOL
                && BINDING.getOrDefault(next.text(), 0) == COMPARISON) {
            throw new ExpressionException(
                    next.column(), "comparisons cannot be chained; write a < b && b < c, or put brackets");
        }
    }

    /// Words that are operators elsewhere.
    private static String word(Token token) {
        return switch (token.text().toLowerCase(Locale.ROOT)) {
            case "and" -> "; write && for 'and'";
            case "or" -> "; write || for 'or'";
            case "not" -> "; write ! for 'not'";
            default -> "";
        };
    }

    private Syntax operand() {
        Token token = tokens.get(at++);
        if (token.kind() == Token.Kind.NAME && !word(token).isEmpty()) {
            throw new ExpressionException(token.column(), token.describe() + " is not known" + word(token));
        }
        return switch (token.kind()) {
            case NUMBER -> new Syntax.Literal(Double.parseDouble(token.text()), token.column());
            case NAME -> peek().is("(") ? call(token) : new Syntax.Name(token.text(), token.column());
            case SYMBOL -> symbol(token);
            case END -> throw unexpected(token);
        };
    }

    private Syntax symbol(Token token) {
        if (token.is("-") || token.is("!")) {
            return new Syntax.Unary(token.text(), expression(UNARY), token.column());
        }
        if (token.is("(")) {
            Syntax inner = expression(0);
            expect(")");
            return inner;
        }
        throw unexpected(token);
    }

    private Syntax call(Token name) {
        expect("(");
        List<Syntax> arguments = new ArrayList<>();
        if (!peek().is(")")) {
            arguments.add(expression(0));
            while (peek().is(",")) {
                at++;
                arguments.add(expression(0));
            }
        }
        expect(")");
        return new Syntax.Call(name.text(), arguments, name.column());
    }

    private Token peek() {
        return tokens.get(at);
    }

    private void expect(String symbol) {
        Token token = tokens.get(at);
        if (!token.is(symbol)) {
            throw new ExpressionException(
                    token.column(), "'" + symbol + "' is missing, found " + token.describe() + word(token));
        }
        at++;
    }

    private static ExpressionException unexpected(Token token) {
        return new ExpressionException(
                token.column(), "a number, a name, a function or '(' belongs here, found " + token.describe());
    }
}
