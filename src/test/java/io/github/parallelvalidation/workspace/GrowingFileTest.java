package io.github.parallelvalidation.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@NullUnmarked // JUnit fills the fields
class GrowingFileTest {
    @TempDir
    private Path folder;

    private Path file;
    private GrowingFile growing;

    @BeforeEach
    void twoLines() throws IOException {
        Path runs = Files.createDirectories(folder.toRealPath().resolve("workspace/.crypto/runs"));
        file = runs.resolve("run.yaml");
        Files.writeString(file, "head\n");
        growing = new GrowingFile(file);
        growing.append("one\n", false);
        growing.append("two\n", true);
    }

    @AfterEach
    void close() {
        growing.close();
    }

    @Test
    void linesStandInTheirOrderBehindWhatWasThere() {
        assertThat(file).hasContent("head\none\ntwo\n");
    }

    @Test
    void whatIsPutInItsPlaceIsAddedTo() throws IOException {
        Path kept = Files.createLink(folder.resolve("kept"), file);
        Path other = Files.writeString(file.resolveSibling("other"), "another\n");
        Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);

        growing.append("three\n", false);

        assertThat(file).hasContent("another\nthree\n");
        assertThat(kept).hasContent("head\none\ntwo\n");
    }

    @Test
    void whatSomebodyElseAddedStaysAndHisHalfLineIsCut() throws IOException {
        Files.writeString(file, "his\nhal", StandardOpenOption.APPEND);

        growing.append("three\n", false);

        assertThat(file).hasContent("head\none\ntwo\nhis\nthree\n");
    }

    @Test
    void whatSomebodyElseCutOffIsNotFilledWithNothing() throws IOException {
        Files.writeString(file, "cut\n");

        growing.append("three\n", false);

        assertThat(file).hasContent("cut\nthree\n");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aLinkInItsPlaceIsRefused() throws IOException {
        Path elsewhere = Files.writeString(file.resolveSibling("elsewhere"), "his\n");
        Files.delete(file);
        Files.createSymbolicLink(file, elsewhere);

        assertThatThrownBy(() -> growing.append("three\n", false)).hasMessageContaining("is a link");
        assertThat(elsewhere).hasContent("his\n");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aLinkInThePlaceOfItsFolderIsRefused() throws IOException {
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
        Files.writeString(elsewhere.resolve("run.yaml"), "head\none\ntwo\n");
        Path runs = file.getParent();
        Files.move(runs, folder.resolve("moved"));
        Files.createSymbolicLink(runs, elsewhere);

        assertThatThrownBy(() -> growing.append("three\n", false)).hasMessageContaining("leads out of the workspace");
        assertThat(elsewhere.resolve("run.yaml")).hasContent("head\none\ntwo\n");
    }

    @Test
    void afterItIsGoneNothingIsAdded() throws IOException {
        Files.delete(file);

        assertThatThrownBy(() -> growing.append("three\n", false)).hasMessageContaining("cannot be added to");
        assertThat(file).doesNotExist();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void itIsOpenOnceUntilItIsClosed() throws IOException {
        assertThat(timesOpen()).isOne();

        growing.close();
        assertThat(timesOpen()).isZero();

        growing.append("three\n", false);
        assertThat(file).hasContent("head\none\ntwo\nthree\n");
    }

    private long timesOpen() throws IOException {
        try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
            return open.filter(this::isOurs).count();
        }
    }

    private boolean isOurs(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).equals(file);
        } catch (IOException closedMeanwhile) {
            return false;
        }
    }
}
