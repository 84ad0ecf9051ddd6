import io.github.parallelvalidation.supervise.AotCache;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Records the worker's cache in an application image, for the image's own Java.
final class RecordWorkerOfImage {
    private RecordWorkerOfImage() {}

    /// @param arguments the folder of jars and the home of the Java
    static void main(String[] arguments) throws InterruptedException {
        Path library = Path.of(arguments[0]).toAbsolutePath();
        try {
            AotCache.record(Path.of(arguments[1], "bin", "java").toAbsolutePath(), library, jars(library));
        } catch (IOException e) {
            // Workers start without it too, only slower.
            IO.println("[WARNING] " + e.getMessage());
        }
    }

    /// An image's launcher puts every jar on the class path.
    private static String jars(Path library) throws IOException {
        try (Stream<Path> files = Files.list(library)) {
            return files.map(Path::toString)
                    .filter(file -> file.endsWith(".jar"))
                    .collect(Collectors.joining(File.pathSeparator));
        }
    }
}
