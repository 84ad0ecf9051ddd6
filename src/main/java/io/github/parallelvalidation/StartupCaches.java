package io.github.parallelvalidation;

import io.github.parallelvalidation.process.HugePages;
import io.github.parallelvalidation.supervise.AotCache;
import io.github.parallelvalidation.supervise.AotRecording;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// The ahead-of-time caches beside the program's jars, recorded when it is packaged: one for the command line, one for
/// the window, one for workers.
///
/// @param java the `java` that they are for
/// @param library the folder of the jars
/// @param classPath what the program will be started with
/// @param windowFlags what the window needs besides: where JavaFX is
public record StartupCaches(Path java, Path library, String classPath, List<String> windowFlags) {
    /// What the launchers give to Java for the command line and for the window; a cache fits the flags it was recorded
    /// with.
    static final List<String> FLAGS = Stream.concat(
                    Stream.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx512m"), HugePages.FLAGS.stream())
            .toList();

    /// OSHI reaches the operating system by native calls.
    static final String COMMAND_ACCESS = "--enable-native-access=ALL-UNNAMED";

    static final String COMMANDS = "commands.aot";
    static final String WINDOW = "window.aot";

    public StartupCaches {
        windowFlags = List.copyOf(windowFlags);
    }

    /// What the launchers give to Java for the window.
    static List<String> windowFlags(Path library) {
        return List.of(
                "--module-path",
                library.resolve("javafx").toString(),
                "--add-modules",
                "javafx.controls",
                "--enable-native-access=javafx.graphics,ALL-UNNAMED");
    }

    /// The caches of the application folder, whose main jar names the others.
    public static StartupCaches ofFolder(Path java, Path library, Path mainJar) {
        return new StartupCaches(java, library, mainJar.toString(), windowFlags(library));
    }

    /// Records what can be recorded here. The program works without any of them, only its start takes longer.
    ///
    /// @param warning takes a sentence for each that could not be
    public void record(Consumer<String> warning) throws InterruptedException {
        List<String> flags = new ArrayList<>(windowFlags);
        flags.addAll(List.of("-Dglass.platform=Headless", "-Dprism.order=sw"));
        // The training run of the command line has workers: theirs comes before it. That of the window starts none.
        Thread window = Thread.startVirtualThread(() ->
                attempt(() -> recording(WINDOW, flags).run(WindowTraining.class.getName()), "the window", warning));
        attempt(() -> AotCache.record(java, library, classPath), "workers", warning);
        attempt(
                () -> recording(COMMANDS, List.of(COMMAND_ACCESS)).run(CommandTraining.class.getName()),
                "commands",
                warning);
        window.join();
    }

    private AotRecording recording(String file, List<String> more) {
        List<String> flags = new ArrayList<>(FLAGS);
        flags.addAll(more);
        return new AotRecording(java, flags, classPath, library.resolve(file));
    }

    private static void attempt(Step step, String what, Consumer<String> warning) {
        try {
            step.run();
        } catch (IOException e) {
            warning.accept("The start of %s will take longer than it could: %s".formatted(what, e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @FunctionalInterface
    private interface Step {
        void run() throws IOException, InterruptedException;
    }
}
