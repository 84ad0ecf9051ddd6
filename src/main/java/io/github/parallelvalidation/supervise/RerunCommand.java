package io.github.parallelvalidation.supervise;

import io.github.parallelvalidation.workspace.Printable;
import io.github.parallelvalidation.workspace.Workspace;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A worker's command as one line for a POSIX shell, to run it again by hand. We ourselves never use a shell.
/// It hides nothing: characters that steer a terminal, or cannot be seen, are spelt out for `printf`.
public final class RerunCommand {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");

    private RerunCommand() {}

    /// For a person who wants to see what a worker does: no run waits for its results.
    public static String byHand(Workspace workspace, List<String> arguments) {
        return of(workspace, Map.of("PV_WORKSPACE", workspace.root().toString()), arguments);
    }

    static String of(WorkerTask task, List<String> arguments) {
        return of(task.workspace(), task.protocol(), arguments);
    }

    private static String of(Workspace workspace, Map<String, String> variables, List<String> arguments) {
        String folder = quoted(workspace.root().toString());
        String environment = variables.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(variable -> variable.getKey() + "=" + quoted(variable.getValue()) + " ")
                .collect(Collectors.joining());
        String command = arguments.stream().map(RerunCommand::quoted).collect(Collectors.joining(" "));
        return "cd " + folder + " && " + environment + command;
    }

    private static String quoted(String word) {
        if (PLAIN.matcher(word).matches()) {
            return word;
        }
        // What a shell puts in the place of $(…) loses the line ends behind it.
        boolean isSeen = Printable.spelt(word).equals(word) || word.endsWith("\n");
        return isSeen ? inQuotes(word) : "\"$(printf -- %s)\"".formatted(inQuotes(printed(word)));
    }

    private static String inQuotes(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }

    /// The word as a format of `printf`: bytes that are not plain in octal.
    private static String printed(String word) {
        StringBuilder format = new StringBuilder();
        word.codePoints().mapToObj(Character::toString).forEach(letter -> {
            if (!Printable.spelt(letter).equals(letter)) {
                for (byte part : letter.getBytes(StandardCharsets.UTF_8)) {
                    format.append("\\%03o".formatted(part & 0xff));
                }
            } else {
                format.append(letter.equals("%") || letter.equals("\\") ? letter + letter : letter);
            }
        });
        return format.toString();
    }
}
