package io.github.parallelvalidation.trust;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// An argument list in one line for a person: quoted as a shell would need it, and nothing in it that cannot be
/// seen, turns the text round or ends the line.
public final class CommandText {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./{}-]+");

    /// What has no picture of its own, or turns others round.
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}\\p{Cs}\\u2028\\u2029]");

    private CommandText() {}

    public static String of(List<String> arguments) {
        return arguments.stream().map(CommandText::quoted).collect(Collectors.joining(" "));
    }

    private static String quoted(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + visible(word).replace("'", "'\\''") + "'";
    }

    /// The text with what cannot be seen spelt out.
    public static String visible(String text) {
        return INVISIBLE
                .matcher(text)
                .replaceAll(found -> "\\\\u{%X}".formatted(found.group().codePointAt(0)));
    }
}
