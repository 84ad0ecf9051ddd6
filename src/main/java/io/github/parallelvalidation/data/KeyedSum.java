package io.github.parallelvalidation.data;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// A quick sum of bytes under a secret key: they are the coefficients of a polynomial, the key is where it is
/// evaluated, modulo the prime 2^61 - 1. Two different contents have the same sum for as many keys as a
/// polynomial has roots, at most one in 10^11 for a file of 100 MB; who does not know the key cannot look for
/// them.
final class KeyedSum implements Fingerprint.Reader {
    /// Bytes of a coefficient, which is smaller than the prime.
    static final int WORD = 7;

    private static final long PRIME = (1L << 61) - 1;
    private static final long MASK = (1L << (8 * WORD)) - 1;
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final long key;
    private long sum = 1;

    /// @param random any bits
    KeyedSum(long random) {
        this.key = Math.floorMod(random >>> 2, PRIME - 2) + 2;
    }

    /// @param count a multiple of the word, but for the last bytes of a file
    @Override
    public void add(byte[] buffer, int count) {
        long value = sum;
        int at = 0;
        for (; at + Long.BYTES <= count; at += WORD) {
            value = next(value, (long) LONGS.get(buffer, at) & MASK);
        }
        for (; at < count; at += WORD) {
            long word = 0;
            for (int i = Math.min(count, at + WORD) - 1; i >= at; i--) {
                word = word << 8 | (buffer[i] & 0xFF);
            }
            value = next(value, word);
        }
        sum = value;
    }

    @Override
    public void end(long size) {
        sum = next(sum, size);
    }

    long value() {
        return sum;
    }

    private long next(long value, long word) {
        long high = Math.multiplyHigh(value, key);
        long low = value * key;
        // 2^61 is 1: what lies above its bits is added to what lies below.
        long folded = (low & PRIME) + (low >>> 61 | high << 3) + word;
        folded = (folded & PRIME) + (folded >>> 61);
        return folded >= PRIME ? folded - PRIME : folded;
    }
}
