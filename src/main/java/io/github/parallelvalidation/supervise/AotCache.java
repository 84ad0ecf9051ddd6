package io.github.parallelvalidation.supervise;

import io.github.parallelvalidation.worker.AotTraining;
import io.github.parallelvalidation.workspace.TemporaryFolder;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The ahead-of-time class cache of the built-in worker, recorded when the program is packaged: with it a worker starts
/// in half the time. It fits one Java and one set of jars; where it does not fit, Java ignores it and starts without
/// it.
public final class AotCache {
    private static final String FILE = "worker.aot";
    private static final long MEMORY_MB = 200;

    private AotCache() {}

    /// The archive beside the program's jars, where there is one.
    static Optional<Path> beside(String classPath) {
        return Stream.of(classPath.split(File.pathSeparator))
                .filter(entry -> entry.endsWith(".jar"))
                .map(jar -> Path.of(jar).resolveSibling(FILE))
                .filter(Files::isReadable)
                .findFirst();
    }

    /// Rehearses the worker in a Java of its own and records what it loaded.
    ///
    /// @param java the launcher of the Java that the workers will run on
    /// @param library the folder with the program's jars
    /// @return the archive
    /// @throws IOException when there is none in the end
    public static Path record(Path java, Path library) throws IOException, InterruptedException {
        Path archive = library.resolve(FILE);
        Files.deleteIfExists(archive);
        try (TemporaryFolder scratch = TemporaryFolder.create()) {
            Path log = scratch.folder().resolve("log");
            List<String> command = new ArrayList<>();
            command.add(java.toString());
            command.addAll(WorkerCommand.BuiltIn.flags(MEMORY_MB));
            command.addAll(List.of(
                    "-XX:AOTCacheOutput=" + archive,
                    "-cp",
                    WorkerCommand.BuiltIn.ordered(jars(library)),
                    AotTraining.class.getName(),
                    scratch.folder().toString()));
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
            // The bar cache of the rehearsal is nobody's.
            builder.environment().put("XDG_CACHE_HOME", scratch.folder().toString());
            int status = builder.start().waitFor();
            if (!Files.exists(archive)) {
                throw new IOException("no worker archive was recorded (exit status %d): %s"
                        .formatted(status, Files.readString(log).strip()));
            }
            return archive;
        }
    }

    private static String jars(Path library) throws IOException {
        try (Stream<Path> files = Files.list(library)) {
            return files.map(Path::toString)
                    .filter(file -> file.endsWith(".jar"))
                    .collect(Collectors.joining(File.pathSeparator));
        }
    }
}
