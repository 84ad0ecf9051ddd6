package io.github.parallelvalidation.calibrate;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// Random numbers that belong to one place of the simulation: the same whatever was drawn elsewhere, in whatever order
/// and on however many processors.
///
/// The generator is not of the family that turns bars in the program's worlds.
final class Draws {
    private static final RandomGeneratorFactory<RandomGenerator> GENERATORS =
            RandomGeneratorFactory.of("Xoshiro256PlusPlus");

    private final RandomGenerator random;

    private Draws(RandomGenerator random) {
        this.random = random;
    }

    /// @param seed of the whole simulation
    /// @param place which part of it, and which draw there
    static Draws at(long seed, String part, int place) {
        long mixed = seed;
        for (int i = 0; i < part.length(); i++) {
            mixed = mixed * 6_364_136_223_846_793_005L + part.charAt(i);
        }
        return new Draws(GENERATORS.create(mixed * 6_364_136_223_846_793_005L + place));
    }

    double uniform(double from, double to) {
        return from + (to - from) * random.nextDouble();
    }

    boolean holds(double probability) {
        return random.nextDouble() < probability;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    <T> T oneOf(T[] values) {
        return values[random.nextInt(values.length)];
    }

    /// A whole number, small ones as likely as large ones in proportion.
    int evenInLogs(int from, int to) {
        return (int) Math.floor(Math.exp(uniform(Math.log(from), Math.log(to + 1))));
    }

    double normal() {
        return random.nextGaussian();
    }

    /// Student's t with five degrees of freedom, of variance 1.
    double fatTailed() {
        double squares = 0;
        for (int i = 0; i < 5; i++) {
            double normal = normal();
            squares += normal * normal;
        }
        return normal() / Math.sqrt(squares / 3);
    }

    /// Mean 0, variance 1, skewness −2/√shape: many small gains, few large losses.
    double skewed(int shape) {
        double sum = 0;
        for (int i = 0; i < shape; i++) {
            sum -= Math.log(1 - random.nextDouble());
        }
        return (shape - sum) / Math.sqrt(shape);
    }
}
