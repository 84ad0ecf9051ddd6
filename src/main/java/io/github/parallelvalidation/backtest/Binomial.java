package io.github.parallelvalidation.backtest;

/// The exact two-sided binomial test against a fair coin.
final class Binomial {
    private Binomial() {}

    /// The p-value: the sum of the probabilities of all outcomes no likelier than the one seen. A fair coin is
    /// symmetric, so these are the two tails.
    static double fairCoinPValue(int hits, int trials) {
        int lower = Math.min(hits, trials - hits);
        if (2 * lower == trials) {
            return 1;
        }
        return Math.min(1, 2 * lowerTail(lower, trials));
    }

    private static double lowerTail(int hits, int trials) {
        // The largest term first, then downwards by the ratio of neighbours: only positive terms are added.
        double logTerm = -trials * Math.log(2);
        for (int i = 1; i <= hits; i++) {
            logTerm += Math.log((double) (trials - hits + i) / i);
        }
        double sum = 0;
        double term = 1;
        for (int i = hits; i >= 0 && term > 0; i--) {
            sum += term;
            term *= (double) i / (trials - i + 1);
        }
        return Math.exp(logTerm) * sum;
    }
}
