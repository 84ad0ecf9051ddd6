package io.github.parallelvalidation.workspace;

import io.github.parallelvalidation.workspace.YamlScalar.Style;
import java.util.Set;
import java.util.regex.Pattern;

/// Chooses quotes for a text as a YAML scalar, so that every reader takes it for that text.
final class YamlQuoting {
    private static final Pattern PLAIN_SAFE = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.:/+-]*(?<!:)");
    /// Numbers of every base and `12:30`, which YAML 1.1 takes for 750; a timestamp is meant as one.
    private static final Pattern NUMBER_LIKE =
            Pattern.compile("[0-9][0-9_.]*([eE][-+]?[0-9]+)?|0[xob][0-9a-fA-F_]+|[0-9]+(:[0-9]+)+(\\.[0-9]*)?");
    private static final Set<String> WORDS = Set.of("null", "true", "false", "yes", "no", "on", "off", "y", "n");

    private YamlQuoting() {}

    /// The text in the quotes of a style, or in double quotes where the style cannot hold it.
    static String quoted(String text, Style style) {
        return switch (style) {
            case SINGLE_QUOTED -> isHarmless(text) ? "'" + text.replace("'", "''") + "'" : doubleQuoted(text);
            case DOUBLE_QUOTED -> doubleQuoted(text);
            case PLAIN, BLOCK, ALIAS -> isPlainSafe(text) ? text : doubleQuoted(text);
        };
    }

    /// Whether the text can stand without escapes.
    static boolean isHarmless(String text) {
        return text.codePoints().allMatch(YamlQuoting::harmless);
    }

    private static boolean isPlainSafe(String text) {
        return PLAIN_SAFE.matcher(text).matches()
                && !NUMBER_LIKE.matcher(text).matches()
                && WORDS.stream().noneMatch(text::equalsIgnoreCase);
    }

    private static String doubleQuoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            switch (c) {
                case '\\' -> quoted.append("\\\\");
                case '"' -> quoted.append("\\\"");
                case '\n' -> quoted.append("\\n");
                case '\t' -> quoted.append("\\t");
                default -> {
                    if (harmless(c)) {
                        quoted.appendCodePoint(c);
                    } else {
                        quoted.append(c > 0xFFFF ? "\\U%08X".formatted(c) : "\\u%04X".formatted(c));
                    }
                }
            }
        });
        return quoted.append('"').toString();
    }

    /// Neither a control character nor half a surrogate pair nor a line end of any kind.
    private static boolean harmless(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.FORMAT,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
