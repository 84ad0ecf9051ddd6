package io.github.parallelvalidation.workspace;

import java.util.regex.Pattern;

/// Makes text of a foreign program safe for one line of a terminal or a tile.
public final class Printable {
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");

    /// What has no picture of its own, or turns others round.
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}\\p{Cs}\\u2028\\u2029]");

    /// What could steer a terminal, or show text in another order than it is in. Line ends and tabs are none.
    private static final Pattern STEERING =
            Pattern.compile("[\\p{Cc}\\u061c\\u200e\\u200f\\u2028-\\u202e\\u2066-\\u2069\\ufeff&&[^\n\t]]");

    private static final Pattern LINE_END = Pattern.compile("[\n\t]");

    /// More of a value that is wrong would hide the sentence around it.
    private static final int MOST_QUOTED = 100;

    private Printable() {}

    /// In quotes, and of a long text the beginning: for a value that a sentence complains about.
    public static String quoted(String text) {
        boolean isLong = text.codePointCount(0, text.length()) > MOST_QUOTED;
        String shown = isLong ? text.substring(0, text.offsetByCodePoints(0, MOST_QUOTED)) + "…" : text;
        return "'%s'".formatted(shown);
    }

    /// The text with all in it that steers made visible, as it is written in YAML and Java.
    public static String visible(String text) {
        return isPlain(text) ? text : escaped(STEERING, text);
    }

    /// Nearly all that is printed: letters, digits and signs of ASCII, in lines.
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if ((letter < ' ' || letter > '~') && letter != '\n') {
                return false;
            }
        }
        return true;
    }

    private static boolean isPlainLine(String text) {
        return isPlain(text) && text.indexOf('\n') < 0;
    }

    /// The same, in one line whatever the text.
    public static String oneLine(String text) {
        String visible = visible(text);
        return visible.indexOf('\n') < 0 && visible.indexOf('\t') < 0 ? visible : escaped(LINE_END, visible);
    }

    /// The text in one line with all spelt out that has no picture of its own: for what a person is to judge.
    public static String spelt(String text) {
        return INVISIBLE.matcher(text).replaceAll(match -> {
            int point = match.group().codePointAt(0);
            return (point > Character.MAX_VALUE ? "\\\\U%08x" : "\\\\u%04x").formatted(point);
        });
    }

    private static String escaped(Pattern pattern, String text) {
        return pattern.matcher(text)
                .replaceAll(match -> "\\\\u%04x".formatted((int) match.group().charAt(0)));
    }

    /// Control characters become spaces: they could colour a terminal or forge its lines.
    public static String line(String text) {
        if (isPlainLine(text)) {
            return text.strip();
        }
        return CONTROL.matcher(text).replaceAll(" ").strip();
    }

    /// The first characters of a line; those that cannot be seen become dots, so that it shows that they were there.
    public static String cut(String text, int longest) {
        if (text.length() <= longest && isPlainLine(text)) {
            return text.stripTrailing();
        }
        int end = text.offsetByCodePoints(0, Math.min(longest, text.codePointCount(0, text.length())));
        String visible = INVISIBLE
                .matcher(text.substring(0, end).replace('\t', ' ').stripTrailing())
                .replaceAll("·");
        return end < text.length() ? visible + "…" : visible;
    }
}
