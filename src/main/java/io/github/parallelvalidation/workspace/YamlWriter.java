package io.github.parallelvalidation.workspace;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;

/// Writes maps, lists, texts and numbers as YAML, byte for byte as SnakeYAML does, in a tenth of its time: nodes,
/// events and a look at each character are needed for the rare text only, which is asked of SnakeYAML.
final class YamlWriter {
    private static final int STEP = 2;

    /// A key that is longer, or goes over a line, is written in another form.
    private static final int LONGEST_KEY = 100;

    private static final Pattern LINE_END = Pattern.compile("\\R");

    /// Knows what would be read as a number, a date or a truth.
    private static final Resolver RESOLVER = new Resolver();

    /// The keys of our own documents, as they are written. A document of others has any keys: there is an end to it.
    private static final Map<String, String> BLOCK_KEYS = new ConcurrentHashMap<>();

    private static final Map<String, String> BRACE_KEYS = new ConcurrentHashMap<>();

    private static final int MOST_KEYS = 1_000;

    private final StringBuilder out = new StringBuilder();
    /// The same words come again and again.
    private final Map<String, String> known = new HashMap<>();
    private final UnaryOperator<String> quoting;
    private final boolean inBraces;

    /// Something that only SnakeYAML can write.
    static final class UnknownFormException extends RuntimeException {
        private static final long serialVersionUID = 1;

        private UnknownFormException() {
            super("", null, false, false);
        }
    }

    /// @param quoting writes a text so that it is read back as it is
    private YamlWriter(UnaryOperator<String> quoting, boolean inBraces) {
        this.quoting = quoting;
        this.inBraces = inBraces;
    }

    /// Block style.
    static String block(Map<?, ?> document, UnaryOperator<String> quoting) {
        YamlWriter writer = new YamlWriter(quoting, false);
        if (document.isEmpty()) {
            return "{}\n";
        }
        writer.mapping(document, 0, true);
        return writer.out.toString();
    }

    /// One line in braces.
    static String braces(Map<?, ?> document, UnaryOperator<String> quoting) {
        YamlWriter writer = new YamlWriter(quoting, true);
        writer.flow(document);
        return writer.out.toString();
    }

    /// @param begun whether the first key goes where we are
    private void mapping(Map<?, ?> map, int indent, boolean begun) {
        boolean isFirst = begun;
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            if (!isFirst) {
                out.repeat(' ', indent);
            }
            isFirst = false;
            key(entry.getKey());
            out.append(':');
            value(entry.getValue(), indent);
        }
    }

    private void value(@Nullable Object value, int indent) {
        switch (value) {
            case Map<?, ?> map
            when !map.isEmpty() -> {
                out.append('\n');
                mapping(map, indent + STEP, false);
            }
            case List<?> list
            when !list.isEmpty() -> {
                out.append('\n');
                list(list, indent, false);
            }
            case null, default -> {
                out.append(' ');
                scalar(value);
                out.append('\n');
            }
        }
    }

    private void list(List<?> list, int indent, boolean begun) {
        boolean isFirst = begun;
        for (Object item : list) {
            if (!isFirst) {
                out.repeat(' ', indent);
            }
            isFirst = false;
            out.append("- ");
            switch (item) {
                case Map<?, ?> map when !map.isEmpty() -> mapping(map, indent + STEP, true);
                case List<?> inner when !inner.isEmpty() -> list(inner, indent + STEP, true);
                case null, default -> {
                    scalar(item);
                    out.append('\n');
                }
            }
        }
    }

    private void flow(@Nullable Object value) {
        switch (value) {
            case Map<?, ?> map -> {
                String separator = "{";
                for (Map.Entry<?, ?> entry : map.entrySet()) {
                    out.append(separator);
                    key(entry.getKey());
                    out.append(": ");
                    flow(entry.getValue());
                    separator = ", ";
                }
                out.append(map.isEmpty() ? "{}" : "}");
            }
            case List<?> list -> {
                String separator = "[";
                for (Object item : list) {
                    out.append(separator);
                    flow(item);
                    separator = ", ";
                }
                out.append(list.isEmpty() ? "[]" : "]");
            }
            case null, default -> scalar(value);
        }
    }

    private void key(@Nullable Object key) {
        if (!(key instanceof String text) || text.isEmpty() || text.length() > LONGEST_KEY) {
            throw new UnknownFormException();
        }
        Map<String, String> keys = inBraces ? BRACE_KEYS : BLOCK_KEYS;
        String written = keys.get(text);
        if (written == null) {
            if (!isSimple(text) && LINE_END.matcher(text).find()) {
                throw new UnknownFormException();
            }
            written = written(text);
            if (keys.size() < MOST_KEYS) {
                keys.put(text, written);
            }
        }
        out.append(written);
    }

    private void scalar(@Nullable Object value) {
        switch (value) {
            case null -> out.append("null");
            case String text -> text(text);
            case Double number -> out.append(YamlText.finite(number));
            case Integer number -> out.append(number.intValue());
            case Long number -> out.append(number.longValue());
            case Boolean truth -> out.append(truth.booleanValue());
            case Map<?, ?> empty -> out.append("{}");
            case List<?> empty -> out.append("[]");
            default -> throw new UnknownFormException();
        }
    }

    private void text(String text) {
        out.append(known.computeIfAbsent(text, this::written));
    }

    private String written(String text) {
        return isSimple(text) ? simple(text) : quoted(text);
    }

    private String simple(String text) {
        boolean isText = RESOLVER.resolve(NodeId.scalar, text, true).equals(Tag.STR);
        return isText && !(inBraces && (text.indexOf(':') >= 0 || text.indexOf(',') >= 0))
                ? text
                : "'" + text.replace("'", "''") + "'";
    }

    private String quoted(String text) {
        String quoted = quoting.apply(text);
        if (quoted.indexOf('\n') >= 0) {
            // Text over several lines is indented as what is around it.
            throw new UnknownFormException();
        }
        return quoted;
    }

    /// Words of a sentence, names, paths, times: nothing in it that has a meaning in YAML.
    private static boolean isSimple(String text) {
        int length = text.length();
        if (length == 0 || !isSimpleStart(text) || text.charAt(length - 1) == ' ') {
            return false;
        }
        for (int i = 1; i < length; i++) {
            char c = text.charAt(i);
            boolean isColon = c == ':' && i + 1 < length && text.charAt(i + 1) != ' ';
            if (!isLetterOrDigit(c) && " _-./()',".indexOf(c) < 0 && !isColon) {
                return false;
            }
        }
        return true;
    }

    /// Of a word, or of a path.
    private static boolean isSimpleStart(String text) {
        char first = text.charAt(0);
        boolean isPath = first == '.' || first == '/';
        return isLetterOrDigit(first) || (isPath && text.length() > 1 && isLetterOrDigit(text.charAt(1)));
    }

    private static boolean isLetterOrDigit(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
}
