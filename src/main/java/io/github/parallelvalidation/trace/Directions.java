package io.github.parallelvalidation.trace;

/// The two directions of events and trades.
final class Directions {
    static final String LONG = "long";
    static final String SHORT = "short";

    private Directions() {}

    static void require(int direction) {
        if (direction != 1 && direction != -1) {
            throw new IllegalArgumentException("a direction is 1 or -1, not " + direction);
        }
    }
}
