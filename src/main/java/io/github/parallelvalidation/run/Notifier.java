package io.github.parallelvalidation.run;

import io.github.parallelvalidation.process.ProcessTree;
import io.github.parallelvalidation.trust.AcceptedProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// Calls the configured command when a run is over. No shell is involved; its output is discarded.
///
/// @param program was accepted; `{message}` stands for the message in each argument
/// @param folder the working folder
/// @param limit time limit, after which it is ended with all its descendants
public record Notifier(AcceptedProgram program, Path folder, Duration limit) {
    public static final Duration USUAL_LIMIT = Duration.ofSeconds(10);

    private static final Duration GRACE = Duration.ofSeconds(1);

    /// @return what went wrong, in a sentence; empty where nothing did
    public Optional<String> send(String message) {
        List<String> arguments = new ArrayList<>();
        program.arguments().forEach(argument -> arguments.add(argument.replace("{message}", message)));
        arguments.set(0, first());
        ProcessBuilder builder = new ProcessBuilder(arguments)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            return end(process, new ProcessTree(process.toHandle()));
        } catch (IOException e) {
            return Optional.of("notify.command could not be started: " + e.getMessage());
        }
    }

    private Optional<String> end(Process process, ProcessTree tree) {
        try {
            if (process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                int status = process.exitValue();
                return status == 0 ? Optional.empty() : Optional.of("notify.command ended with exit status " + status);
            }
            tree.end(GRACE);
            return Optional.of("notify.command was not done after %s s and was ended".formatted(limit.toSeconds()));
        } catch (InterruptedException e) {
            tree.end(GRACE);
            Thread.currentThread().interrupt();
            return Optional.of("notify.command was interrupted");
        }
    }

    /// A path is one in the workspace, wherever we ourselves were started.
    private String first() {
        String name = program.arguments().getFirst();
        try {
            Path path = folder.resolve(name);
            boolean isPath = name.contains("/") || name.contains("\\");
            return isPath && Files.exists(path) ? path.toString() : name;
        } catch (InvalidPathException notAPath) {
            return name;
        }
    }
}
