package io.github.parallelvalidation.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NullUnmarked // JUnit fills the fields
class FingerprintTest {
    @TempDir
    private Path folder;

    private final KnownContents known = new KnownContents();

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
        assertThat(known.fingerprint(List.of(ab, c))).isNotEqualTo(known.fingerprint(List.of(a, bc)));
    }

    @Test
    void whatWasSeenBeforeIsKnownAgainAndTheSame() throws IOException {
        Path one = file("one", "x".repeat(300_000));
        Fingerprint expected = Fingerprint.digest(List.of(one));
        for (int time = 0; time < 4; time++) {
            assertThat(known.fingerprint(List.of(one))).isEqualTo(expected);
        }
    }

    @Test
    void aFileThatChangesButForItsDateAndSizeIsAnother() throws IOException {
        Path file = file("bars", "1,2,3\n");
        FileTime date = Files.getLastModifiedTime(file);
        for (int time = 0; time < 3; time++) {
            known.fingerprint(List.of(file));
        }
        file("bars", "1,2,4\n");
        Files.setLastModifiedTime(file, date);
        assertThat(known.fingerprint(List.of(file))).isEqualTo(Fingerprint.digest(List.of(file)));
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
            assertThat(known.fingerprint(List.of(prepared))).isNotEqualTo(known.fingerprint(List.of(genuine)));
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
    void theQuickSumIsThatOfThePolynomial() {
        Random random = new Random(7);
        BigInteger prime = BigInteger.TWO.pow(61).subtract(BigInteger.ONE);
        for (int length : new int[] {0, 1, 6, 7, 8, 13, 14, 15, 100, 1400}) {
            byte[] bytes = new byte[length];
            random.nextBytes(bytes);
            long key = random.nextLong();
            KeyedSum sum = new KeyedSum(key);
            sum.add(bytes, length);
            sum.end(length);
            BigInteger at = BigInteger.valueOf(Math.floorMod(key >>> 2, prime.longValueExact() - 2) + 2);
            BigInteger expected = BigInteger.ONE;
            for (int from = 0; from < length; from += KeyedSum.WORD) {
                byte[] word = new byte[Math.min(KeyedSum.WORD, length - from)];
                for (int i = 0; i < word.length; i++) {
                    word[word.length - 1 - i] = bytes[from + i];
                }
                expected = expected.multiply(at).add(new BigInteger(1, word)).mod(prime);
            }
            expected = expected.multiply(at).add(BigInteger.valueOf(length)).mod(prime);
            assertThat(sum.value()).as("length %d", length).isEqualTo(expected.longValueExact());
        }
    }
}
