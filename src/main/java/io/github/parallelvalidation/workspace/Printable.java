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

    private Printable() {}

    /// The text with all in it that steers made visible, as it is written in YAML and Java.
    public static String visible(String text) {
        return escaped(STEERING, text);
    }

    /// The same, in one line whatever the text.
    public static String oneLine(String text) {
        return escaped(LINE_END, visible(text));
    }

    private static String escaped(Pattern pattern, String text) {
        return pattern.matcher(text)
                .replaceAll(match -> "\\\\u%04x".formatted((int) match.group().charAt(0)));
    }

    /// Control characters become spaces: they could colour a terminal or forge its lines.
    public static String line(String text) {
        return CONTROL.matcher(text).replaceAll(" ").strip();
    }

    /// The first characters of a line; those that cannot be seen become dots, so that it shows that they were there.
    public static String cut(String text, int longest) {
        int end = text.offsetByCodePoints(0, Math.min(longest, text.codePointCount(0, text.length())));
        String visible = INVISIBLE
                .matcher(text.substring(0, end).replace('\t', ' ').stripTrailing())
                .replaceAll("·");
        return end < text.length() ? visible + "…" : visible;
    }
}
