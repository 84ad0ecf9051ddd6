package io.github.parallelvalidation.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.Pipes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NullUnmarked // JUnit fills the fields
class FingerprintStoreTest {
    private static final int LIMIT = 1_000;

    @TempDir
    private Path folder;

    private Path cache;
    private Path bars;

    @BeforeEach
    void begin() throws IOException {
        cache = folder.resolve("cache");
        bars = Files.writeString(folder.resolve("bars"), "1,2,3\n");
    }

    /// A process of its own, in which all files were written long ago.
    private Fingerprint fingerprint(FingerprintStore store) throws IOException {
        return new KnownContents(() -> Instant.now().plus(Duration.ofMinutes(1)))
                .fingerprint(List.of(bars), FileState.of(List.of(bars)), store);
    }

    private FingerprintStore store() {
        return FingerprintStore.of(cache, LIMIT);
    }

    private boolean isKnown() throws IOException {
        return store().find(FileState.of(List.of(bars))).isPresent();
    }

    private Path file() {
        return cache.resolve("fingerprints");
    }

    @Test
    void whatOneProcessHasReadAnotherNeedNotRead() throws IOException {
        FingerprintStore other = store();
        assertThat(other.find(FileState.of(List.of(bars)))).isEmpty();
        Fingerprint found = fingerprint(store());

        assertThat(found).isEqualTo(Fingerprint.digest(List.of(bars)));
        assertThat(other.find(FileState.of(List.of(bars)))).contains(found);
        assertThat(fingerprint(store())).isEqualTo(found);
    }

    @Test
    void aFileThatChangesButForItsDateAndSizeIsReadAgain() throws IOException {
        FileTime date = Files.getLastModifiedTime(bars);
        fingerprint(store());
        Files.writeString(bars, "1,2,4\n");
        Files.setLastModifiedTime(bars, date);

        assertThat(isKnown()).isFalse();
        assertThat(fingerprint(store())).isEqualTo(Fingerprint.digest(List.of(bars)));
    }

    @Test
    void whatWasWrittenJustBeforeIsNotPassedOn() throws IOException {
        new KnownContents(Instant::now).fingerprint(List.of(bars), FileState.of(List.of(bars)), store());

        assertThat(isKnown()).isFalse();
    }

    @Test
    void halfALineIsNoneAndSpoilsNoOther() throws IOException {
        Fingerprint found = fingerprint(store());
        String whole = Files.readString(file());
        for (int cut = 1; cut < whole.length() - 1; cut++) {
            Files.writeString(file(), whole.substring(0, cut));
            assertThat(isKnown()).as("%d bytes", cut).isFalse();
            store().add(FileState.of(List.of(bars)), found);
            assertThat(isKnown()).as("%d bytes", cut).isTrue();
        }
    }

    @Test
    void whatIsNoLineOfOursIsPassedOver() throws IOException {
        fingerprint(store());
        Files.writeString(file(), "# text\n\n0 0 0 .\n\u0000\n", StandardOpenOption.APPEND);

        assertThat(isKnown()).isTrue();
    }

    @Test
    void whereThereIsNoFileOrNoneCanBeTheFileOfBarsIsRead() throws IOException, InterruptedException {
        Fingerprint expected = Fingerprint.digest(List.of(bars));
        Files.createDirectory(cache);
        Files.createDirectory(file());
        assertThat(fingerprint(store())).isEqualTo(expected);
        Files.delete(file());
        Pipes.pipe(file());
        assertThat(fingerprint(store())).isEqualTo(expected);
        Files.delete(file());
        Files.delete(cache);
        Files.writeString(cache, "in the way");
        assertThat(fingerprint(store())).isEqualTo(expected);
    }

    @Test
    void aFileThatHasGrownLongIsBegunAnew() throws IOException {
        FingerprintStore store = store();
        long longest = 0;
        for (int i = 0; i < 40; i++) {
            Files.writeString(bars, "1,2,%d\n".formatted(i));
            fingerprint(store);
            longest = Math.max(longest, Files.size(file()));
            assertThat(isKnown()).isTrue();
        }
        assertThat(longest).isBetween(1L * LIMIT, 2L * LIMIT);
    }
}
