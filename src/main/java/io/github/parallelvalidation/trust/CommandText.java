package io.github.parallelvalidation.trust;

import io.github.parallelvalidation.workspace.Printable;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// An argument list in one line for a person: quoted as a shell would need it, and nothing in it that cannot be
/// seen, turns the text round or ends the line.
public final class CommandText {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./{}-]+");

    private CommandText() {}

    public static String of(List<String> arguments) {
        return arguments.stream().map(CommandText::quoted).collect(Collectors.joining(" "));
    }

    private static String quoted(String word) {
        return PLAIN.matcher(word).matches()
                ? word
                : "'" + Printable.spelt(word).replace("'", "'\\''") + "'";
    }
}
