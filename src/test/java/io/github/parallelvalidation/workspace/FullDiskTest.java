package io.github.parallelvalidation.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.parallelvalidation.Commands;
import io.github.parallelvalidation.Needs;
import io.github.parallelvalidation.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A disk that really is full, and a process that really may write no more: no fault is made up here.
@NullUnmarked
class FullDiskTest {
    private static final String OLD = "the old text\n";

    @TempDir
    private Path folder;

    private static String superuser(String... command) throws IOException, InterruptedException {
        return Commands.run(Commands.asSuperuser(List.of(command)));
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void aFullDiskLeavesTheOldTextAndTheJournalWholeAndSaysSo() throws IOException, InterruptedException {
        Needs.that(Files.isExecutable(Path.of("/bin/mount")), "there is no mount here");
        String mounted = superuser("/bin/mount", "-t", "tmpfs", "-o", "size=256k,mode=777", "tmpfs", folder.toString());
        Needs.that(mounted.startsWith("0"), "a small disk cannot be mounted here: " + mounted);
        try {
            fill();
        } finally {
            assertThat(superuser("/bin/umount", folder.toString())).startsWith("0");
        }
    }

    private void fill() throws IOException {
        Path file = Files.writeString(folder.resolve("queue.yaml"), OLD);
        Path journal = Files.writeString(folder.resolve("plan.yaml"), "journal:\n");
        Path ballast = folder.resolve("ballast");
        Files.write(ballast, new byte[200 * 1024]);
        assertThatThrownBy(() -> AtomicFile.write(file, "x".repeat(100_000)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("queue.yaml")
                .hasMessageContaining("the old content is kept: No space left on device");
        assertThat(file).hasContent(OLD);
        String step = "- {at: now}\n".repeat(400);
        assertThatThrownBy(() -> {
                    for (int i = 0; i < 100; i++) {
                        OwnFile.append(journal, step);
                    }
                })
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("what was there is kept: No space left on device");
        assertThat(Files.readString(journal).replace(step, "")).isEqualTo("journal:\n");
        assertThat(names(folder)).containsExactly("ballast", "plan.yaml", "queue.yaml");
        Files.delete(ballast);
        AtomicFile.write(file, "new");
        assertThat(file).hasContent("new");
    }

    @Test
    void aProcessThatMayWriteNoLargeFileLeavesTheOldText() throws IOException, InterruptedException {
        Needs.that(Files.isExecutable(Path.of("/bin/sh")), "there is no shell with ulimit here");
        Path file = Files.writeString(folder.resolve("queue.yaml"), OLD);
        List<String> limited = new ArrayList<>(List.of("/bin/sh", "-c", "ulimit -f 64 && exec \"$@\"", "sh"));
        limited.addAll(Program.command(LargeWriter.class, file.toString()));
        String said = Commands.run(limited);
        assertThat(said).startsWith("0 ").contains("queue.yaml: cannot be written, the old content is kept: ");
        assertThat(file).hasContent(OLD);
        assertThat(names(folder)).containsExactly("queue.yaml");
    }
}
