package io.github.parallelvalidation.calibrate;

import io.github.parallelvalidation.data.Bars;

/// A rule that is right: bitcoin's hours, turned up a little more often where the rule says up.
///
/// @param family a z-score of the close
/// @param tilt how much more often than a coin at most
record Planted(Family family, int lookback, int horizon, double tilt) {

    Idea idea() {
        return new Idea(family, Idea.Sides.BOTH, lookback, horizon, 1, 1, 0);
    }

    Bars bars(Draws draws, int length) {
        return TurnedBitcoin.bars(draws, length, this::upward);
    }

    String kind() {
        return isReversion() ? "reversion" : "momentum";
    }

    private double upward(double[] close, int bar) {
        if (bar < lookback) {
            return 0.5;
        }
        double sum = 0;
        for (int t = bar - lookback; t < bar; t++) {
            sum += close[t];
        }
        double mean = sum / lookback;
        double squares = 0;
        for (int t = bar - lookback; t < bar; t++) {
            squares += (close[t] - mean) * (close[t] - mean);
        }
        double score = (close[bar - 1] - mean) / Math.sqrt(squares / lookback);
        return 0.5 + tilt * Math.tanh(isReversion() ? -score : score);
    }

    private boolean isReversion() {
        return family == Family.REVERSION_SHORT || family == Family.REVERSION_LONG;
    }
}
