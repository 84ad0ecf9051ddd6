package io.github.parallelvalidation.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NullUnmarked // JUnit fills the fields
class KnownListingsTest {
    @TempDir
    private Path folder;

    /// All folders were made long ago.
    private Instant now = Instant.now().plus(Duration.ofMinutes(1));

    private final KnownListings known = new KnownListings(() -> now);

    @BeforeEach
    void begin() throws IOException {
        Files.createDirectories(folder.resolve("one/two"));
        touch("A_1h.csv");
        touch("one/two/B_1h.csv");
    }

    private void touch(String name) throws IOException {
        Files.writeString(folder.resolve(name), "");
    }

    private BarListing look() throws IOException {
        return known.look(folder, _ -> true);
    }

    @Test
    void foldersThatDidNotChangeAreNotLookedThroughAgain() throws IOException {
        BarListing first = look();

        assertThat(first.files()).extracting(BarFile::symbol).containsExactly("A", "B");
        assertThat(look()).isSameAs(first);
    }

    @Test
    void whatComesGoesOrIsRenamedDeepBelowIsSeenAtOnce() throws IOException {
        look();
        FileTime date = Files.getLastModifiedTime(folder.resolve("one/two"));
        touch("one/two/C_1h.csv");
        Files.setLastModifiedTime(folder.resolve("one/two"), date);
        assertThat(look().files()).extracting(BarFile::symbol).containsExactly("A", "B", "C");
        Files.delete(folder.resolve("A_1h.csv"));
        assertThat(look().files()).extracting(BarFile::symbol).containsExactly("B", "C");
        Files.move(folder.resolve("one/two/C_1h.csv"), folder.resolve("one/two/D_1h.csv"));
        assertThat(look().files()).extracting(BarFile::symbol).containsExactly("B", "D");
        Files.createDirectory(folder.resolve("one/three"));
        look();
        touch("one/three/E_1h.csv");
        assertThat(look().files()).extracting(BarFile::symbol).containsExactly("E", "B", "D");
    }

    @Test
    void aFolderThatIsReplacedByAnotherIsSeen() throws IOException {
        look();
        Path other = Files.createDirectory(folder.resolveSibling(folder.getFileName() + "-other"));
        Files.writeString(other.resolve("X_1h.csv"), "");
        Files.delete(folder.resolve("one/two/B_1h.csv"));
        Files.delete(folder.resolve("one/two"));
        Files.move(other, folder.resolve("one/two"), StandardCopyOption.ATOMIC_MOVE);

        assertThat(look().files()).extracting(BarFile::symbol).containsExactly("A", "X");
    }

    /// What a link leads to changes elsewhere.
    @Test
    void whereThereAreLinksEverythingIsLookedThroughEachTime() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("L_1h.csv"), folder.resolve("nowhere"));
        BarListing first = look();
        assertThat(look()).isNotSameAs(first);
        Files.delete(link);
        Files.createSymbolicLink(folder.resolve("one/L_1h.csv"), folder.resolve("A_1h.csv"));
        BarListing second = look();
        assertThat(second.files()).extracting(BarFile::symbol).containsExactly("A", "L", "B");
        assertThat(look()).isNotSameAs(second);
    }

    /// A file system's clock may stand still for two seconds, and two changes within them look like one.
    @Test
    void whatChangedJustBeforeIsLookedThroughAgain() throws IOException {
        now = Instant.now();

        assertThat(look()).isNotSameAs(look());
    }

    @Test
    void nothingIsBelievedForLong() throws IOException {
        BarListing first = look();
        now = now.plus(Duration.ofSeconds(9));
        assertThat(look()).isSameAs(first);
        now = now.plus(Duration.ofSeconds(1));
        assertThat(look()).isNotSameAs(first);
    }

    @Test
    void aFolderThatIsNotThereHoldsNothingUntilItIs() throws IOException {
        Path later = folder.resolve("later");
        assertThat(known.look(later, _ -> true).files()).isEmpty();
        Files.createDirectory(later);
        touch("later/A_1h.csv");
        assertThat(known.look(later, _ -> true).files()).hasSize(1);
    }
}
