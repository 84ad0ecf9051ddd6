package io.github.parallelvalidation.compare;

import io.github.parallelvalidation.backtest.ScoreAgreement;
import java.util.Arrays;
import java.util.OptionalDouble;

/// The score of a strategy by the time of the bar.
///
/// @param time when the bars opened, epoch milliseconds, rising
/// @param score of each; NaN where it is not known
@SuppressWarnings("ArrayRecordComponent") // made once, read once
record BarScores(long[] time, double[] score) {

    /// Their rank correlation on the bars that both have.
    OptionalDouble agreement(BarScores other) {
        double[] own = new double[time.length];
        double[] others = new double[time.length];
        int common = 0;
        int j = 0;
        for (int i = 0; i < time.length; i++) {
            while (j < other.time.length && other.time[j] < time[i]) {
                j++;
            }
            if (j < other.time.length && other.time[j] == time[i]) {
                own[common] = score[i];
                others[common] = other.score[j];
                common++;
            }
        }
        return ScoreAgreement.rankCorrelation(Arrays.copyOf(own, common), Arrays.copyOf(others, common));
    }
}
