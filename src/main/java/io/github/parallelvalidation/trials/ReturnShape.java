package io.github.parallelvalidation.trials;

/// The shape of a series of returns, as far as it changes what a Sharpe ratio of them is worth.
///
/// @param skewness below 0 where losses are rarer and larger than gains
/// @param kurtosis plain: 3 for a normal distribution
/// @param autocorrelation of one return and the next
public record ReturnShape(double skewness, double kurtosis, double autocorrelation) {
    public static final ReturnShape NORMAL = new ReturnShape(0, 3, 0);

    /// The formulas divide by 1 − ρ and 1 − ρ². Returns closer to ±1 than this are no series with a memory of one step
    /// but one number again and again, or two in turn; their ratio would seem infinitely doubtful, or certain.
    private static final double MOST_AUTOCORRELATION = 0.9;

    public ReturnShape {
        autocorrelation = Math.clamp(autocorrelation, -MOST_AUTOCORRELATION, MOST_AUTOCORRELATION);
    }
}
