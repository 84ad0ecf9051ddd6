package io.github.parallelvalidation.torture;

/// The seed of a test of random schedules: said before the test begins, so that a run that failed, hung or was killed
/// can be repeated with `-Dseed=…`.
public final class Seed {
    private Seed() {}

    /// @param usual the seed where none is given
    public static long of(Class<?> test, long usual) {
        long seed = Long.getLong("seed", usual);
        System.out.printf("%s, to be repeated with -Dseed=%d%n", test.getSimpleName(), seed);
        return seed;
    }
}
