package io.github.parallelvalidation.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.parallelvalidation.Needs;
import io.github.parallelvalidation.Pipes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Whatever stands under the name of a file, reading it comes to an end.
@Timeout(30)
class PlainFileTest {
    private static final int MOST = 1 << 20;

    @TempDir
    private Path folder;

    @Test
    void aFileIsReadUpToItsMost() throws IOException {
        Path file = Files.write(folder.resolve("file"), new byte[MOST]);

        assertThat(PlainFile.bytes(file, MOST)).hasSize(MOST);
        assertThat(PlainFile.otherKind(file)).isEmpty();
        assertThatThrownBy(() -> PlainFile.bytes(file, MOST - 1)).hasMessageContaining("the most that is read");
    }

    @Test
    void aNamedPipeIsRefusedAndNotWaitedFor() throws Exception {
        Path pipe = Pipes.pipe(folder.resolve("pipe"));

        assertThatThrownBy(() -> PlainFile.bytes(pipe, MOST))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessage("it is a named pipe; a plain file must stand there");
        assertThatThrownBy(() -> PlainFile.stream(pipe)).isInstanceOf(UnreadableFileException.class);
        assertThatThrownBy(() -> PlainFile.channel(pipe)).isInstanceOf(UnreadableFileException.class);
        assertThatThrownBy(() -> YamlDocument.read(pipe))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining(pipe + ": the file cannot be read: it is a named pipe");
    }

    @Test
    void aDeviceBehindALinkHasNoEndAndIsNotRead() throws IOException {
        Path zero = Path.of("/dev/zero");
        Needs.that(Files.exists(zero), "there is no /dev/zero here");
        Path link = Files.createSymbolicLink(folder.resolve("link"), zero);

        assertThatThrownBy(() -> PlainFile.bytes(link, MOST)).hasMessageContaining("it is a device");
    }

    @Test
    void ofAFileThatIsTooLargeNothingIsRead() throws IOException {
        Path huge = Pipes.hollow(folder.resolve("huge"), 4L << 30);

        assertThatThrownBy(() -> PlainFile.bytes(huge, MOST))
                .hasMessage("it is larger than 1 MiB, the most that is read");
        assertThatThrownBy(() -> new SharedFile(huge).read(SharedText::latin))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("it is larger than 32 MiB");
    }

    @Test
    void nothingIsWrittenOverAPipe() throws Exception {
        Path crypto = Files.createDirectories(folder.resolve(".crypto"));
        Path pipe = Pipes.pipe(crypto.resolve("log"));

        assertThatThrownBy(() -> OwnFile.write(pipe, "x"))
                .hasMessageContaining("is a named pipe, where a plain file must stand; remove it or move it away");
        assertThatThrownBy(() -> OwnFile.append(pipe, "x\n")).hasMessageContaining("is a named pipe");
        assertThatThrownBy(() -> OwnFile.empty(pipe)).hasMessageContaining("is a named pipe");
        assertThatThrownBy(() -> new MarkedBlock(pipe, "begin", "end").put("x\n"))
                .hasMessageContaining("is a named pipe");
    }
}
