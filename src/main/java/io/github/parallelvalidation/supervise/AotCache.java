package io.github.parallelvalidation.supervise;

import io.github.parallelvalidation.worker.AotTraining;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The ahead-of-time class cache of the built-in worker, recorded when the program is packaged: with it a worker starts
/// in half the time. It fits one Java and one set of jars; where it does not fit, Java ignores it and starts without
/// it.
public final class AotCache {
    private static final String FILE = "worker.aot";

    /// The limit of a worker where the settings name none.
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

    /// What a worker is started with where the settings name no limit of memory.
    public static List<String> flags() {
        return WorkerCommand.BuiltIn.flags(MEMORY_MB);
    }

    /// Rehearses the worker in a Java of its own and records what it loaded.
    ///
    /// @param java the launcher of the Java that the workers will run on
    /// @param library the folder of the program's jars
    /// @param classPath what the program will be started with
    /// @throws IOException when there is none in the end
    public static void record(Path java, Path library, String classPath) throws IOException, InterruptedException {
        // The cache holds what was seen of loops, too: with the flags of a worker for one, the code of one for many
        // would stay slower for good.
        List<String> flags = WorkerCommand.BuiltIn.warmFlags(new WarmWorkers.Kind(MEMORY_MB, true));
        new AotRecording(java, flags, WorkerCommand.BuiltIn.ordered(classPath), library.resolve(FILE))
                .run(AotTraining.class.getName());
    }
}
