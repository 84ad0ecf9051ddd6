package io.github.parallelvalidation.supervise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.github.parallelvalidation.Commands;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AotRecordingTest {
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
    private static final List<String> FLAGS = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx64m");
    private static final String SAID = "0 trained\n";

    @TempDir
    Path folder;

    private Path jar;
    private Path archive;
    private AotRecording recording;

    /// What is trained: says so, or fails where its folder is not empty.
    static final class Training {
        private Training() {}

        static void main(String[] arguments) throws IOException {
            String home = Objects.requireNonNull(System.getenv("HOME"));
            if (arguments.length == 1
                    && (!home.equals(arguments[0])
                            || !Path.of("").toRealPath().equals(Path.of(home).toRealPath()))) {
                throw new IOException("the home is not the empty folder: " + home);
            }
            IO.println("trained");
        }
    }

    /// A training run that goes wrong.
    static final class Failing {
        private Failing() {}

        static void main() throws IOException {
            IO.println(Files.readString(Path.of("what-is-not-there")));
        }
    }

    @BeforeEach
    void packs() throws IOException {
        jar = folder.resolve("program.jar");
        archive = folder.resolve("program.aot");
        recording = new AotRecording(JAVA, FLAGS, jar.toString(), archive);
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (Class<?> type : List.of(Training.class, Failing.class)) {
                String name = type.getName().replace('.', '/') + ".class";
                out.putNextEntry(new JarEntry(name));
                try (InputStream in =
                        Objects.requireNonNull(type.getClassLoader().getResourceAsStream(name))) {
                    in.transferTo(out);
                }
                out.closeEntry();
            }
        }
    }

    @Test
    void whatWasRecordedIsUsedAndWhatDoesNotFitIsIgnoredWithoutAWord() throws Exception {
        recording.run(Training.class.getName());

        assertThat(Commands.run(java("-Xlog:class+load")))
                .contains(Training.class.getName() + " source: shared objects file");
        assertThat(Commands.run(java())).isEqualTo(SAID);

        FileTime packed = Files.getLastModifiedTime(jar);
        Files.setLastModifiedTime(jar, FileTime.from(packed.toInstant().minus(Duration.ofHours(1))));
        assertThat(Commands.run(java())).isEqualTo(SAID);
        Files.setLastModifiedTime(jar, packed);

        try (RandomAccessFile file = new RandomAccessFile(archive.toFile(), "rw")) {
            file.setLength(file.length() / 2);
        }
        assertThat(Commands.run(java())).isEqualTo(SAID);
        try (RandomAccessFile file = new RandomAccessFile(archive.toFile(), "rw")) {
            file.write(new byte[100]);
        }
        assertThat(Commands.run(java())).isEqualTo(SAID);
    }

    @Test
    void aTrainingThatFailsLeavesNothingBehindAndSaysWhy() throws IOException {
        assertThatIOException()
                .isThrownBy(() -> recording.run(Failing.class.getName()))
                .withMessageContaining("program.aot was not recorded (exit status 1)")
                .withMessageContaining("NoSuchFileException: what-is-not-there");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(jar);
        }
    }

    private List<String> java(String... more) {
        return Stream.of(
                        List.of(JAVA.toString(), "-Xlog:disable", "-XX:AOTCache=" + archive),
                        List.of(more),
                        FLAGS,
                        List.of("-cp", jar.toString(), Training.class.getName()))
                .flatMap(List::stream)
                .toList();
    }
}
