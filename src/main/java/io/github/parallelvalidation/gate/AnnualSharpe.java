package io.github.parallelvalidation.gate;

/// Converts Sharpe ratios between per year and per day. Crypto trades on every day of the year: the factor is √365, as
/// in Jesse and LEAN.
public final class AnnualSharpe {
    private static final double FACTOR = Math.sqrt(365);

    private AnnualSharpe() {}

    public static double ofDaily(double sharpe) {
        return sharpe * FACTOR;
    }

    public static double toDaily(double sharpe) {
        return sharpe / FACTOR;
    }
}
