import io.github.parallelvalidation.StartupCaches;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// Records the caches of the application folder, for the Java that runs this.
final class RecordCaches {
    private RecordCaches() {}

    /// @param arguments the folder of jars
    static void main(String[] arguments) throws IOException, InterruptedException {
        Path library = Path.of(arguments[0]).toAbsolutePath();
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        StartupCaches.ofFolder(java, library, mainJar(library)).record(why -> IO.println("[WARNING] " + why));
    }

    private static Path mainJar(Path library) throws IOException {
        try (Stream<Path> files = Files.list(library)) {
            return files.filter(file -> file.getFileName().toString().matches("parallel-validation-.*\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("the program's jar is not in " + library));
        }
    }
}
