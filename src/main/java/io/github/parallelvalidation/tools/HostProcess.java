package io.github.parallelvalidation.tools;

import io.github.parallelvalidation.journal.RunLock;
import io.github.parallelvalidation.process.HugePages;
import io.github.parallelvalidation.workspace.Workspace;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Starts this program again, to hold an open run when the command that asked for it has ended.
public final class HostProcess implements Hosting {
    /// The name of the command that is started, and not meant for people.
    public static final String COMMAND = "hold-run";

    private static final List<String> FLAGS =
            List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx512m", "--enable-native-access=ALL-UNNAMED");

    private final String main;

    /// @param main the class with the program's `main`
    public HostProcess(String main) {
        this.main = main;
    }

    @Override
    public Optional<ToolAnswer> ask(Workspace workspace, String tool, Map<String, @Nullable Object> arguments)
            throws InterruptedException {
        Process host = start(workspace);
        return Optional.of(new Mailbox(workspace)
                .ask(
                        tool,
                        arguments,
                        () -> host.isAlive() || RunLock.holder(workspace).isPresent())
                .orElseThrow(() -> new ToolException(
                        ToolException.Kind.STOPPED,
                        "the process that was to hold the run ended with status %d before it answered"
                                .formatted(host.exitValue()))));
    }

    private Process start(Workspace workspace) {
        List<String> command = new ArrayList<>();
        // Ctrl-C and closing the terminal end what was started in it, unless that is a session of its own; where there
        // is no such command, it at least does not listen to the terminal being closed.
        onPath("setsid").or(() -> onPath("nohup")).ifPresent(apart -> command.add(apart.toString()));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(FLAGS);
        command.addAll(HugePages.FLAGS);
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                main,
                COMMAND,
                workspace.root().toString()));
        try {
            return new ProcessBuilder(command)
                    .redirectInput(ProcessBuilder.Redirect.from(nothing()))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new ToolException(
                    ToolException.Kind.STOPPED, "no process could be started to hold the run: " + e.getMessage());
        }
    }

    private static File nothing() {
        return new File(System.getProperty("os.name", "").startsWith("Windows") ? "NUL" : "/dev/null");
    }

    private static Optional<Path> onPath(String program) {
        return Stream.of(Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
