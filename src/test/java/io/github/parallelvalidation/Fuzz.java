package io.github.parallelvalidation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.torture.Seed;
import io.github.parallelvalidation.workspace.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Reads thousands of damaged files: each is read, or refused with line and column, soon.
public final class Fuzz {
    private static final long SEED = Seed.of(Fuzz.class, 20_261_123);
    private static final int FEW = 5_000;
    private static final int MANY = 100_000;
    private static final double LONGEST_SECONDS = 5;

    private Fuzz() {}

    /// Something that reads a file's bytes.
    public interface Reading {
        void read(byte[] bytes) throws IOException;
    }

    /// 5,000 damaged files, or 100,000 with `-Dtorture=true`.
    public static void of(String kind, List<byte[]> corpus, Reading reading) throws IOException {
        int cases = Boolean.getBoolean("torture") ? MANY : FEW;
        Mutations mutations = new Mutations(corpus, SEED);
        int refused = 0;
        double longest = 0;
        long begin = System.nanoTime();
        for (int i = 0; i < cases; i++) {
            byte[] bytes = mutations.next();
            long start = System.nanoTime();
            try {
                reading.read(bytes);
            } catch (ProblemException e) {
                refused++;
                assertThat(e.problem().line())
                        .as("the line in: " + e.getMessage() + found(kind, i, bytes))
                        .isPositive();
                assertThat(e.problem().column()).isPositive();
            } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
                throw new AssertionError("an exception that is none of ours" + found(kind, i, bytes), e);
            }
            longest = Math.max(longest, seconds(start));
        }
        System.out.printf(
                "fuzz %s, seed %d: %,d damaged files, %,d read, %,d refused, longest %.3f s, all %.1f s%n",
                kind, SEED, cases, cases - refused, refused, longest, seconds(begin));
        assertThat(longest).isLessThan(LONGEST_SECONDS);
        assertThat(refused).isBetween(1, cases - 1);
    }

    /// Writes a file anew: some file systems force one to disk that is cut and written again.
    public static void write(Path file, byte[] bytes) throws IOException {
        Files.deleteIfExists(file);
        Files.write(file, bytes);
    }

    /// The files of a folder of the test resources whose names match.
    public static List<byte[]> files(String folder, String name) {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            return files.filter(file -> file.getFileName().toString().matches(name))
                    .sorted()
                    .map(Fuzz::bytes)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String found(String kind, int number, byte[] bytes) {
        return "; %s file %d of seed %d:%n%s".formatted(kind, number, SEED, new String(bytes, StandardCharsets.UTF_8));
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
