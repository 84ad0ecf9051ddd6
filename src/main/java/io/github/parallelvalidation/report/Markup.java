package io.github.parallelvalidation.report;

import io.github.parallelvalidation.workspace.Printable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// An element of HTML or SVG. Every text and every attribute is escaped when it is written, so a strategy's name can be
/// anything.
final class Markup {
    private static final Set<String> EMPTY = Set.of("meta", "br", "rect", "line", "circle", "polyline", "path");

    private final String name;
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private final List<Object> content = new ArrayList<>();

    private Markup(String name) {
        this.name = name;
    }

    static Markup of(String name, Object... content) {
        Markup made = new Markup(name);
        made.content.addAll(List.of(content));
        return made;
    }

    static Markup list(List<String> items) {
        return of("ul").addAll(items.stream().map(item -> of("li", item)).toList());
    }

    Markup with(String attribute, Object value) {
        attributes.put(attribute, String.valueOf(value));
        return this;
    }

    /// Elements as they are, everything else as text.
    Markup add(Object... more) {
        content.addAll(List.of(more));
        return this;
    }

    Markup addAll(List<Markup> more) {
        content.addAll(more);
        return this;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        write(text);
        return text.toString();
    }

    private void write(StringBuilder text) {
        text.append('<').append(name);
        attributes.forEach((key, value) -> text.append(' ')
                .append(key)
                .append("=\"")
                .append(escaped(value))
                .append('"'));
        text.append('>');
        for (Object item : content) {
            switch (item) {
                case Markup child -> child.write(text);
                case Style style -> text.append(style.css());
                default -> text.append(escaped(String.valueOf(item)));
            }
        }
        if (!EMPTY.contains(name) || !content.isEmpty()) {
            text.append("</").append(name).append('>');
        } else if (!name.equals("meta") && !name.equals("br")) {
            text.insert(text.length() - 1, '/');
        }
    }

    /// Our own style sheet, the only text that is not escaped.
    record Style(String css) {}

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        Printable.visible(text).codePoints().forEach(c -> {
            switch (c) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.appendCodePoint(c);
            }
        });
        return escaped.toString();
    }
}
