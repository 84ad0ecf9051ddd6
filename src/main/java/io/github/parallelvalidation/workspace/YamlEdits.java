package io.github.parallelvalidation.workspace;

import io.github.parallelvalidation.workspace.YamlMapping.Pair;
import io.github.parallelvalidation.workspace.YamlScalar.Style;
import java.util.Optional;

/// Edits that set or remove one scalar of a mapping in the text it was read from. Quoting, comments, anchors and line
/// ends of what stands there are kept; a new pair is written the way its neighbour is.
public final class YamlEdits {
    private YamlEdits() {}

    /// Sets a key. A pair that is not there yet is put behind the pair of `neighbour`, or first where
    /// that is missing too.
    ///
    /// @throws ProblemException when the place is written in a way that cannot be edited safely
    public static TextEdit set(YamlMapping mapping, String key, String value, String neighbour) {
        return mapping.own(key)
                .map(pair -> replace(pair, value))
                .orElseGet(() -> insert(mapping, key, Optional.of(value), neighbour));
    }

    /// Puts a text as it is, without quotes of ours, in the place of a value: a number, or an expression that can stand
    /// there plainly. Anchor and tag stay. Whoever calls it reads the result again.
    ///
    /// @throws ProblemException when the place is written in a way that cannot be edited safely
    public static TextEdit setPlain(YamlMapping mapping, String key, String text) {
        Pair pair = require(mapping, key);
        behindColon(pair);
        return ScalarText.of(pair.value().asScalar(key)).withPlain(text);
    }

    /// Sets a key to what is written there, as it is: `0.02`, `true`, `[a, b]`. The caller makes sure that it is
    /// read as it is meant.
    ///
    /// @throws ProblemException when the place is written in a way that cannot be edited safely
    public static TextEdit setWritten(YamlMapping mapping, String key, String written, String neighbour) {
        Optional<Pair> own = mapping.own(key);
        if (own.isEmpty()) {
            return insertWritten(mapping, key, written, neighbour);
        }
        behindColon(own.get());
        return switch (own.get().value()) {
            case YamlScalar old -> ScalarText.of(old).withWritten(written);
            case YamlSequence list
            when list.flow() -> new TextEdit(list.span().start(), list.span().end(), written);
            case YamlSequence list -> throw severalLines(list, key);
            case YamlMapping inner -> throw severalLines(inner, key);
        };
    }

    private static ProblemException severalLines(YamlNode value, String key) {
        return value.problem("%s is written over several lines here; edit it in the file".formatted(key));
    }

    /// Sets a key to nothing, whatever quotes its old value stood in.
    ///
    /// @throws ProblemException when the place is written in a way that cannot be edited safely
    public static TextEdit setNull(YamlMapping mapping, String key, String neighbour) {
        Optional<Pair> own = mapping.own(key);
        if (own.isEmpty()) {
            return insert(mapping, key, Optional.empty(), neighbour);
        }
        YamlScalar old = own.get().value().asScalar(key);
        return old.isNull()
                ? new TextEdit(old.span().end(), old.span().end(), "")
                : ScalarText.of(old).withNull();
    }

    /// The value of a key exactly as it is written, from behind its colon on; empty where there is no such key.
    ///
    /// @throws ProblemException when the key has no colon, which braces allow
    public static Optional<String> written(YamlMapping mapping, String key) {
        return mapping.own(key)
                .map(pair -> mapping.source().text().substring(behindColon(pair), ScalarText.endOf(pair.value())));
    }

    /// Puts back what [#written] gave.
    public static TextEdit restore(YamlMapping mapping, String key, String written) {
        Pair pair = require(mapping, key);
        return new TextEdit(behindColon(pair), ScalarText.endOf(pair.value()), written);
    }

    /// Takes back what [#set] inserted behind its neighbour.
    public static TextEdit remove(YamlMapping mapping, String key) {
        Pair pair = require(mapping, key);
        TextWalk walk = new TextWalk(mapping.source().text());
        int start = pairStart(mapping, pair);
        int end = ScalarText.endOf(pair.value());
        int index = mapping.pairs().indexOf(pair);
        if (index == 0) {
            int next = mapping.pairs().size() > 1
                    ? pairStart(mapping, mapping.pairs().get(1))
                    : end;
            return new TextEdit(start, next, "");
        }
        if (!mapping.flow()) {
            return new TextEdit(walk.lineBreakBefore(walk.backOverSpaces(start)), end, "");
        }
        int comma = walk.backOverBlanks(start) - 1;
        // A comment may stand between the comma and the key; then the comma behind goes.
        return mapping.source().text().charAt(comma) == ','
                ? new TextEdit(comma, end, "")
                : new TextEdit(start, walk.overComma(end), "");
    }

    private static Pair require(YamlMapping mapping, String key) {
        return mapping.own(key).orElseThrow(() -> new IllegalArgumentException("no key " + key));
    }

    private static int behindColon(Pair pair) {
        String text = pair.key().source().text();
        int colon = new TextWalk(text).overBlanksAndComments(pair.key().span().end());
        if (colon < pair.value().span().start() && text.charAt(colon) == ':') {
            return colon + 1;
        }
        throw pair.key()
                .problem("the key '%s' needs a colon behind it"
                        .formatted(pair.key().value()));
    }

    private static TextEdit replace(Pair pair, String value) {
        YamlScalar old = pair.value().asScalar(pair.key().value());
        behindColon(pair);
        Style style = old.isNull() && isQuoted(pair.key().style()) ? pair.key().style() : old.style();
        return ScalarText.of(old).withText(value, style);
    }

    private static boolean isQuoted(Style style) {
        return style == Style.SINGLE_QUOTED || style == Style.DOUBLE_QUOTED;
    }

    /// @param value empty for null
    private static TextEdit insert(YamlMapping mapping, String key, Optional<String> value, String neighbour) {
        Style style = model(mapping, neighbour).map(pair -> pair.key().style()).orElse(Style.PLAIN);
        return insertWritten(
                mapping, key, value.map(text -> YamlQuoting.quoted(text, style)).orElse("null"), neighbour);
    }

    private static Optional<Pair> model(YamlMapping mapping, String neighbour) {
        return mapping.own(neighbour).or(() -> mapping.pairs().stream().findFirst());
    }

    private static TextEdit insertWritten(YamlMapping mapping, String key, String written, String neighbour) {
        Optional<Pair> beside = mapping.own(neighbour);
        Optional<Pair> model = model(mapping, neighbour);
        Style style = model.map(pair -> pair.key().style()).orElse(Style.PLAIN);
        String pair = YamlQuoting.quoted(key, style) + ": " + written;
        return beside.map(after -> insertAfter(mapping, after, pair))
                .or(() -> model.map(first -> insertBefore(mapping, first, pair)))
                .orElseGet(() -> insertOnly(mapping, pair));
    }

    private static TextEdit insertAfter(YamlMapping mapping, Pair neighbour, String pair) {
        int end = ScalarText.endOf(neighbour.value());
        if (mapping.flow()) {
            return new TextEdit(end, end, ", " + pair);
        }
        TextWalk walk = new TextWalk(mapping.source().text());
        int lineEnd = walk.lineEnd(end);
        return new TextEdit(lineEnd, lineEnd, walk.lineBreakAt(lineEnd) + indent(mapping) + pair);
    }

    private static TextEdit insertBefore(YamlMapping mapping, Pair first, String pair) {
        int start = pairStart(mapping, first);
        TextWalk walk = new TextWalk(mapping.source().text());
        String separator = mapping.flow() ? ", " : walk.lineBreakAt(walk.lineEnd(start)) + indent(mapping);
        return new TextEdit(start, start, pair + separator);
    }

    private static TextEdit insertOnly(YamlMapping mapping, String pair) {
        int inside = mapping.source().text().indexOf('{', mapping.span().start()) + 1;
        return new TextEdit(inside, inside, pair);
    }

    /// The spaces before a pair of a block mapping.
    private static String indent(YamlMapping mapping) {
        Pair first = mapping.pairs().getFirst();
        int inKey = first.key().span().start() - pairStart(mapping, first);
        return " ".repeat(Math.max(0, first.key().span().column() - inKey));
    }

    /// Where a pair starts: at its key, or at the question mark before it.
    private static int pairStart(YamlMapping mapping, Pair pair) {
        String text = mapping.source().text();
        int start = pair.key().span().start();
        int before = new TextWalk(text).backOverSpaces(start) - 1;
        boolean marked = before >= 0 && before < start - 1 && text.charAt(before) == '?';
        return marked ? before : start;
    }
}
