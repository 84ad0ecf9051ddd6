package io.github.parallelvalidation.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NullUnmarked // JUnit fills the fields
class FingerprintTest {
    @TempDir
    private Path folder;

    /// All files were written long ago.
    private final KnownContents known = new KnownContents(() -> Instant.now().plus(Duration.ofMinutes(1)));

    private Fingerprint fingerprint(List<Path> files) throws IOException {
        return known.fingerprint(files, FileState.of(files));
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void itIsTheSha256OfTheContentAndItsLength() throws Exception {
        Path file = file("a.csv", "1,2,3\n");
        byte[] expected = MessageDigest.getInstance("SHA-256")
                .digest("1,2,3\n\0\0\0\0\0\0\0\6".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(Fingerprint.digest(List.of(file)).text())
                .isEqualTo(HexFormat.of().formatHex(expected));
    }

    @Test
    void whereAFileEndsCounts() throws IOException {
        Path ab = file("ab", "ab");
        Path c = file("c", "c");
        Path a = file("a", "a");
        Path bc = file("bc", "bc");
        assertThat(fingerprint(List.of(ab, c))).isNotEqualTo(fingerprint(List.of(a, bc)));
    }

    @Test
    void whatWasSeenBeforeIsKnownAgainAndTheSame() throws IOException {
        Path one = file("one", "x".repeat(300_000));
        Fingerprint expected = Fingerprint.digest(List.of(one));
        for (int time = 0; time < 4; time++) {
            assertThat(fingerprint(List.of(one))).isEqualTo(expected);
        }
    }

    @Test
    void aFileThatChangesButForItsDateAndSizeIsAnother() throws IOException {
        Path file = file("bars", "1,2,3\n");
        FileTime date = Files.getLastModifiedTime(file);
        for (int time = 0; time < 3; time++) {
            fingerprint(List.of(file));
        }
        file("bars", "1,2,4\n");
        Files.setLastModifiedTime(file, date);
        assertThat(fingerprint(List.of(file))).isEqualTo(Fingerprint.digest(List.of(file)));
    }

    /// Both old checksums are linear: the same change of some bytes, found once, changed neither in any file.
    @Test
    void contentsThatTheOldChecksumsTookForOneAreTwo() throws IOException {
        byte[] one = new byte[64];
        byte[] other = new byte[64];
        // The product of both polynomials, as bits of the change: its remainder is 0 for either.
        BigInteger crc32 = new BigInteger("104C11DB7", 16);
        BigInteger crc32c = new BigInteger("11EDC6F41", 16);
        BigInteger product = BigInteger.ZERO;
        for (int bit = 0; bit <= 32; bit++) {
            if (crc32.testBit(bit)) {
                product = product.xor(crc32c.shiftLeft(bit));
            }
        }
        for (int bit = 0; bit <= 64; bit++) {
            if (product.testBit(64 - bit)) {
                other[16 + bit / 8] ^= (byte) (1 << bit % 8);
            }
        }
        assertThat(checksums(other)).isEqualTo(checksums(one));
        Path genuine = Files.write(folder.resolve("genuine"), one);
        Path prepared = Files.write(folder.resolve("prepared"), other);
        for (int time = 0; time < 3; time++) {
            assertThat(fingerprint(List.of(prepared))).isNotEqualTo(fingerprint(List.of(genuine)));
        }
    }

    private static List<Long> checksums(byte[] bytes) {
        CRC32 first = new CRC32();
        CRC32C second = new CRC32C();
        first.update(bytes);
        second.update(bytes);
        return List.of(first.getValue(), second.getValue());
    }

    @Test
    void aFileThatIsReplacedByAnotherOfItsSizeAndDateIsAnother() throws IOException {
        Path file = file("bars", "1,2,3\n");
        fingerprint(List.of(file));
        Path other = file("new", "1,2,4\n");
        Files.setLastModifiedTime(other, Files.getLastModifiedTime(file));
        Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);
        assertThat(fingerprint(List.of(file))).isEqualTo(Fingerprint.digest(List.of(file)));
    }

    /// A file system's clock may stand still for two seconds, and two changes within them look like one.
    @Test
    void whatWasWrittenJustBeforeIsReadAgain() throws IOException {
        Path file = file("bars", "1,2,3\n");
        assertThat(FileState.of(List.of(file)).getFirst().isSettled(Instant.now()))
                .isFalse();
        assertThat(FileState.of(List.of(file))
                        .getFirst()
                        .isSettled(Instant.now().plusSeconds(3)))
                .isEqualTo(file.getFileSystem().supportedFileAttributeViews().contains("unix"));
    }

    @Test
    void whatTheSystemSawNoChangeOfIsNotReadAgain() throws IOException {
        Path file = file("bars", "x".repeat(300_000));
        Fingerprint expected = fingerprint(List.of(file));
        Set<PosixFilePermission> modes = Files.getPosixFilePermissions(file);
        assertThat(fingerprint(List.of(file))).isSameAs(expected);
        Files.setPosixFilePermissions(file, modes);
        assertThat(fingerprint(List.of(file))).isNotSameAs(expected).isEqualTo(expected);
    }
}
