package io.github.parallelvalidation;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// Damaged copies of files, always the same from the same seed: bits flipped, bytes deleted, inserted, doubled, cut
/// off, or spliced in from another file.
public final class Mutations {
    private static final byte[] TELLING =
            ":-[]{}&*!|>'\"#%@`,?~<=. \t\n\r0123456789eE+_\\\0\u007f".getBytes(StandardCharsets.ISO_8859_1);
    private static final List<byte[]> PIECES = List.of(
            bytes("&a "),
            bytes("*a"),
            bytes("<<: *a"),
            bytes("!!str "),
            bytes("!x "),
            bytes("---\n"),
            bytes("...\n"),
            bytes("\r\n"),
            bytes("|2+\n"),
            bytes("? "),
            bytes("\"\\U0001F680"),
            bytes("\ud83d\ude80"),
            bytes("\u2028"),
            bytes("\ufeff"),
            bytes("%YAML 9.9\n"),
            bytes("1e999"),
            bytes("-9223372036854775809"),
            bytes(".nan"),
            bytes("STR-201"),
            bytes("[[[["),
            bytes("{a: "),
            bytes("'"),
            new byte[] {(byte) 0xFF},
            new byte[] {(byte) 0xC3});

    private final List<byte[]> corpus;
    private final Random random;

    public Mutations(List<byte[]> corpus, long seed) {
        this.corpus = List.copyOf(corpus);
        this.random = new Random(seed);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    public byte[] next() {
        byte[] bytes = any();
        for (int i = random.nextInt(4); i >= 0; i--) {
            bytes = mutated(bytes);
        }
        return bytes;
    }

    private byte[] any() {
        return corpus.get(random.nextInt(corpus.size())).clone();
    }

    private byte[] mutated(byte[] bytes) {
        int at = random.nextInt(bytes.length + 1);
        int end = Math.min(bytes.length, at + 1 + random.nextInt(1 + random.nextInt(80)));
        return switch (random.nextInt(8)) {
            case 0 -> {
                if (at < bytes.length) {
                    bytes[at] ^= (byte) (1 << random.nextInt(8));
                }
                yield bytes;
            }
            case 1 -> joined(bytes, at, end, new byte[0]);
            case 2 -> joined(bytes, at, at, new byte[] {TELLING[random.nextInt(TELLING.length)]});
            case 3 ->
                joined(bytes, at, Math.min(bytes.length, at + 1), new byte[] {TELLING[random.nextInt(TELLING.length)]});
            case 4 -> joined(bytes, at, at, PIECES.get(random.nextInt(PIECES.size())));
            case 5 -> Arrays.copyOf(bytes, at);
            case 6 -> joined(bytes, end, end, Arrays.copyOfRange(bytes, at, end));
            default -> {
                byte[] other = any();
                int from = random.nextInt(other.length + 1);
                int to = Math.min(other.length, from + random.nextInt(200));
                yield joined(bytes, at, end, Arrays.copyOfRange(other, from, to));
            }
        };
    }

    /// The bytes with a stretch replaced.
    private static byte[] joined(byte[] bytes, int from, int to, byte[] replacement) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length + replacement.length);
        out.write(bytes, 0, from);
        out.writeBytes(replacement);
        out.write(bytes, to, bytes.length - to);
        return out.toByteArray();
    }
}
