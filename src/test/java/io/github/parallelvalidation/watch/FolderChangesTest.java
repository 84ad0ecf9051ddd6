package io.github.parallelvalidation.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.workspace.Workspace;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Real files: a wait ends as soon as the system says that one changed.
class FolderChangesTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(40);

    @TempDir
    private Path folder;

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    /// Without looking by itself, so that only notices can end a wait early.
    private static FolderChanges noticed(Path... files) throws IOException {
        return new FolderChanges(
                List.of(files), LONG, Optional.of(FileSystems.getDefault().newWatchService()));
    }

    private static FolderChanges lookedAt(Path... files) {
        return new FolderChanges(List.of(files), Duration.ofMillis(5), Optional.empty());
    }

    @Test
    void eachWayOfChangingAFileIsNoticed() throws IOException {
        Path file = write("pipeline/queue.yaml", "queue:\n");
        try (FolderChanges changes = noticed(file)) {
            assertThat(changes.await(SHORT)).as("nothing yet").isFalse();
            Files.writeString(file, "- id: STR-101\n", StandardOpenOption.APPEND);
            assertThat(changes.await(LONG)).as("appended").isTrue();
            Files.move(write("pipeline/new", "queue: []\n"), file, StandardCopyOption.REPLACE_EXISTING);
            assertThat(changes.await(LONG)).as("replaced").isTrue();
            Files.delete(file);
            assertThat(changes.await(LONG)).as("deleted").isTrue();
            write("pipeline/queue.yaml", "queue:\n");
            assertThat(changes.await(LONG)).as("made again").isTrue();
        }
    }

    @Test
    void aFolderThatComesLaterOrComesAgainIsFollowed() throws IOException {
        Path file = folder.resolve(".crypto/pipeline/queue.yaml");
        try (FolderChanges changes = FolderChanges.of(new Workspace(folder), SHORT)) {
            assertThat(changes.await(SHORT)).isFalse();
            write(".crypto/pipeline/queue.yaml", "queue:\n");
            assertThat(changes.await(LONG)).as("the folder came").isTrue();
            while (changes.await(SHORT)) {
                // What it took to make it.
            }
            Files.delete(file);
            Files.delete(file.getParent());
            assertThat(changes.await(LONG)).as("the folder went").isTrue();
            write(".crypto/pipeline/queue.yaml", "queue:\n");
            assertThat(changes.await(LONG)).as("it came again").isTrue();
        }
    }

    @Test
    void otherFilesBesideItDoNotMatter() throws IOException {
        Path file = write("queue.yaml", "queue:\n");
        try (FolderChanges changes = noticed(file)) {
            write("parallel-validation-2026-11-22-143000.yaml", "journal:\n");
            assertThat(changes.await(SHORT)).isFalse();
        }
    }

    @Test
    void whereTheSystemSendsNoNoticesTheFileIsLookedAt() throws IOException {
        Path file = write("queue.yaml", "queue:\n");
        try (FolderChanges changes = lookedAt(file)) {
            assertThat(changes.await(SHORT)).isFalse();
            write("queue.yaml", "queue:\n- id: STR-101\n");
            assertThat(changes.await(LONG)).isTrue();
            assertThat(changes.await(SHORT)).as("said once").isFalse();
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS) // making links needs a right there
    void aLinkIsFollowedToItsFileByLooking() throws IOException {
        Path file = write("elsewhere/queue.yaml", "queue:\n");
        Path link = Files.createSymbolicLink(folder.resolve("queue.yaml"), file);
        try (FolderChanges changes = lookedAt(link)) {
            write("elsewhere/queue.yaml", "queue:\n- id: STR-101\n");
            assertThat(changes.await(LONG)).isTrue();
        }
    }

    @Test
    void whatChangedBetweenTwoWaitsIsNotMissed() throws IOException {
        Path file = write("queue.yaml", "queue:\n");
        try (FolderChanges changes = lookedAt(file)) {
            write("queue.yaml", "queue: []\n");
            assertThat(changes.await(Duration.ZERO)).isTrue();
        }
    }

    @Test
    void closingEndsTheWait() throws IOException {
        FolderChanges changes = noticed(write("queue.yaml", "queue:\n"));
        Thread closer = Thread.ofPlatform().start(changes::close);
        assertThat(changes.await(LONG)).isFalse();
        assertThat(changes.isClosed()).isTrue();
        assertThat(closer.getState()).isNotEqualTo(Thread.State.NEW);
    }
}
