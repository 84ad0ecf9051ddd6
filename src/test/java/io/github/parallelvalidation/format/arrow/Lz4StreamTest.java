package io.github.parallelvalidation.format.arrow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.parallelvalidation.Mutations;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jpountz.lz4.LZ4FrameOutputStream;
import net.jpountz.lz4.LZ4FrameOutputStream.BLOCKSIZE;
import net.jpountz.lz4.LZ4FrameOutputStream.FLG;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Frames that lz4-java packed, which writes none whose blocks refer to each other: those are in a Feather file of
/// `FeatherTest`.
class Lz4StreamTest {
    /// Text that repeats itself at all distances, with noise between.
    private static byte[] content(int length) {
        Random random = new Random(length);
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            int back = 1 + random.nextInt(70_000);
            if (random.nextInt(20) == 0 && back <= i) {
                int count = Math.min(random.nextInt(600), length - i);
                for (int j = 0; j < count; j++) {
                    bytes[i + j] = bytes[i + j - back];
                }
                i += Math.max(0, count - 1);
            } else {
                bytes[i] = (byte) random.nextInt(256);
            }
        }
        return bytes;
    }

    private static byte[] packed(byte[] content, BLOCKSIZE size, FLG.Bits... flags) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new LZ4FrameOutputStream(bytes, size, content.length, flags)) {
            out.write(content);
        }
        return bytes.toByteArray();
    }

    private static byte[] unpacked(byte[] packed) throws IOException {
        try (Lz4Stream stream = new Lz4Stream(new ByteArrayInputStream(packed))) {
            return stream.readAllBytes();
        }
    }

    @ParameterizedTest
    @EnumSource(BLOCKSIZE.class)
    void everySizeOfBlockGivesTheContentBack(BLOCKSIZE size) throws IOException {
        byte[] content = content(9_000_000);

        assertThat(unpacked(packed(content, size, FLG.Bits.BLOCK_INDEPENDENCE))).isEqualTo(content);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4, 5, 12, 13, 64, 65_535, 65_536, 65_537})
    void everyLengthDoes(int length) throws IOException {
        byte[] content = new byte[length];
        Arrays.fill(content, (byte) 7);

        assertThat(unpacked(packed(
                        content,
                        BLOCKSIZE.SIZE_64KB,
                        FLG.Bits.BLOCK_INDEPENDENCE,
                        FLG.Bits.BLOCK_CHECKSUM,
                        FLG.Bits.CONTENT_SIZE,
                        FLG.Bits.CONTENT_CHECKSUM)))
                .isEqualTo(content);
    }

    @Test
    void whatIsCutIsDamagedWhereverItIsCut() throws IOException {
        byte[] packed = packed(content(3_000), BLOCKSIZE.SIZE_64KB, FLG.Bits.BLOCK_INDEPENDENCE);
        for (int length = 0; length < packed.length; length++) {
            byte[] cut = Arrays.copyOf(packed, length);
            assertThatThrownBy(() -> unpacked(cut)).isInstanceOfAny(ArrowException.class, EOFException.class);
        }
    }

    @Test
    void damagedFramesGiveOtherBytesOrAComplaintAndNothingElse() throws IOException {
        Mutations mutations = new Mutations(
                List.of(
                        packed(content(3_000), BLOCKSIZE.SIZE_64KB, FLG.Bits.BLOCK_INDEPENDENCE),
                        packed(new byte[200_000], BLOCKSIZE.SIZE_64KB, FLG.Bits.BLOCK_INDEPENDENCE)),
                20_261_127);
        int refused = 0;
        for (int i = 0; i < 20_000; i++) {
            try {
                unpacked(mutations.next());
            } catch (ArrowException | EOFException damaged) {
                refused++;
            }
        }
        assertThat(refused).isBetween(1, 19_999);
    }
}
