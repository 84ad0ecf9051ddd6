package io.github.parallelvalidation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.supervise.AotCache;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// What the launcher for Linux and macOS starts: the flags of each cache's training run, with this cache.
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
    private static final Path REAL_JAVA = Path.of(System.getProperty("java.home"));
    private static final String FAKE = "#!/bin/sh\nprintf '%s\\n' \"$@\"\n";

    @TempDir
    Path temporary;

    private Path app;
    private Path library;
    private Path jar;
    private Path fakeJava;

    @BeforeEach
    void installs() throws IOException {
        // With a space: every word of the launcher has to be quoted.
        app = temporary.toRealPath().resolve("the program");
        library = Files.createDirectories(app.resolve("lib"));
        Path launcher = Files.createDirectories(app.resolve("bin")).resolve("parallel-validation");
        Files.copy(Path.of("packaging/bin/parallel-validation"), launcher, StandardCopyOption.COPY_ATTRIBUTES);
        assertThat(launcher.toFile().setExecutable(true)).isTrue();
        jar = library.resolve("parallel-validation-0.1.0.jar");
        namesTheClassPath(jar);
        fakeJava = temporary.resolve("a java");
        Path binary = Files.createDirectories(fakeJava.resolve("bin")).resolve("java");
        Files.writeString(binary, FAKE);
        assertThat(binary.toFile().setExecutable(true)).isTrue();
        Files.writeString(fakeJava.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"26.0.1\"\n");
    }

    @Test
    void commandsStartAsTheirCacheWasRecordedAndWithoutJavaFx() throws Exception {
        Files.writeString(library.resolve(StartupCaches.COMMANDS), "a cache");

        assertThat(starts("status", "a b", "--json"))
                .containsExactlyElementsOf(words(
                        cached(StartupCaches.COMMANDS),
                        StartupCaches.FLAGS,
                        List.of(StartupCaches.COMMAND_ACCESS),
                        program(Main.class.getName(), "status", "a b", "--json")));
    }

    @Test
    void theWindowStartsAsItsCacheWasRecorded() throws Exception {
        Files.writeString(library.resolve(StartupCaches.WINDOW), "a cache");
        List<String> flags =
                words(cached(StartupCaches.WINDOW), StartupCaches.FLAGS, StartupCaches.windowFlags(library));

        assertThat(starts()).containsExactlyElementsOf(words(flags, program(Main.class.getName())));
        assertThat(starts("open", "x"))
                .containsExactlyElementsOf(words(flags, program(Main.class.getName(), "open", "x")));
        assertThat(starts(app.toString()))
                .containsExactlyElementsOf(words(flags, program(Main.class.getName(), app.toString())));
    }

    @Test
    void theWorkerByHandStartsAsThoseOfRuns() throws Exception {
        Files.writeString(library.resolve("worker.aot"), "a cache");

        assertThat(starts("worker", "--strategy-id", "STR-201"))
                .containsExactlyElementsOf(words(
                        cached("worker.aot"),
                        AotCache.flags(),
                        program(Main.class.getName(), "worker", "--strategy-id", "STR-201")));
    }

    @Test
    void noCacheIsNamedWhereThereIsNoneOrAnEmptyOne() throws Exception {
        Files.createFile(library.resolve(StartupCaches.COMMANDS));

        assertThat(starts("status")).noneMatch(word -> word.startsWith("-XX:AOTCache"));
        assertThat(starts()).noneMatch(word -> word.startsWith("-XX:AOTCache"));
    }

    @Test
    void theVersionAloneNeedsNoCache() throws Exception {
        Files.writeString(library.resolve(StartupCaches.COMMANDS), "a cache");

        assertThat(starts("--version"))
                .containsExactlyElementsOf(words(
                        List.of("-Xlog:disable"), StartupCaches.FLAGS, program(Main.class.getName(), "--version")));
        assertThat(new Answer(launcher(REAL_JAVA, "--version")))
                .isEqualTo(new Answer(0, "parallel-validation 0.1.0\n", ""));
    }

    @Test
    void aFolderWhoseNameJavaWouldTakeForTwoIsRefusedInWords() throws Exception {
        Path moved = Files.move(app, app.resolveSibling("a:b"));

        Answer answer = new Answer(
                new ProcessBuilder(moved.resolve("bin/parallel-validation").toString(), "status"));

        assertThat(answer.status()).isEqualTo(2);
        assertThat(answer.err())
                .contains(moved.toString())
                .contains("takes a colon for the end of a name: move it to a folder without one");
    }

    @Test
    void aJavaThatIsTooOldIsRefused() throws Exception {
        Files.writeString(fakeJava.resolve("release"), "JAVA_VERSION=\"1.8.0_402\"\n");

        Answer answer = new Answer(launcher(fakeJava, "status"));

        assertThat(answer.status()).isEqualTo(2);
        assertThat(answer.err()).contains("PV_JAVA_HOME is " + fakeJava + ", which is no Java 25 or newer");
    }

    @Test
    void aLinkToTheLauncherStartsTheSame() throws Exception {
        Path link = Files.createSymbolicLink(temporary.resolve("pv"), Path.of("the program/bin/parallel-validation"));
        ProcessBuilder builder = launcher(fakeJava, "status");
        builder.command().set(0, link.toString());

        assertThat(new Answer(builder).out().lines()).contains(jar.toString());
    }

    /// Java itself has to notice: the launcher cannot know.
    @Test
    void aCacheThatDoesNotFitIsIgnoredWithoutAWord() throws Exception {
        Path cache = library.resolve(StartupCaches.COMMANDS);
        Answer without = new Answer(launcher(REAL_JAVA, "status", temporary.toString()));
        assertThat(without.status()).isEqualTo(2);
        assertThat(without.err()).contains("holds no .crypto folder").hasLineCount(1);

        Files.writeString(cache, "no cache at all\n".repeat(1000));
        assertThat(new Answer(launcher(REAL_JAVA, "status", temporary.toString())))
                .isEqualTo(without);

        for (Path foreign : archives()) {
            Files.copy(foreign, cache, StandardCopyOption.REPLACE_EXISTING);
            assertThat(new Answer(launcher(REAL_JAVA, "status", temporary.toString())))
                    .isEqualTo(without);
            try (RandomAccessFile file = new RandomAccessFile(cache.toFile(), "rw")) {
                file.setLength(file.length() / 2);
            }
            assertThat(new Answer(launcher(REAL_JAVA, "status", temporary.toString())))
                    .isEqualTo(without);
        }
    }

    /// Archives of this Java that were recorded for something else: those that it comes with.
    private static List<Path> archives() throws IOException {
        try (Stream<Path> files = Files.list(REAL_JAVA.resolve("lib/server"))) {
            return files.filter(file -> file.toString().endsWith(".jsa"))
                    .sorted()
                    .limit(1)
                    .toList();
        }
    }

    private List<String> starts(String... arguments) throws IOException, InterruptedException {
        Answer answer = new Answer(launcher(fakeJava, arguments));
        assertThat(answer.err()).isEmpty();
        return answer.out().lines().toList();
    }

    private ProcessBuilder launcher(Path home, String... arguments) {
        List<String> command =
                new ArrayList<>(List.of(app.resolve("bin/parallel-validation").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("PV_JAVA_HOME", home.toString());
        return builder;
    }

    private List<String> cached(String file) {
        return List.of("-Xlog:disable", "-XX:AOTCache=" + library.resolve(file));
    }

    private List<String> program(String main, String... arguments) {
        return words(List.of("-cp", jar.toString(), main), List.of(arguments));
    }

    private static List<String> words(List<?>... parts) {
        return Arrays.stream(parts).flatMap(List::stream).map(String::valueOf).toList();
    }

    /// As the packaged main jar, but with the classes of this build.
    private static void namesTheClassPath(Path jar) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes()
                .put(
                        Attributes.Name.CLASS_PATH,
                        String.join(
                                " ",
                                Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                                        .map(entry -> Path.of(entry).toUri().toString())
                                        .toList()));
        try (OutputStream out = Files.newOutputStream(jar)) {
            new JarOutputStream(out, manifest).close();
        }
    }

    /// How a process ended and what it said.
    private record Answer(int status, String out, String err) {
        private Answer(ProcessBuilder builder) throws IOException, InterruptedException {
            this(builder, Files.createTempFile("out", ""), Files.createTempFile("err", ""));
        }

        private Answer(ProcessBuilder builder, Path out, Path err) throws IOException, InterruptedException {
            this(
                    builder.redirectOutput(out.toFile())
                            .redirectError(err.toFile())
                            .start()
                            .waitFor(),
                    Files.readString(out),
                    Files.readString(err));
            Files.delete(out);
            Files.delete(err);
        }
    }
}
