package io.github.parallelvalidation.supervise;

import io.github.parallelvalidation.workspace.Workspace;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A worker's command as one line for a POSIX shell, to run it again by hand. We ourselves never use a shell.
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
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
