package io.github.parallelvalidation.supervise;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A worker's command as one line for a POSIX shell, to run it again by hand. We ourselves never use a shell.
final class RerunCommand {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");

    private RerunCommand() {}

    static String of(WorkerTask task, List<String> arguments) {
        String folder = quoted(task.workspace().root().toString());
        String environment = task.protocol().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(variable -> variable.getKey() + "=" + quoted(variable.getValue()) + " ")
                .collect(Collectors.joining());
        String command = arguments.stream().map(RerunCommand::quoted).collect(Collectors.joining(" "));
        return "cd " + folder + " && " + environment + command;
    }

    private static String quoted(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
