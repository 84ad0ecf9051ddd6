package io.github.parallelvalidation.workspace;

import io.github.parallelvalidation.workspace.YamlMapping.Pair;
import io.github.parallelvalidation.workspace.YamlScalar.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Edits that add one entry behind the last of a list, or of a mapping, in the text it was read from; written the way
/// the last one is: in a block or in brackets, with its indentation, quotes and line ends.
public final class YamlAppend {
    private final String text;
    private final TextWalk walk;

    private YamlAppend(Source source) {
        this.text = source.text();
        this.walk = new TextWalk(text);
    }

    /// Adds a mapping to a list. Whoever calls it reads the result again.
    ///
    /// @param pairs of the new entry, in order; not empty
    /// @throws ProblemException when the place is written in a way that cannot be edited safely
    public static List<TextEdit> item(YamlSequence list, Map<String, String> pairs) {
        return new YamlAppend(list.source()).toList(list, pairs);
    }

    /// Adds a key with a mapping as its value to a mapping that is not empty. Whoever calls it reads the result again.
    ///
    /// @param pairs of the new value, in order; not empty
    public static List<TextEdit> pair(YamlMapping mapping, String key, Map<String, String> pairs) {
        return new YamlAppend(mapping.source()).toMapping(mapping, key, pairs);
    }

    /// Makes a list of one entry of a value with nothing in it: `queue:`, `queue: []`.
    ///
    /// @param mapping holds the value
    /// @param pairs of the new entry, in order; not empty
    public static List<TextEdit> first(YamlMapping mapping, Pair empty, Map<String, String> pairs) {
        return new YamlAppend(mapping.source()).instead(mapping, empty, pairs);
    }

    /// A text with such a list and nothing else.
    public static String fresh(String key, Map<String, String> pairs) {
        return key + ":\n  - " + joined(pairs, Style.PLAIN, "\n    ") + "\n";
    }

    private List<TextEdit> toList(YamlSequence list, Map<String, String> pairs) {
        if (list.items().isEmpty()) {
            int inside = text.indexOf('[', list.span().start()) + 1;
            return insertion(inside, braces(pairs, Style.PLAIN));
        }
        YamlNode last = list.items().getLast();
        Style style = style(last);
        if (list.flow()) {
            return insertion(endOf(last), "," + gapBefore(last) + braces(pairs, style));
        }
        int dash = dashBefore(last);
        String start = text.substring(lineStart(dash), dash) + "-";
        if (!(last instanceof YamlMapping model) || model.flow() || isAlias(model)) {
            return behind(last, start + " " + braces(pairs, style));
        }
        int column = model.pairs().getFirst().key().span().column();
        String gap = " ".repeat(Math.max(1, column - start.length()));
        return behind(last, start + gap + joined(pairs, style, lineBreakBehind(last) + " ".repeat(column)));
    }

    private List<TextEdit> toMapping(YamlMapping mapping, String key, Map<String, String> pairs) {
        Pair last = mapping.pairs().getLast();
        Style style = last.key().style();
        String named = YamlQuoting.quoted(key, style) + ":";
        if (mapping.flow()) {
            return insertion(endOf(last.value()), "," + gapBefore(last.key()) + named + " " + braces(pairs, style));
        }
        String indent = " ".repeat(mapping.pairs().getFirst().key().span().column());
        if (last.value() instanceof YamlMapping model && !model.flow() && !isAlias(model)) {
            String deeper = lineBreakBehind(last.value())
                    + " ".repeat(model.pairs().getFirst().key().span().column());
            return behind(last.value(), indent + named + deeper + joined(pairs, style, deeper));
        }
        return behind(last.value(), indent + named + " " + braces(pairs, style));
    }

    /// Lines of their own behind a node. Blank lines that belong to it as its value stay with it.
    private List<TextEdit> behind(YamlNode last, String lines) {
        int kept = keptEnd(last);
        String lineBreak = lineBreakBehind(last);
        if (kept > 0 && walk.lineBreakBefore(kept) < kept) {
            return insertion(kept, lines + lineBreak);
        }
        return insertion(walk.lineEnd(endOf(last)), lineBreak + lines);
    }

    private String lineBreakBehind(YamlNode last) {
        return walk.lineBreakAt(walk.lineEnd(endOf(last)));
    }

    /// Where a text in a block with `+` ends, which keeps the blank lines behind it; 0 where the last is no such one.
    private int keptEnd(YamlNode node) {
        return switch (node) {
            case YamlScalar scalar
            when scalar.style() == Style.BLOCK -> {
                int header = ScalarText.of(scalar).valueStart();
                boolean keeps = text.substring(header, walk.overWord(header)).contains("+");
                yield keeps ? scalar.span().end() : 0;
            }
            case YamlMapping mapping
            when !mapping.flow() && !isAlias(mapping) && !mapping.pairs().isEmpty() ->
                keptEnd(mapping.pairs().getLast().value());
            case YamlSequence list
            when !list.flow() && !isAlias(list) && !list.items().isEmpty() ->
                keptEnd(list.items().getLast());
            case YamlScalar _, YamlMapping _, YamlSequence _ -> 0;
        };
    }

    private List<TextEdit> instead(YamlMapping mapping, Pair empty, Map<String, String> pairs) {
        Style style = empty.key().style();
        int start = empty.value().span().start();
        int end = Math.max(start, empty.value().span().end());
        if (mapping.flow()) {
            String touching = start == end ? " " : "";
            return List.of(new TextEdit(start, end, touching + "[" + braces(pairs, style) + "]"));
        }
        int lineEnd = walk.lineEnd(end);
        String indent = walk.lineBreakAt(lineEnd)
                + " ".repeat(mapping.pairs().getFirst().key().span().column() + 2);
        List<TextEdit> edits = new ArrayList<>();
        if (start < end) {
            edits.add(new TextEdit(walk.backOverSpaces(start), end, ""));
        }
        edits.add(new TextEdit(lineEnd, lineEnd, indent + "- " + joined(pairs, style, indent + "  ")));
        return edits;
    }

    private static List<TextEdit> insertion(int at, String inserted) {
        return List.of(new TextEdit(at, at, inserted));
    }

    private static String braces(Map<String, String> pairs, Style style) {
        return "{" + joined(pairs, style, ", ") + "}";
    }

    private static String joined(Map<String, String> pairs, Style style, String between) {
        return pairs.entrySet().stream()
                .map(pair ->
                        YamlQuoting.quoted(pair.getKey(), style) + ": " + YamlQuoting.quoted(pair.getValue(), style))
                .collect(Collectors.joining(between));
    }

    /// That of the first key; plain where there is none, or where it stands elsewhere.
    private Style style(YamlNode model) {
        return Optional.of(model)
                .filter(YamlMapping.class::isInstance)
                .map(YamlMapping.class::cast)
                .filter(mapping -> !mapping.pairs().isEmpty() && !isAlias(mapping))
                .map(mapping -> mapping.pairs().getFirst().key().style())
                .orElse(Style.PLAIN);
    }

    private boolean isAlias(YamlNode node) {
        return text.startsWith("*", node.span().start());
    }

    /// In brackets: a line of its own where the one before has one.
    private String gapBefore(YamlNode last) {
        int start = last.span().start();
        int line = walk.backOverSpaces(start);
        boolean isFirstOfLine = line > 0 && walk.lineBreakBefore(line) < line;
        return isFirstOfLine ? text.substring(walk.lineBreakBefore(line), start) : " ";
    }

    /// Where the last character of a node stands; what the parser counts to it beyond that is not its own.
    private int endOf(YamlNode node) {
        return switch (node) {
            case YamlScalar scalar -> ScalarText.endOf(scalar);
            case YamlMapping mapping
            when !mapping.flow() && !isAlias(mapping) && !mapping.pairs().isEmpty() ->
                endOf(mapping.pairs().getLast().value());
            case YamlSequence list
            when !list.flow() && !isAlias(list) && !list.items().isEmpty() ->
                endOf(list.items().getLast());
            case YamlMapping mapping -> mapping.span().end();
            case YamlSequence list -> list.span().end();
        };
    }

    /// Between it and its entry there may be an anchor, comments and line ends.
    private int dashBefore(YamlNode item) {
        int line = lineStart(item.span().start());
        boolean isOwnLine = text.substring(line, item.span().start()).isBlank();
        while (line > 0 && !startsWithDash(line) && (isOwnLine || isBlankOrComment(line))) {
            line = lineStart(walk.lineBreakBefore(line));
            isOwnLine = false;
        }
        if (!startsWithDash(line)) {
            throw item.problem("nothing can be added safely behind an entry that is written like this");
        }
        return walk.overBlanks(line);
    }

    private boolean startsWithDash(int line) {
        return text.startsWith("-", walk.overBlanks(line));
    }

    private boolean isBlankOrComment(int line) {
        String words = text.substring(line, walk.lineEnd(line)).strip();
        return words.isEmpty() || words.startsWith("#");
    }

    private int lineStart(int from) {
        int at = from;
        while (at > 0 && walk.lineBreakBefore(at) == at) {
            at--;
        }
        return at;
    }
}
