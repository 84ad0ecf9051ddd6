package io.github.parallelvalidation.number;

/// Numbers of things in words: "1 error", "2 errors".
public final class Counted {
    private Counted() {}

    /// @param one what a single one is called
    /// @param many what any other number of them is called
    public static String of(long count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }
}
