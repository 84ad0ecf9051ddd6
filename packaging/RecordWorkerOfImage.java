import io.github.parallelvalidation.supervise.AotCache;
import java.io.IOException;
import java.nio.file.Path;

/// Records the worker's archive in a folder of jars, for the Java that runs this or another one.
final class RecordWorker {
    private RecordWorker() {}

    /// @param arguments the folder of jars, and the home of a Java if it is not this one
    static void main(String[] arguments) throws InterruptedException {
        String home = arguments.length > 1 ? arguments[1] : System.getProperty("java.home");
        try {
            AotCache.record(Path.of(home, "bin", "java"), Path.of(arguments[0]).toAbsolutePath());
        } catch (IOException e) {
            // Workers start without it too, only slower.
            IO.println("[WARNING] " + e.getMessage());
        }
    }
}
