package io.github.parallelvalidation.workspace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;

/// Builds nodes that keep their place in the text from SnakeYAML's events. SnakeYAML's own composer would resolve an
/// alias to the anchored node and lose where the alias itself stands.
final class YamlBuilder {
    private static final String CORE = "tag:yaml.org,2002:";
    private static final Set<String> TAGS = Set.of("str", "int", "float", "bool", "null", "map", "seq", "timestamp");

    private final Source source;
    private final Offsets offsets;
    private final Parser parser;
    private @Nullable Event latest;
    private final YamlLimits limits = new YamlLimits();
    private final Map<String, Anchored> anchors = new HashMap<>();

    /// @param values how many values the node stands for, aliases followed
    /// @param height how many levels it is deep, aliases followed
    private record Anchored(YamlNode node, long values, int height) {}

    YamlBuilder(Source source) {
        this.source = source;
        this.offsets = new Offsets(source.text());
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(YamlDocument.SIZE_LIMIT);
        this.parser = new ParserImpl(new StreamReader(source.text()), options);
    }

    YamlNode build() {
        next();
        if (peek().is(Event.ID.StreamEnd)) {
            return new YamlScalar(source, new Span(0, 0, 0, 0), YamlScalar.Style.PLAIN, "");
        }
        next();
        YamlNode root = node(0);
        next();
        if (!peek().is(Event.ID.StreamEnd)) {
            throw problem(peek(), "a second document starts here; the file must hold one");
        }
        return root;
    }

    private YamlNode node(int depth) {
        Event event = next();
        long before = limits.values();
        int outer = limits.enter(depth);
        refuse(limits.violation(), event);
        YamlNode node = switch (event) {
            case AliasEvent alias -> aliased(alias, depth);
            case ScalarEvent scalar -> scalar(scalar);
            case MappingStartEvent start -> mapping(start, depth);
            case SequenceStartEvent start -> sequence(start, depth);
            default -> throw problem(event, "a value was expected here");
        };
        if (event instanceof NodeEvent named && !(event instanceof AliasEvent) && named.getAnchor() != null) {
            anchors.put(named.getAnchor(), new Anchored(node, limits.values() - before, limits.deepest() - depth));
        }
        limits.leave(outer);
        return node;
    }

    private YamlScalar scalar(ScalarEvent scalar) {
        refuseCustomTag(scalar, scalar.getTag());
        refuse(limits.scalar(scalar.getValue()), scalar);
        return new YamlScalar(source, span(scalar), style(scalar), scalar.getValue());
    }

    private YamlMapping mapping(MappingStartEvent start, int depth) {
        refuseCustomTag(start, start.getTag());
        List<YamlMapping.Pair> pairs = new ArrayList<>();
        Map<String, Integer> lines = new HashMap<>();
        while (!peek().is(Event.ID.MappingEnd)) {
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
        while (!peek().is(Event.ID.SequenceEnd)) {
            items.add(node(depth + 1));
        }
        return new YamlSequence(source, collectionSpan(start), isFlow(start), items);
    }

    private YamlNode aliased(AliasEvent alias, int depth) {
        Anchored target = anchors.get(alias.getAnchor());
        if (target == null) {
            throw problem(alias, "the alias *" + alias.getAnchor() + " names no anchor before it");
        }
        refuse(limits.alias(target.values(), depth + target.height()), alias);
        Span span = span(alias);
        return switch (target.node()) {
            case YamlScalar scalar -> new YamlScalar(source, span, YamlScalar.Style.ALIAS, scalar.value());
            case YamlMapping mapping -> new YamlMapping(source, span, mapping.flow(), mapping.pairs());
            case YamlSequence sequence -> new YamlSequence(source, span, sequence.flow(), sequence.items());
        };
    }

    private void refuse(Optional<String> violation, Event event) {
        violation.ifPresent(message -> {
            throw problem(event, message);
        });
    }

    private Event next() {
        Event event = peek();
        parser.getEvent();
        latest = event;
        return event;
    }

    /// SnakeYAML lets some mistakes of a file through as exceptions without a place, such as an escape that is too
    /// large for a number. They are the file's all the same.
    private Event peek() {
        try {
            return parser.peekEvent();
        } catch (MarkedYAMLException | ReaderException placed) {
            throw placed;
        } catch (RuntimeException unplaced) {
            Mark mark = latest == null ? null : latest.getEndMark();
            throw new ProblemException(
                    Problem.at(
                            source,
                            mark == null ? 0 : mark.getLine(),
                            mark == null ? 0 : mark.getColumn(),
                            "what follows here is not valid YAML: " + unplaced.getMessage()),
                    unplaced);
        }
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
        Event end = next();
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

    /// Converts code points, which SnakeYAML counts, to the UTF-16 offsets of Java strings.
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
