package io.github.parallelvalidation.workspace;

import java.io.Serial;

/// The position of [PlainYaml] in its text.
final class PlainCursor {
    private final String text;
    private final int end;
    int at;
    int line;
    private int lineStart;

    /// The text is written in a way that only the full reader reads.
    static final class NotPlain extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1;

        NotPlain() {
            super(null, null, false, false);
        }
    }

    PlainCursor(String text) {
        this.text = text;
        this.end = text.length();
    }

    /// @param place where to begin
    PlainCursor(String text, Span place) {
        this(text);
        at = place.start();
        line = place.line();
        lineStart = at - place.column();
    }

    static NotPlain declined() {
        return new NotPlain();
    }

    int column() {
        return at - lineStart;
    }

    int columnOf(int offset) {
        return offset - lineStart;
    }

    char peek() {
        if (at >= end) {
            throw declined();
        }
        return text.charAt(at);
    }

    boolean isDash() {
        return at + 1 < end && text.charAt(at) == '-' && text.charAt(at + 1) == ' ';
    }

    /// What follows belongs to something that is written no deeper than this.
    void requireAtMost(int indent) {
        if (at < end && column() > indent) {
            throw declined();
        }
    }

    /// To the next thing in a line of its own; before it, only blanks and comments.
    void toContent() {
        boolean isFresh = at == lineStart;
        while (true) {
            while (at < end && text.charAt(at) == ' ') {
                at++;
            }
            if (at < end && text.charAt(at) == '#') {
                overComment();
            }
            if (at == end) {
                return;
            }
            if (!overLineEnd()) {
                if (isFresh) {
                    return;
                }
                throw declined();
            }
            isFresh = true;
        }
    }

    private void overComment() {
        if (at > lineStart && text.charAt(at - 1) != ' ') {
            throw declined();
        }
        while (at < end && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
            requireText(at);
            at++;
        }
    }

    private boolean overLineEnd() {
        char c = text.charAt(at);
        if (c == '\r' && (at + 1 == end || text.charAt(at + 1) != '\n')) {
            throw declined();
        }
        if (c != '\n' && c != '\r') {
            return false;
        }
        at += c == '\r' ? 2 : 1;
        line++;
        lineStart = at;
        return true;
    }

    /// Over blanks behind a colon or dash; whether a value follows in this line.
    boolean isValueOnLine() {
        int from = at;
        while (at < end && text.charAt(at) == ' ') {
            at++;
        }
        boolean isValue = at < end && text.charAt(at) != '#' && text.charAt(at) != '\n' && text.charAt(at) != '\r';
        if (!isValue) {
            at = from;
        }
        return isValue;
    }

    /// Over the line of three dashes that may stand first.
    void overDocumentStart() {
        if (text.startsWith("---", at) && column() == 0) {
            at += 3;
            toContent();
        }
    }

    /// Over an opening bracket; whether its closing one follows, over which it goes too.
    boolean opens(char closing) {
        at++;
        overBlanks();
        if (peek() != closing) {
            return false;
        }
        at++;
        return true;
    }

    /// Behind a value in brackets: over the comma to the next, or over the closing bracket.
    boolean goesOn(char closing) {
        overBlanks();
        char c = peek();
        at++;
        if (c == closing) {
            return false;
        }
        if (c != ',') {
            throw declined();
        }
        overBlanks();
        return true;
    }

    void overColon() {
        if (peek() != ':') {
            throw declined();
        }
        at++;
        if (peek() != ' ') {
            throw declined();
        }
        overBlanks();
    }

    private void overBlanks() {
        while (at < end) {
            if (text.charAt(at) == ' ') {
                at++;
            } else if (!overLineEnd()) {
                return;
            }
        }
    }

    /// Only characters that YAML takes anywhere in a line.
    void requireText(int offset) {
        char c = text.charAt(offset);
        if (c >= ' ' && c < 0x7F) {
            return;
        }
        boolean isPlain = c >= 0xA0 && c < 0xFFFE && c != '\u2028' && c != '\u2029' && c != '\uFEFF';
        if (!isPlain || (Character.isSurrogate(c) && !isPair(offset))) {
            throw declined();
        }
    }

    /// A character of two, seen from its first or from its second half.
    private boolean isPair(int offset) {
        return Character.isHighSurrogate(text.charAt(offset))
                ? offset + 1 < end && Character.isLowSurrogate(text.charAt(offset + 1))
                : offset > 0 && Character.isHighSurrogate(text.charAt(offset - 1));
    }

    /// No characters of two halves.
    void requireBasic(Span span) {
        for (int i = span.start(); i < span.end(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                throw declined();
            }
        }
    }
}
