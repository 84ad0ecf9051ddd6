package io.github.parallelvalidation.strategy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Splits an expression into tokens.
final class Lexer {
    /// Operators of other languages, and what they are here.
    private static final Map<String, String> FOREIGN = Map.of(
            "**", "^ for 'to the power of'",
            "//", "/ and floor(...)",
            "=>", ">=",
            "=<", "<=",
            "<>", "!=",
            "&", "&& for 'and'",
            "|", "|| for 'or'",
            "=", "== for 'equals'",
            "[", "shift(x, n) for the value n bars before",
            "~", "! for 'not'");

    private static final List<String> PAIRS = List.of("||", "&&", "<=", ">=", "==", "!=");
    /// More than any person writes, and few enough for the stack of whoever walks the tree.
    private static final int MOST = 1000;

    private static final int MOST_CHARACTERS = 10_000;
    private static final int LONGEST_NAME = 64;

    private static final String SINGLES = "<>+-*/%^!(),";

    private final String text;
    private int at;

    private Lexer(String text) {
        this.text = text;
    }

    /// @throws ExpressionException at the first character that begins no token
    static List<Token> tokens(String text) {
        return new Lexer(text).all();
    }

    private List<Token> all() {
        if (text.length() > MOST_CHARACTERS) {
            throw new ExpressionException(1, "the expression has more than " + MOST_CHARACTERS + " characters");
        }
        if (text.isBlank()) {
            throw new ExpressionException(1, "the expression is empty");
        }
        List<Token> tokens = new ArrayList<>();
        skipSpace();
        while (at < text.length()) {
            tokens.add(next());
            skipSpace();
            if (tokens.size() > MOST) {
                throw new ExpressionException(at + 1, "the expression has more than " + MOST + " words");
            }
        }
        tokens.add(new Token(Token.Kind.END, "", text.length() + 1));
        return tokens;
    }

    private void skipSpace() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private Token next() {
        char c = text.charAt(at);
        if (isDigit(at) || (c == '.' && isDigit(at + 1))) {
            return token(Token.Kind.NUMBER, endOfNumber());
        }
        if (isNameStart(c)) {
            int end = at;
            while (end < text.length() && (isNameStart(text.charAt(end)) || isDigit(end))) {
                end++;
            }
            if (end - at > LONGEST_NAME) {
                throw new ExpressionException(at + 1, "a name has at most " + LONGEST_NAME + " characters");
            }
            return token(Token.Kind.NAME, end);
        }
        refuseForeign(2);
        if (at + 2 <= text.length() && PAIRS.contains(text.substring(at, at + 2))) {
            return token(Token.Kind.SYMBOL, at + 2);
        }
        if (SINGLES.indexOf(c) >= 0) {
            return token(Token.Kind.SYMBOL, at + 1);
        }
        refuseForeign(1);
        throw new ExpressionException(
                at + 1, "%s is not known; operators are || && < <= > >= == != + - * / %% ^ !".formatted(character()));
    }

    private void refuseForeign(int length) {
        String foreign = text.substring(at, Math.min(text.length(), at + length));
        String ours = FOREIGN.get(foreign);
        if (ours != null) {
            throw new ExpressionException(at + 1, "'%s' is not known; write %s".formatted(foreign, ours));
        }
    }

    /// A character that may be invisible is named by its number.
    private String character() {
        int c = text.codePointAt(at);
        return c > ' ' && c < 0x7F
                ? "the character '" + Character.toString(c) + "'"
                : "the character %s (U+%04X)".formatted(Character.toString(c), c);
    }

    private Token token(Token.Kind kind, int end) {
        Token token = new Token(kind, text.substring(at, end), at + 1);
        at = end;
        return token;
    }

    private int endOfNumber() {
        int end = digits(at);
        if (end < text.length() && text.charAt(end) == '.') {
            end = digits(end + 1);
        }
        if (end < text.length() && (text.charAt(end) == 'e' || text.charAt(end) == 'E')) {
            boolean signed = end + 1 < text.length() && "+-".indexOf(text.charAt(end + 1)) >= 0;
            int exponent = signed ? end + 2 : end + 1;
            end = isDigit(exponent) ? digits(exponent) : end;
        }
        return end;
    }

    private int digits(int from) {
        int end = from;
        while (isDigit(end)) {
            end++;
        }
        return end;
    }

    private boolean isDigit(int index) {
        return index < text.length() && text.charAt(index) >= '0' && text.charAt(index) <= '9';
    }

    private static boolean isNameStart(char c) {
        return c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
