package io.github.parallelvalidation.number;

/// The distance of round values on an axis.
public final class RoundStep {
    private RoundStep() {}

    /// 1, 2 or 5 times a power of ten: the smallest at or above what is wanted.
    ///
    /// @param wanted above 0
    public static double of(double wanted) {
        double power = Math.pow(10, Math.floor(Math.log10(wanted)));
        double lead = wanted / power;
        return power * (lead <= 1 ? 1 : lead <= 2 ? 2 : lead <= 5 ? 5 : 10);
    }
}
