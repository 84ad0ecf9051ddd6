package io.github.parallelvalidation.calibrate;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/// A mean with its standard error.
record Estimate(double mean, double error) {

    static <T> Estimate of(List<T> all, ToDoubleFunction<T> value) {
        int count = all.size();
        double mean = all.stream().mapToDouble(value).sum() / count;
        double squares = all.stream()
                .mapToDouble(value)
                .map(one -> (one - mean) * (one - mean))
                .sum();
        return new Estimate(mean, Math.sqrt(squares / Math.max(1, count - 1) / count));
    }

    static <T> Estimate share(List<T> all, Predicate<T> holds) {
        return of(all, one -> holds.test(one) ? 1 : 0);
    }

    /// How many standard errors of a share this is from where it should be.
    ///
    /// @param count how many it is the share of
    double errorsFrom(double share, int count) {
        return (mean - share) / Math.sqrt(share * (1 - share) / count);
    }
}
