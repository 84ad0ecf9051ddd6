package io.github.parallelvalidation.strategy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Cuts an expression into tokens.
final class Lexer {
    private static final Pattern TOKEN =
            Pattern.compile("\\s*(?:(?<number>(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?)"
                    + "|(?<name>[A-Za-z_][A-Za-z0-9_]*)"
                    + "|(?<symbol>\\|\\||&&|<=|>=|==|!=|[-+*/%^!<>(),]))");

    private Lexer() {}

    static List<Token> tokens(String text) {
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        int at = 0;
        while (!text.substring(at).isBlank()) {
            matcher.region(at, text.length());
            if (!matcher.lookingAt()) {
                throw unknown(text, at);
            }
            tokens.add(token(matcher));
            at = matcher.end();
        }
        tokens.add(new Token(Token.Kind.END, "", text.stripTrailing().length() + 1));
        return tokens;
    }

    private static Token token(Matcher matcher) {
        return group(matcher, "number", Token.Kind.NUMBER)
                .or(() -> group(matcher, "name", Token.Kind.NAME))
                .or(() -> group(matcher, "symbol", Token.Kind.SYMBOL))
                .orElseThrow();
    }

    private static Optional<Token> group(Matcher matcher, String name, Token.Kind kind) {
        String found = matcher.group(name);
        return found == null ? Optional.empty() : Optional.of(new Token(kind, found, matcher.start(name) + 1));
    }

    private static ExpressionException unknown(String text, int at) {
        int place = at;
        while (Character.isWhitespace(text.charAt(place))) {
            place++;
        }
        char found = text.charAt(place);
        String hint = switch (found) {
            case '&' -> "; 'and' is written &&";
            case '|' -> "; 'or' is written ||";
            case '=' -> "; 'equal' is written ==";
            default -> "";
        };
        return new ExpressionException(place + 1, "'" + found + "' is not part of the language" + hint);
    }
}
