package io.github.parallelvalidation.workspace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// Reads YAML that is written plainly, many times faster than [YamlBuilder] and without keeping what nobody asks for:
/// mappings and lists in blocks or in brackets, values on one line, comments. Everything else (anchors, tags, text over
/// several lines, tabs, and every mistake) it declines, for the full reader to read or to explain; what it accepts it
/// reads as the full reader does, each place included.
///
/// What is read of a text depends only on the position, its line and its column. So an item of a list that was
/// replaced is read alone, and where it ends at the same place, everything behind it means what it meant.
public final class PlainYaml {
    private static final int NESTING = 64;
    private static final int LONGEST_KEY = 128;
    private static final int LONGEST_SCALAR = 1 << 20;
    private static final int SHORT = 20;
    private static final int MOST_WORDS = 1_000;
    private static final int FEW_PAIRS = 16;
    private static final String NO_FIRST = "-?:,[]{}#&*!|>'\"%@`";
    /// Letters behind a backslash, and what they stand for.
    private static final String ESCAPES = "\"\\nrtabvfe0";

    private static final String ESCAPED = "\"\\\n\r\t\u0007\b\u000B\f\u001B\0";
    private static final String IN_BRACKETS = "_./+-%() ";

    private final Source source;
    private final String text;
    private final int end;
    private final PlainCursor cursor;
    private final Map<String, String> words = new HashMap<>();
    private long values;
    private final long mostValues;
    private Map<String, BiConsumer<YamlNode, Span>> lists = Map.of();
    /// The key at the top of the document, under which reading is.
    private String top = "";

    private PlainYaml(Source source, PlainCursor cursor, long mostValues) {
        this.source = source;
        this.text = source.text();
        this.end = text.length();
        this.cursor = cursor;
        this.mostValues = mostValues;
    }

    /// The whole document; empty where it is not written plainly.
    static Optional<YamlNode> read(Source source) {
        try {
            return Optional.of(new PlainYaml(source, new PlainCursor(source.text()), YamlLimits.VALUES).document());
        } catch (PlainCursor.NotPlain declined) {
            return Optional.empty();
        }
    }

    /// The document without the items of some lists, which are handed on one at a time; empty where it is not written
    /// plainly, also when items were handed on before that showed.
    ///
    /// @param lists who takes the items of which list: by its key at the top of the document (`journal`), by two
    ///     (`summary.strategies`), or by none where the list is all there is. With an item goes its place, up to
    ///     where the next thing begins
    public static Optional<YamlNode> lists(Source source, Map<String, BiConsumer<YamlNode, Span>> lists) {
        PlainYaml reader = new PlainYaml(source, new PlainCursor(source.text()), YamlLimits.LISTED_VALUES);
        reader.lists = lists;
        try {
            return Optional.of(reader.document());
        } catch (PlainCursor.NotPlain declined) {
            return Optional.empty();
        }
    }

    /// One item of a list, read alone.
    ///
    /// @param end where the next thing begins
    public record Item(YamlNode node, int end) {}

    /// @param place where the item begins, as [#list] gave it
    public static Optional<Item> item(Source source, Span place) {
        PlainCursor cursor = new PlainCursor(source.text(), place);
        PlainYaml reader = new PlainYaml(source, cursor, YamlLimits.VALUES);
        try {
            YamlNode node = cursor.isDash() ? reader.item(place.column(), 1) : reader.inBrackets(1);
            return Optional.of(new Item(node, cursor.at));
        } catch (PlainCursor.NotPlain declined) {
            return Optional.empty();
        }
    }

    private YamlNode document() {
        cursor.toContent();
        cursor.overDocumentStart();
        YamlNode root = block(0);
        if (cursor.at < end) {
            throw PlainCursor.declined();
        }
        return root;
    }

    /// A mapping, a list, or something in brackets that starts here.
    private YamlNode block(int depth) {
        if (cursor.isDash()) {
            return sequence(depth);
        }
        char first = cursor.peek();
        if (first == '{' || first == '[') {
            int column = cursor.column();
            YamlNode node = inBrackets(depth);
            toNext(depth == 0 ? -1 : column);
            return node;
        }
        return mapping(depth);
    }

    private YamlMapping mapping(int depth) {
        count(depth);
        int indent = cursor.column();
        int start = cursor.at;
        int line = cursor.line;
        List<YamlMapping.Pair> pairs = new ArrayList<>(4);
        Set<String> seen = Set.of();
        do {
            YamlScalar key = isQuoted() ? quotedKeyOfLine() : key();
            seen = refuseTwice(seen, pairs, key);
            cursor.at++;
            pairs.add(new YamlMapping.Pair(key, value(indent, depth + 1, taker(depth, key.value()))));
        } while (cursor.at < end && cursor.column() == indent);
        cursor.requireAtMost(indent);
        return new YamlMapping(source, new Span(start, cursor.at, line, indent), false, pairs);
    }

    /// Who takes the items of the list under this key.
    private @Nullable BiConsumer<YamlNode, Span> taker(int depth, String key) {
        if (depth > 1 || lists.isEmpty()) {
            return null;
        }
        if (depth == 0) {
            top = key;
        }
        return lists.get(depth == 0 ? key : top + "." + key);
    }

    /// @param seen the keys of the pairs so far, once they are many
    /// @return the same with this one
    private static Set<String> refuseTwice(Set<String> seen, List<YamlMapping.Pair> pairs, YamlScalar key) {
        Set<String> keys = seen;
        boolean isNew = true;
        if (pairs.size() < FEW_PAIRS) {
            for (YamlMapping.Pair pair : pairs) {
                isNew &= !pair.key().value().equals(key.value());
            }
        } else {
            if (keys.isEmpty()) {
                keys = new HashSet<>();
                for (YamlMapping.Pair pair : pairs) {
                    keys.add(pair.key().value());
                }
            }
            isNew = keys.add(key.value());
        }
        if (!isNew) {
            throw PlainCursor.declined();
        }
        return keys;
    }

    private YamlScalar key() {
        count(1);
        int from = cursor.at;
        int to = keyEnd();
        if (to < 0) {
            throw PlainCursor.declined();
        }
        cursor.at = to;
        return scalar(YamlScalar.Style.PLAIN, from, to, shared(text.substring(from, to)));
    }

    private boolean isQuoted() {
        return cursor.peek() == '"' || cursor.peek() == '\'';
    }

    /// A number as a key is written so.
    private YamlScalar quotedKeyOfLine() {
        YamlScalar key = quotedKey();
        if (!isColonOfKey(cursor.at)) {
            throw PlainCursor.declined();
        }
        return key;
    }

    private boolean isColonOfKey(int at) {
        return at < end && text.charAt(at) == ':' && (at + 1 == end || " \n\r".indexOf(text.charAt(at + 1)) >= 0);
    }

    /// Where a key that starts here ends, at its colon; -1 where none does.
    private int keyEnd() {
        int at = cursor.at;
        while (at < end && isWord(text.charAt(at)) && at - cursor.at <= LONGEST_KEY) {
            at++;
        }
        boolean isKey =
                at > cursor.at && isColonOfKey(at) && text.charAt(cursor.at) != '-' && text.charAt(cursor.at) != '.';
        return isKey ? at : -1;
    }

    private static boolean isWord(char c) {
        return isLetterOrDigit(c) || c == '_' || c == '-' || c == '.';
    }

    private static boolean isLetterOrDigit(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    /// The value behind a colon.
    private YamlNode value(int indent, int depth, @Nullable BiConsumer<YamlNode, Span> taker) {
        Span behindColon = new Span(cursor.at, cursor.at, cursor.line, cursor.column());
        if (!cursor.isValueOnLine()) {
            cursor.toContent();
            if (cursor.at < end && (cursor.column() > indent || (cursor.column() == indent && cursor.isDash()))) {
                return taker != null && cursor.isDash() ? sequence(depth, taker) : block(depth);
            }
            count(depth);
            return new YamlScalar(source, behindColon, YamlScalar.Style.PLAIN, "");
        }
        YamlNode value = taker != null && cursor.peek() == '[' ? list(depth, taker) : inline(depth);
        toNext(indent);
        return value;
    }

    private YamlSequence sequence(int depth) {
        List<YamlNode> kept = new ArrayList<>();
        BiConsumer<YamlNode, Span> each = depth == 0 ? lists.get("") : null;
        YamlSequence sequence = sequence(depth, each == null ? (node, _) -> kept.add(node) : each);
        return new YamlSequence(source, sequence.span(), false, kept);
    }

    private YamlSequence sequence(int depth, BiConsumer<YamlNode, Span> each) {
        count(depth);
        int indent = cursor.column();
        int start = cursor.at;
        int line = cursor.line;
        do {
            int from = cursor.at;
            int lineOfItem = cursor.line;
            YamlNode item = item(indent, depth + 1);
            each.accept(item, new Span(from, cursor.at, lineOfItem, indent));
        } while (cursor.at < end && cursor.column() == indent && cursor.isDash());
        cursor.requireAtMost(indent);
        return new YamlSequence(source, new Span(start, cursor.at, line, indent), false, List.of());
    }

    /// What stands behind a dash, and the way to the next line.
    private YamlNode item(int indent, int depth) {
        cursor.at++;
        if (!cursor.isValueOnLine() || cursor.isDash()) {
            throw PlainCursor.declined();
        }
        if (keyEnd() >= 0) {
            YamlMapping mapping = mapping(depth);
            cursor.requireAtMost(indent);
            return mapping;
        }
        YamlNode item = inline(depth);
        toNext(indent);
        return item;
    }

    /// To the next line; what is written deeper there would belong to the value before.
    private void toNext(int indent) {
        cursor.toContent();
        cursor.requireAtMost(indent);
    }

    /// A value on the line of its key or dash.
    private YamlNode inline(int depth) {
        char first = cursor.peek();
        return switch (first) {
            case '{', '[' -> inBrackets(depth);
            case '\'', '"' -> quoted(depth);
            default -> plain(depth);
        };
    }

    private YamlScalar plain(int depth) {
        count(depth);
        int from = cursor.at;
        char first = text.charAt(from);
        boolean isNegative = first == '-' && from + 1 < end && " \n\r".indexOf(text.charAt(from + 1)) < 0;
        if (NO_FIRST.indexOf(first) >= 0 && !isNegative) {
            throw PlainCursor.declined();
        }
        int to = from;
        for (int at = from; at < end; at++) {
            char c = text.charAt(at);
            if (isUsual(c)) {
                to = at + 1;
                continue;
            }
            if (c == '\n' || c == '\r' || (c == '#' && text.charAt(at - 1) == ' ')) {
                break;
            }
            if (c == ':' && (at + 1 == end || " \n\r".indexOf(text.charAt(at + 1)) >= 0)) {
                throw PlainCursor.declined();
            }
            if (c != ' ') {
                cursor.requireText(at);
                to = at + 1;
            }
        }
        cursor.at = to;
        return scalar(YamlScalar.Style.PLAIN, from, to, shared(text.substring(from, to)));
    }

    /// Most characters by far, and none that ends a text.
    private static boolean isUsual(char c) {
        return (c >= 'A' && c <= 'z') || (c >= '0' && c <= '9');
    }

    private YamlScalar quoted(int depth) {
        count(depth);
        int from = cursor.at;
        char quote = text.charAt(from);
        StringBuilder value = new StringBuilder();
        for (int at = from + 1; at < end; at++) {
            char c = text.charAt(at);
            char next = at + 1 < end ? text.charAt(at + 1) : 0;
            if (c == quote && !(quote == '\'' && next == '\'')) {
                cursor.at = at + 1;
                YamlScalar.Style style = quote == '"' ? YamlScalar.Style.DOUBLE_QUOTED : YamlScalar.Style.SINGLE_QUOTED;
                return scalar(style, from, at + 1, shared(value.toString()));
            }
            if (c == '\\' && quote == '"') {
                at = escaped(at + 1, value);
                continue;
            }
            if (c == quote) {
                at++;
            } else {
                cursor.requireText(at);
            }
            value.append(c);
        }
        throw PlainCursor.declined();
    }

    /// Takes what stands behind a backslash.
    ///
    /// @param value gets what it means
    /// @return where it ends
    private int escaped(int at, StringBuilder value) {
        char code = at < end ? text.charAt(at) : 0;
        int simple = ESCAPES.indexOf(code);
        if (simple >= 0) {
            value.append(ESCAPED.charAt(simple));
            return at;
        }
        int digits = code == 'x' ? 2 : code == 'u' ? 4 : 0;
        if (digits == 0 || at + digits >= end) {
            throw PlainCursor.declined();
        }
        int sign = 0;
        for (int i = at + 1; i <= at + digits; i++) {
            int digit = text.charAt(i) < 0x80 ? Character.digit(text.charAt(i), 16) : -1;
            if (digit < 0) {
                throw PlainCursor.declined();
            }
            sign = 16 * sign + digit;
        }
        value.append((char) sign);
        return at + digits;
    }

    private YamlScalar scalar(YamlScalar.Style style, int from, int to, String value) {
        if (to - from > LONGEST_SCALAR) {
            throw PlainCursor.declined();
        }
        return new YamlScalar(source, new Span(from, to, cursor.line, cursor.columnOf(from)), style, value);
    }

    /// Something in brackets that starts here; ends behind its bracket.
    private YamlNode inBrackets(int depth) {
        if (cursor.peek() == '{') {
            return braces(depth);
        }
        List<YamlNode> kept = new ArrayList<>();
        BiConsumer<YamlNode, Span> each = depth == 0 ? lists.get("") : null;
        YamlSequence list = list(depth, each == null ? (node, _) -> kept.add(node) : each);
        return new YamlSequence(source, list.span(), true, kept);
    }

    private YamlSequence list(int depth, BiConsumer<YamlNode, Span> each) {
        count(depth);
        int start = cursor.at;
        int line = cursor.line;
        int column = cursor.column();
        if (!cursor.opens(']')) {
            do {
                int from = cursor.at;
                int lineOfItem = cursor.line;
                int columnOfItem = cursor.column();
                YamlNode item = bracketed(depth + 1);
                each.accept(item, new Span(from, cursor.at, lineOfItem, columnOfItem));
            } while (cursor.goesOn(']'));
        }
        return new YamlSequence(source, new Span(start, cursor.at, line, column), true, List.of());
    }

    private YamlMapping braces(int depth) {
        count(depth);
        int start = cursor.at;
        int line = cursor.line;
        int column = cursor.column();
        List<YamlMapping.Pair> pairs = new ArrayList<>(4);
        Set<String> seen = Set.of();
        if (!cursor.opens('}')) {
            do {
                YamlScalar key = isQuoted() ? quotedKey() : key();
                seen = refuseTwice(seen, pairs, key);
                cursor.overColon();
                BiConsumer<YamlNode, Span> taker = taker(depth, key.value());
                YamlNode value = taker != null && cursor.peek() == '[' ? list(depth + 1, taker) : bracketed(depth + 1);
                pairs.add(new YamlMapping.Pair(key, value));
            } while (cursor.goesOn('}'));
        }
        return new YamlMapping(source, new Span(start, cursor.at, line, column), true, pairs);
    }

    private YamlNode bracketed(int depth) {
        char first = cursor.peek();
        return switch (first) {
            case '{', '[' -> inBrackets(depth);
            case '\'', '"' -> quotedInside(depth);
            default -> word(depth);
        };
    }

    private YamlScalar quotedKey() {
        YamlScalar key = quotedInside(1);
        if (key.value().length() > LONGEST_KEY) {
            throw PlainCursor.declined();
        }
        return key;
    }

    private YamlScalar quotedInside(int depth) {
        YamlScalar quoted = quoted(depth);
        // Of what stands behind it in the line, the column would be another than the offset says.
        cursor.requireBasic(quoted.span());
        return quoted;
    }

    private YamlScalar word(int depth) {
        count(depth);
        int from = cursor.at;
        int to = from;
        for (int at = from; at < end && isInWord(at); at++) {
            if (text.charAt(at) != ' ') {
                to = at + 1;
            }
        }
        char first = text.charAt(from);
        char second = to > from + 1 ? text.charAt(from + 1) : ' ';
        boolean isFirst = first == '-' ? second != '-' && second != ' ' : NO_FIRST.indexOf(first) < 0;
        // Dashes and dots may end a document.
        if (to == from || !isFirst || (first == '.' && second == '.') || (to < end && text.charAt(to) == ':')) {
            throw PlainCursor.declined();
        }
        cursor.at = to;
        return scalar(YamlScalar.Style.PLAIN, from, to, shared(text.substring(from, to)));
    }

    private boolean isInWord(int at) {
        char c = text.charAt(at);
        boolean isTime = c == ':' && at + 1 < end && Character.isDigit(text.charAt(at + 1));
        return isLetterOrDigit(c) || IN_BRACKETS.indexOf(c) >= 0 || isTime;
    }

    private void count(int depth) {
        if (++values > mostValues || depth > NESTING) {
            throw PlainCursor.declined();
        }
    }

    /// Short words stand there again and again: keys, statuses.
    private String shared(String word) {
        if (word.length() > SHORT) {
            return word;
        }
        String known = words.size() < MOST_WORDS ? words.putIfAbsent(word, word) : words.get(word);
        return known == null ? word : known;
    }
}
