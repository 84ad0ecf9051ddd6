package io.github.parallelvalidation.supervise;

import io.github.parallelvalidation.workspace.TemporaryFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Records an ahead-of-time cache: a training run in a Java of its own, after which Java writes what it loaded. A later
/// Java can use it with the same flags and the same class path.
///
/// @param java the `java` that the cache is for
/// @param flags what that Java is started with
/// @param archive the file to write
public record AotRecording(Path java, List<String> flags, String classPath, Path archive) {
    /// Training runs take seconds; one that hangs must not hold up who packages the program.
    private static final long LIMIT_MINUTES = 3;

    /// Where a person's own files would go: a training run reads and writes none of them.
    private static final List<String> PERSONAL = List.of(
            "HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "APPDATA", "LOCALAPPDATA");

    public AotRecording {
        flags = List.copyOf(flags);
    }

    /// @param training the main class of the training run; its argument is an empty folder
    /// @throws IOException when there is no cache in the end, with what the training run said
    public void run(String training) throws IOException, InterruptedException {
        Files.deleteIfExists(archive);
        try (TemporaryFolder scratch = TemporaryFolder.create()) {
            Path log = scratch.folder().resolve("log");
            ProcessBuilder builder = new ProcessBuilder(command(training, scratch.folder()))
                    .directory(scratch.folder().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            PERSONAL.forEach(
                    name -> builder.environment().put(name, scratch.folder().toString()));
            Process process = builder.start();
            boolean ended = process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES);
            if (!ended) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly().waitFor();
            }
            // A training run that failed half-way leaves a cache of that half.
            if (process.exitValue() != 0) {
                Files.deleteIfExists(archive);
            }
            if (!Files.exists(archive) || Files.size(archive) == 0) {
                Files.deleteIfExists(archive);
                throw new IOException("%s was not recorded (exit status %d): %s"
                        .formatted(
                                archive.getFileName(),
                                process.exitValue(),
                                Files.readString(log).strip()));
            }
        }
    }

    private List<String> command(String training, Path scratch) {
        List<String> command = new ArrayList<>();
        command.add(java.toString());
        command.addAll(flags);
        command.add("-XX:AOTCacheOutput=" + archive);
        command.add("-Djava.io.tmpdir=" + scratch);
        command.add("-Duser.home=" + scratch);
        command.addAll(List.of("-cp", classPath, training, scratch.toString()));
        return command;
    }
}
