package io.github.parallelvalidation.workspace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/// Turns SnakeYAML's events into nodes that keep their place in the text. SnakeYAML's own composer would resolve an
/// alias
/// to the anchored node and lose where the alias itself stands.
final class YamlBuilder {
    private static final int NESTING_LIMIT = 64;
    private static final int ALIAS_LIMIT = 50;
    private static final String CORE = "tag:yaml.org,2002:";
    private static final Set<String> TAGS = Set.of("str", "int", "float", "bool", "null", "map", "seq", "timestamp");

    private final Source source;
    private final Offsets offsets;
    private final Parser parser;
    private final Map<String, YamlNode> anchors = new HashMap<>();
    private int aliases;

    YamlBuilder(Source source) {
        this.source = source;
        this.offsets = new Offsets(source.text());
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(YamlDocument.SIZE_LIMIT);
        this.parser = new ParserImpl(new StreamReader(source.text()), options);
    }

    YamlNode build() {
        parser.getEvent();
        if (parser.checkEvent(Event.ID.StreamEnd)) {
            return new YamlScalar(source, new Span(0, 0, 0, 0), YamlScalar.Style.PLAIN, "");
        }
        parser.getEvent();
        YamlNode root = node(0);
        parser.getEvent();
        if (!parser.checkEvent(Event.ID.StreamEnd)) {
            throw problem(parser.peekEvent(), "a second document starts here; the file must hold one");
        }
        return root;
    }

    private YamlNode node(int depth) {
        Event event = parser.getEvent();
        if (depth > NESTING_LIMIT) {
            throw problem(event, "nested deeper than " + NESTING_LIMIT + " levels, the most that is read");
        }
        return switch (event) {
            case AliasEvent alias -> aliased(alias);
            case ScalarEvent scalar -> {
                refuseCustomTag(scalar, scalar.getTag());
                yield anchored(scalar, new YamlScalar(source, span(scalar), style(scalar), scalar.getValue()));
            }
            case MappingStartEvent start -> anchored(start, mapping(start, depth));
            case SequenceStartEvent start -> anchored(start, sequence(start, depth));
            default -> throw problem(event, "a value was expected here");
        };
    }

    private YamlMapping mapping(MappingStartEvent start, int depth) {
        refuseCustomTag(start, start.getTag());
        List<YamlMapping.Pair> pairs = new ArrayList<>();
        Map<String, Integer> lines = new HashMap<>();
        while (!parser.checkEvent(Event.ID.MappingEnd)) {
            YamlScalar key = node(depth + 1).asScalar("a key");
            Integer earlier = lines.putIfAbsent(key.value(), key.span().line() + 1);
            if (earlier != null) {
                throw key.problem("the key '%s' stands here a second time; the first is in line %d"
                        .formatted(key.value(), earlier));
            }
            pairs.add(new YamlMapping.Pair(key, node(depth + 1)));
        }
        return new YamlMapping(source, collectionSpan(start), isFlow(start), pairs);
    }

    private YamlSequence sequence(SequenceStartEvent start, int depth) {
        refuseCustomTag(start, start.getTag());
        List<YamlNode> items = new ArrayList<>();
        while (!parser.checkEvent(Event.ID.SequenceEnd)) {
            items.add(node(depth + 1));
        }
        return new YamlSequence(source, collectionSpan(start), isFlow(start), items);
    }

    private YamlNode anchored(NodeEvent event, YamlNode node) {
        if (event.getAnchor() != null) {
            anchors.put(event.getAnchor(), node);
        }
        return node;
    }

    private YamlNode aliased(AliasEvent alias) {
        YamlNode target = anchors.get(alias.getAnchor());
        if (target == null) {
            throw problem(alias, "the alias *" + alias.getAnchor() + " names no anchor before it");
        }
        if (++aliases > ALIAS_LIMIT) {
            throw problem(alias, "more than " + ALIAS_LIMIT + " aliases, the most that is read");
        }
        Span span = span(alias);
        return switch (target) {
            case YamlScalar scalar -> new YamlScalar(source, span, YamlScalar.Style.ALIAS, scalar.value());
            case YamlMapping mapping -> new YamlMapping(source, span, mapping.flow(), mapping.pairs());
            case YamlSequence sequence -> new YamlSequence(source, span, sequence.flow(), sequence.items());
        };
    }

    private void refuseCustomTag(Event event, @Nullable String tag) {
        if (tag != null && !tag.equals("!") && !(tag.startsWith(CORE) && TAGS.contains(tag.substring(CORE.length())))) {
            throw problem(event, "the tag " + tag + " is not allowed; only plain YAML values are read");
        }
    }

    private static YamlScalar.Style style(ScalarEvent scalar) {
        return switch (scalar.getScalarStyle()) {
            case PLAIN, JSON_SCALAR_STYLE -> YamlScalar.Style.PLAIN;
            case SINGLE_QUOTED -> YamlScalar.Style.SINGLE_QUOTED;
            case DOUBLE_QUOTED -> YamlScalar.Style.DOUBLE_QUOTED;
            case LITERAL, FOLDED -> YamlScalar.Style.BLOCK;
        };
    }

    private static boolean isFlow(CollectionStartEvent start) {
        return start.getFlowStyle() == DumperOptions.FlowStyle.FLOW;
    }

    private Span collectionSpan(CollectionStartEvent start) {
        Event end = parser.getEvent();
        return span(start.getStartMark(), end.getEndMark());
    }

    private Span span(Event event) {
        return span(event.getStartMark(), event.getEndMark());
    }

    private Span span(Mark start, Mark end) {
        return new Span(offsets.of(start.getIndex()), offsets.of(end.getIndex()), start.getLine(), start.getColumn());
    }

    private ProblemException problem(Event event, String message) {
        Mark mark = event.getStartMark();
        return new ProblemException(Problem.at(source, mark.getLine(), mark.getColumn(), message));
    }

    /// SnakeYAML counts code points, Java strings count UTF-16 units.
    private static final class Offsets {
        private final int @Nullable [] byCodePoint;

        Offsets(String text) {
            byCodePoint = text.codePoints().anyMatch(Character::isSupplementaryCodePoint) ? table(text) : null;
        }

        int of(int codePoint) {
            return byCodePoint == null ? codePoint : byCodePoint[codePoint];
        }

        private static int[] table(String text) {
            int[] table = new int[text.codePointCount(0, text.length()) + 1];
            int offset = 0;
            for (int i = 0; i < table.length - 1; i++) {
                table[i] = offset;
                offset += Character.charCount(text.codePointAt(offset));
            }
            table[table.length - 1] = offset;
            return table;
        }
    }
}
