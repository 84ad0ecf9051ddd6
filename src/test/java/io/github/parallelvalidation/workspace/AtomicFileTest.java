package io.github.parallelvalidation.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.parallelvalidation.Commands;
import io.github.parallelvalidation.Program;
import io.github.parallelvalidation.torture.Hook;
import io.github.parallelvalidation.torture.HookedFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NullUnmarked
class AtomicFileTest {
    private static final String OLD = "the old text\n";
    private static final String NEW = "the new text, which is longer\n";

    @TempDir
    private Path folder;

    /// Ends everything like a kill: nothing that comes after it reaches the disk.
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    private Path old(int number) throws IOException {
        Path inner = Files.createDirectories(folder.resolve("case-" + number));
        return Files.writeString(inner.resolve("file.yaml"), OLD);
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    /// Counts operations and stops at one of them.
    private static Hook failingAt(int number, AtomicInteger count) {
        return (_, _) -> {
            if (count.incrementAndGet() == number) {
                throw new IOException("No space left on device");
            }
        };
    }

    private static Hook killedAt(int number, AtomicInteger count) {
        return (_, _) -> {
            if (count.incrementAndGet() >= number) {
                throw new Killed();
            }
        };
    }

    @Test
    void linesThatSeveralThreadsAddAreAllThere() throws IOException {
        Path journal = folder.resolve("journal.yaml");
        Files.writeString(journal, "");
        IntStream.range(0, 400)
                .parallel()
                .forEach(number -> OwnFile.append(journal, "- step %d of many\n".formatted(number)));

        assertThat(Files.readAllLines(journal))
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 400)
                        .mapToObj("- step %d of many"::formatted)
                        .toList());
    }

    @Test
    void aDiskThatFailsAtAnyOneOperationLeavesTheOldTextOrTheNewAndSaysWhich() throws IOException {
        int failures = 0;
        for (int number = 1; ; number++) {
            Path file = old(number);
            AtomicInteger count = new AtomicInteger();
            Path hooked = HookedFiles.hooked(file, failingAt(number, count));
            String said;
            try {
                AtomicFile.write(hooked, NEW);
                said = "";
            } catch (ProblemException e) {
                said = e.getMessage();
            }
            if (count.get() < number) {
                assertThat(said).isEmpty();
                assertThat(failures).isGreaterThan(5);
                return;
            }
            assertThat(file).hasContent(said.contains("the old content is kept") ? OLD : NEW);
            assertThat(names(file.getParent())).containsExactly("file.yaml");
            if (!said.isEmpty()) {
                assertThat(said)
                        .contains("file.yaml", "No space left on device")
                        .containsAnyOf("the old content is kept", "was written");
                failures++;
            }
        }
    }

    @Test
    void aKillAtAnyOneOperationLeavesTheOldTextOrTheNewAndTheNextWriterGoesOn() throws IOException {
        for (int number = 1; ; number++) {
            Path file = old(number);
            AtomicInteger count = new AtomicInteger();
            boolean killed = false;
            try {
                AtomicFile.write(HookedFiles.hooked(file, killedAt(number, count)), NEW);
            } catch (Killed e) {
                killed = true;
            }
            assertThat(Files.readString(file)).isIn(OLD, NEW);
            StaleTempFiles.remove(file.getParent());
            assertThat(names(file.getParent())).containsExactly("file.yaml");
            AtomicFile.write(file, "next\n");
            assertThat(file).hasContent("next\n");
            if (!killed) {
                assertThat(number).isGreaterThan(5);
                return;
            }
        }
    }

    @Test
    void aLineThatCannotBeAddedIsNotThereAndTheNextOneIsWhole() throws IOException {
        for (int number = 1; ; number++) {
            Path file = old(number);
            AtomicInteger count = new AtomicInteger();
            boolean failed = false;
            try {
                OwnFile.append(HookedFiles.hooked(file, failingAt(number, count)), NEW);
            } catch (ProblemException e) {
                failed = true;
                assertThat(e).hasMessageContaining("what was there is kept");
                assertThat(Files.readString(file)).isEqualTo(OLD);
            }
            OwnFile.append(file, "next\n");
            assertThat(Files.readString(file)).isEqualTo(OLD + (failed ? "" : NEW) + "next\n");
            if (count.get() < number) {
                assertThat(number).isGreaterThan(3);
                return;
            }
        }
    }

    @Test
    void halfALineThatAKillLeftIsCutBeforeTheNextIsAdded() throws IOException {
        for (int number = 1; ; number++) {
            Path file = old(number);
            AtomicInteger count = new AtomicInteger();
            boolean killed = false;
            try {
                OwnFile.append(HookedFiles.hooked(file, killedAt(number, count)), NEW);
            } catch (Killed e) {
                killed = true;
            }
            OwnFile.append(file, "next\n");
            assertThat(Files.readString(file)).isIn(OLD + "next\n", OLD + NEW + "next\n");
            if (!killed) {
                assertThat(number).isGreaterThan(3);
                return;
            }
        }
    }

    @Test
    void modesStayAsTheyAre() throws IOException {
        for (String mode : List.of("rw-------", "rw-rw-r--", "r--r-----", "rwxr-x---", "rw-rw-rw-")) {
            Path file = folder.resolve(mode);
            Files.writeString(file, OLD);
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
            AtomicFile.write(file, NEW);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo(mode);
        }
    }

    @Test
    void aNewFileIsOpenToNobodyToWhomItsFolderIsNot() throws IOException {
        for (String mode : List.of("rwx------", "rwxr-x---", "rwx--x--x", "rwxrwxrwx")) {
            Path inner = Files.createDirectory(folder.resolve(mode));
            Files.setPosixFilePermissions(inner, PosixFilePermissions.fromString(mode));
            AtomicFile.write(inner.resolve("new"), NEW);
            assertThat(Files.getPosixFilePermissions(inner))
                    .containsAll(Files.getPosixFilePermissions(inner.resolve("new")));
        }
    }

    @Test
    void theSuperuserKeepsTheOwnerOfAFile() throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("theirs"), OLD);
        var nobody = folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody");
        assertThat(Commands.run(Commands.asSuperuser(List.of("chown", "nobody", file.toString()))))
                .isEqualTo("0 ");
        assertThat(Commands.run(Commands.asSuperuser(Program.command(LargeWriter.class, file.toString()))))
                .isEqualTo("0 written\n");
        assertThat(file).hasSize(LargeWriter.SIZE);
        assertThat(Files.getOwner(file)).isEqualTo(nobody);
    }

    @Test
    void linksStayAndTheirTargetsAreReplaced() throws IOException {
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere/deep"));
        Path real = Files.writeString(elsewhere.resolve("real.yaml"), OLD);
        Path first = Files.createSymbolicLink(folder.resolve("first"), Path.of("elsewhere/deep/real.yaml"));
        Path second = Files.createSymbolicLink(elsewhere.resolve("second"), Path.of("../../first"));
        AtomicFile.write(second, NEW);
        assertThat(first).isSymbolicLink();
        assertThat(second).isSymbolicLink();
        assertThat(real).hasContent(NEW);
        assertThat(names(elsewhere)).containsExactlyInAnyOrder("real.yaml", "second");
    }

    @Test
    void aLinkToAFileThatIsNotThereYetStaysALink() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("later.yaml"));
        AtomicFile.write(link, NEW);
        assertThat(link).isSymbolicLink();
        assertThat(folder.resolve("later.yaml")).hasContent(NEW);
    }

    @Test
    void linksThatLeadNowhereAreNamed() throws IOException {
        Path nowhere = Files.createSymbolicLink(folder.resolve("nowhere"), Path.of("no/such/file"));
        assertThatThrownBy(() -> AtomicFile.write(nowhere, NEW))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("to which the link leads");
        Path circle = Files.createSymbolicLink(folder.resolve("circle"), Path.of("circle"));
        assertThatThrownBy(() -> AtomicFile.write(circle, NEW))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("leads to itself");
    }

    @Test
    void whatIsNoRegularFileIsNeitherReplacedNorRead() throws IOException {
        assertThatThrownBy(() -> AtomicFile.write(folder, NEW)).isInstanceOf(ProblemException.class);
        assertThat(folder).isDirectory();
        assertThatThrownBy(() -> YamlDocument.read(Path.of("/dev/zero")))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("it is a device; a plain file must stand there");
    }

    @Test
    void onlyWhatIsALeftoverIsRemoved() throws IOException {
        String leftover = ".queue.yaml.123e4567-e89b-12d3-a456-426614174000.tmp";
        List<String> others = List.of("queue.yaml", ".queue.yaml.swp", "queue.tmp", ".x.tmp", leftover + "2");
        for (String name : others) {
            Files.writeString(folder.resolve(name), OLD);
        }
        Files.writeString(folder.resolve(leftover), OLD);
        Files.createSymbolicLink(folder.resolve(leftover.replace("queue", "link")), folder.resolve("queue.yaml"));
        StaleTempFiles.remove(folder);
        assertThat(names(folder)).contains(others.toArray(String[]::new)).doesNotContain(leftover);
    }
}
