package io.github.parallelvalidation.workspace;

import io.github.parallelvalidation.workspace.YamlMapping.Pair;
import io.github.parallelvalidation.workspace.YamlScalar.Style;
import java.util.Optional;
import java.util.regex.Pattern;

/// Edits that set or remove one scalar of a mapping in the text it was read from. Quoting, comments and line ends of
/// what
/// stands there are kept; a new pair is written the way its neighbour is.
public final class YamlEdits {
    private static final Pattern PLAIN_SAFE = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.:/+-]*(?<!:)");
    private static final Pattern NEEDS_NO_SPACE = Pattern.compile("[\\s,{\\[]");

    private YamlEdits() {}

    /// Sets a key. A pair that is not there yet is put behind the pair of `neighbour`, or first where that is missing
    /// too.
    ///
    /// @throws ProblemException when the place is written in a way that cannot be edited safely
    public static TextEdit set(YamlMapping mapping, String key, String value, String neighbour) {
        return mapping.own(key)
                .map(pair -> replace(pair, value))
                .or(() -> mapping.own(neighbour).map(pair -> insertAfter(mapping, pair, key, value)))
                .orElseGet(() -> insertFirst(mapping, key, value));
    }

    /// Sets a key that is there to nothing, whatever quotes its old value stood in.
    public static TextEdit setNull(YamlMapping mapping, String key) {
        return written(mapping, key)
                .map(old -> restore(mapping, key, " null"))
                .orElseThrow(() -> new IllegalArgumentException("no key " + key));
    }

    /// The value of a key exactly as it is written, from behind its colon on; empty where there is no such key.
    public static Optional<String> written(YamlMapping mapping, String key) {
        return mapping.own(key)
                .map(pair -> mapping.source().text().substring(behindColon(pair), endOfValue(pair.value())));
    }

    /// Puts back what [#written] gave.
    public static TextEdit restore(YamlMapping mapping, String key, String written) {
        Pair pair = mapping.own(key).orElseThrow(() -> new IllegalArgumentException("no key " + key));
        return new TextEdit(behindColon(pair), endOfValue(pair.value()), written);
    }

    private static int behindColon(Pair pair) {
        int keyEnd = pair.key().span().end();
        return pair.key().source().text().indexOf(':', keyEnd) + 1;
    }

    /// Takes back what [#set] inserted behind its neighbour.
    public static TextEdit remove(YamlMapping mapping, String key) {
        Pair pair = mapping.own(key).orElseThrow(() -> new IllegalArgumentException("no key " + key));
        String text = mapping.source().text();
        int start = pair.key().span().start();
        int end = endOfValue(pair.value());
        int index = mapping.pairs().indexOf(pair);
        if (index == 0) {
            int next = mapping.pairs().size() > 1
                    ? mapping.pairs().get(1).key().span().start()
                    : end;
            return new TextEdit(start, next, "");
        }
        int from = start;
        if (mapping.flow()) {
            from = text.lastIndexOf(',', start);
        } else {
            while (from > 0 && (text.charAt(from - 1) == ' ')) {
                from--;
            }
            from -= from > 1 && text.charAt(from - 2) == '\r' ? 2 : 1;
        }
        return new TextEdit(from, end, "");
    }

    private static TextEdit replace(Pair pair, String value) {
        YamlScalar old = pair.value().asScalar(pair.key().value());
        Span span = old.span();
        String text = old.source().text();
        return switch (old.style()) {
            case PLAIN, SINGLE_QUOTED, DOUBLE_QUOTED -> {
                int start = span.start() + propertiesLength(old);
                String written = quoted(value, old.style());
                boolean touchesColon = start > 0
                        && start == span.end()
                        && !NEEDS_NO_SPACE
                                .matcher(text.substring(start - 1, start))
                                .matches();
                yield new TextEdit(start, span.end(), touchesColon ? " " + written : written);
            }
            case ALIAS -> new TextEdit(span.start(), span.end(), quoted(value, Style.PLAIN));
            case BLOCK -> new TextEdit(span.start(), endOfValue(old), quoted(value, Style.PLAIN));
        };
    }

    private static TextEdit insertAfter(YamlMapping mapping, Pair neighbour, String key, String value) {
        String text = mapping.source().text();
        int end = endOfValue(neighbour.value());
        Style keyStyle = neighbour.key().style();
        String pair = quoted(key, keyStyle) + ": " + quoted(value, keyStyle);
        if (mapping.flow()) {
            return new TextEdit(end, end, ", " + pair);
        }
        int lineEnd = end;
        while (lineEnd < text.length() && "\r\n".indexOf(text.charAt(lineEnd)) < 0) {
            lineEnd++;
        }
        String indent = " ".repeat(neighbour.key().span().column());
        return new TextEdit(lineEnd, lineEnd, lineBreak(text) + indent + pair);
    }

    private static TextEdit insertFirst(YamlMapping mapping, String key, String value) {
        if (mapping.pairs().isEmpty()) {
            int inside = mapping.span().start()
                    + mapping.source().text().substring(mapping.span().start()).indexOf('{')
                    + 1;
            return new TextEdit(inside, inside, key + ": " + quoted(value, Style.PLAIN));
        }
        YamlScalar first = mapping.pairs().getFirst().key();
        String pair = quoted(key, first.style()) + ": " + quoted(value, first.style());
        int start = first.span().start();
        String separator = mapping.flow()
                ? ", "
                : lineBreak(mapping.source().text()) + " ".repeat(first.span().column());
        return new TextEdit(start, start, pair + separator);
    }

    /// The end of what is written; the parser counts the line breaks behind a block scalar to the scalar.
    private static int endOfValue(YamlNode value) {
        int end = value.span().end();
        String text = value.source().text();
        if (value instanceof YamlScalar scalar && scalar.style() == Style.BLOCK) {
            while (end > value.span().start() && Character.isWhitespace(text.charAt(end - 1))) {
                end--;
            }
        }
        return end;
    }

    /// An anchor or a tag before a scalar belongs to its span and must stay.
    private static int propertiesLength(YamlScalar scalar) {
        String written = scalar.source()
                .text()
                .substring(scalar.span().start(), scalar.span().end());
        int length = 0;
        while (length < written.length() && (written.charAt(length) == '&' || written.charAt(length) == '!')) {
            while (length < written.length() && !Character.isWhitespace(written.charAt(length))) {
                length++;
            }
            while (length < written.length() && Character.isWhitespace(written.charAt(length))) {
                length++;
            }
        }
        return length;
    }

    private static String quoted(String value, Style style) {
        return switch (style) {
            case SINGLE_QUOTED -> "'" + value.replace("'", "''") + "'";
            case DOUBLE_QUOTED -> doubleQuoted(value);
            case PLAIN, BLOCK, ALIAS -> PLAIN_SAFE.matcher(value).matches() ? value : doubleQuoted(value);
        };
    }

    private static String doubleQuoted(String value) {
        return "\""
                + value.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\t", "\\t") + "\"";
    }

    private static String lineBreak(String text) {
        int newline = text.indexOf('\n');
        return newline > 0 && text.charAt(newline - 1) == '\r' ? "\r\n" : "\n";
    }
}
