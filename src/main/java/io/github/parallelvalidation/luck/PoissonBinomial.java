package io.github.parallelvalidation.luck;

import java.util.List;

/// The number of successes of independent trials that succeed with a probability each of its own.
final class PoissonBinomial {
    private PoissonBinomial() {}

    /// @param probabilities one for each trial
    /// @return the probability of each number of successes, from none to all
    static double[] of(List<Double> probabilities) {
        double[] distribution = new double[probabilities.size() + 1];
        distribution[0] = 1;
        for (int trial = 0; trial < probabilities.size(); trial++) {
            double p = probabilities.get(trial);
            for (int successes = trial + 1; successes > 0; successes--) {
                distribution[successes] = distribution[successes] * (1 - p) + distribution[successes - 1] * p;
            }
            distribution[0] *= 1 - p;
        }
        return distribution;
    }
}
