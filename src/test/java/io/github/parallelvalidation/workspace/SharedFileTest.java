package io.github.parallelvalidation.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.parallelvalidation.queue.QueueFile;
import io.github.parallelvalidation.torture.ForeignWrite;
import io.github.parallelvalidation.torture.HookedFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.MethodSource;

/// What holds for each of the files that others write too.
@NullUnmarked
class SharedFileTest {
    @TempDir
    private Path folder;

    private Workspace workspace;
    private Path outside;

    @BeforeEach
    void name() throws IOException {
        workspace = new Workspace(folder.resolve("workspace"));
        outside = Files.createDirectories(folder.resolve("outside"));
    }

    private Path file(SharedKind kind) throws IOException {
        Path file = kind.file(workspace);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, kind.before);
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    static Stream<Arguments> everyKindAndWay() {
        return Arrays.stream(SharedKind.values())
                .flatMap(kind -> Arrays.stream(ForeignWrite.values()).map(way -> Arguments.of(kind, way)));
    }

    @ParameterizedTest
    @MethodSource("everyKindAndWay")
    void whatAnotherProgramAddsAtAnyMomentIsKeptAndOursToo(SharedKind kind, ForeignWrite way) throws IOException {
        int writes = 0;
        for (int moment = 1; ; moment++) {
            Path file = file(kind);
            AtomicInteger count = new AtomicInteger();
            AtomicBoolean wrote = new AtomicBoolean();
            int now = moment;
            kind.write(new Workspace(HookedFiles.hooked(workspace.root(), (operation, _) -> {
                if (count.incrementAndGet() == now && way.isSeenBefore(operation)) {
                    way.add(file, kind.theirs);
                    wrote.set(true);
                }
            })));
            assertThat(Files.readString(file)).contains(kind.ours);
            if (wrote.get()) {
                writes++;
                assertThat(Files.readString(file)).as("moment " + moment).contains(kind.theirs);
            }
            assertThat(names(file.getParent())).containsExactly(String.valueOf(file.getFileName()));
            if (count.get() < moment) {
                assertThat(writes).isGreaterThan(5);
                return;
            }
        }
    }

    /// A queue is never made by us.
    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "QUEUE")
    void aFileThatAnotherProgramMakesWhileWeMakeItIsKeptAndOursIsAddedToIt(SharedKind kind) throws IOException {
        int writes = 0;
        for (int moment = 1; ; moment++) {
            Path file = file(kind);
            Files.delete(file);
            AtomicInteger count = new AtomicInteger();
            AtomicBoolean wrote = new AtomicBoolean();
            int now = moment;
            kind.write(new Workspace(HookedFiles.hooked(workspace.root(), (operation, _) -> {
                if (count.incrementAndGet() == now && !operation.equals("move") && !Files.exists(file)) {
                    Files.writeString(file, kind.before + kind.theirs);
                    wrote.set(true);
                }
            })));
            if (wrote.get()) {
                writes++;
                assertThat(Files.readString(file)).as("moment " + moment).contains(kind.theirs, kind.ours);
            }
            if (count.get() < moment) {
                assertThat(writes).isGreaterThan(3);
                return;
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aLinkWithinTheWorkspaceIsKeptAndItsTargetIsWritten(SharedKind kind) throws IOException {
        Path link = file(kind);
        Path real = workspace.root().resolve("notes");
        Files.move(link, real);
        Files.createSymbolicLink(link, link.getParent().relativize(real));
        kind.write(workspace);
        assertThat(link).isSymbolicLink();
        assertThat(Files.readString(real)).contains(kind.ours);
    }

    @ParameterizedTest
    @EnumSource
    void aLinkOutOfTheWorkspaceIsRefusedWithWhereItLeadsAndNothingOutsideChanges(SharedKind kind) throws IOException {
        Path link = file(kind);
        Path real = outside.resolve("precious");
        Files.move(link, real);
        Files.createSymbolicLink(link, real);
        assertThatThrownBy(() -> kind.write(workspace))
                .isInstanceOf(ProblemException.class)
                .hasMessageStartingWith(link + ": leads out of the workspace " + workspace.root() + ", to "
                        + real.toRealPath() + ", and nothing is written there");
        assertThat(real).hasContent(kind.before);
        assertThat(names(outside)).containsExactly("precious");
    }

    @ParameterizedTest
    @EnumSource
    void aLinkToWhereNothingIsYetMakesNothingOutside(SharedKind kind) throws IOException {
        Path link = file(kind);
        Files.delete(link);
        Files.createSymbolicLink(link, Path.of("no-such-folder/../../../../outside/later"));
        assertThatThrownBy(() -> kind.write(workspace))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("leads out of the workspace");
        assertThat(names(outside)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aFolderThatLeadsOutOfTheWorkspaceIsRefusedToo(SharedKind kind) throws IOException {
        Path parent = kind.file(workspace).getParent();
        if (parent.equals(workspace.crypto())) {
            // The folder itself may be a link that a person made.
            return;
        }
        Files.createDirectories(workspace.crypto());
        Path real = Files.writeString(outside.resolve(kind.file(workspace).getFileName()), kind.before);
        Files.createSymbolicLink(parent, outside);
        assertThatThrownBy(() -> kind.write(workspace))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("leads out of the workspace");
        assertThat(real).hasContent(kind.before);
    }

    @ParameterizedTest
    @EnumSource
    void aLinkThatIsPlantedAtAnyMomentChangesNothingOutside(SharedKind kind) throws IOException {
        Path precious = Files.writeString(outside.resolve("precious"), "keep");
        List<String> refusals = new ArrayList<>();
        for (int moment = 1; ; moment++) {
            Path file = file(kind);
            AtomicInteger count = new AtomicInteger();
            int now = moment;
            try {
                kind.write(new Workspace(HookedFiles.hooked(workspace.root(), (_, _) -> {
                    if (count.incrementAndGet() == now) {
                        Files.delete(file);
                        Files.createSymbolicLink(file, precious);
                    }
                })));
            } catch (ProblemException e) {
                refusals.add(e.getMessage());
            }
            assertThat(precious).hasContent("keep");
            assertThat(names(outside)).containsExactly("precious");
            Files.deleteIfExists(file);
            if (count.get() < moment) {
                assertThat(refusals)
                        .isNotEmpty()
                        .allSatisfy(said -> assertThat(said).contains("leads out of the workspace"));
                return;
            }
        }
    }

    @Test
    void aProgramThatEmptiesAFileBeforeItWritesIsWaitedFor() throws IOException {
        Path file = file(SharedKind.BOOTSTRAP);
        AtomicInteger count = new AtomicInteger();
        Files.writeString(file, "");
        SharedKind.BOOTSTRAP.write(new Workspace(HookedFiles.hooked(workspace.root(), (_, _) -> {
            if (count.incrementAndGet() == 4) {
                Files.writeString(file, SharedKind.BOOTSTRAP.before);
            }
        })));
        assertThat(Files.readString(file))
                .startsWith(SharedKind.BOOTSTRAP.before)
                .contains(SharedKind.BOOTSTRAP.ours);
    }

    /// What there is of a file may read well, and be half of it: then it counts only if it stays so for a moment.
    @Test
    void whatAnotherProgramWroteJustNowMayBeHalfOfWhatItWrites() throws IOException {
        Path file = file(SharedKind.QUEUE);
        try (Revision theirs = Revision.of(file)) {
            assertThat(theirs.isFresh()).isTrue();
            assertThat(theirs.replace(theirs.text().changed("queue: []\n"))).isTrue();
        }
        try (Revision ours = Revision.of(file)) {
            assertThat(ours.isFresh()).as("we write files whole").isFalse();
        }
        Files.writeString(file, "queue:\n");
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(1)));
        try (Revision old = Revision.of(file)) {
            assertThat(old.isFresh()).isFalse();
        }
    }

    @Test
    void aQueueThatLacksEntriesOfAMomentAgoIsLookedAtForLonger() throws IOException {
        Path file = file(SharedKind.QUEUE);
        QueueFile queue = new QueueFile(file);
        Files.writeString(file, SharedKind.QUEUE.before + SharedKind.QUEUE.theirs);
        queue.read();
        Files.writeString(file, SharedKind.QUEUE.before);
        long began = System.nanoTime();

        SharedKind.QUEUE.write(workspace);

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(Duration.ofMillis(400));
        assertThat(Files.readString(file)).as("they were taken out").doesNotContain("STR-301");
    }
}
