package io.github.parallelvalidation.backtest;

import io.github.parallelvalidation.data.Bars;
import io.github.parallelvalidation.number.Rounding;
import io.github.parallelvalidation.strategy.Strategy;
import java.util.Arrays;

/// Tells a score that varies from one that is constant but for the rounding of the arithmetic that made it, such as
/// `log(close) - log(2 * close)`.
///
/// The score is computed again with every operation disturbed, and each bar's value is only known to lie as near as
/// those come to it. Where one value is possible on all bars, the score is constant.
final class ScoreRounding {
    /// So many tell an ordinary score from rounding.
    private static final int PROBES = 3;

    /// Where a few bars alone speak against one value, as with entries that rounding decides by the toss of a coin,
    /// more are asked while they bring the bars together.
    private static final int MOST_PROBES = 36;

    /// Fewer bars than this share of those before must be left by three more probes …
    private static final double PROGRESS = 0.7;

    /// … unless they are so few that chance alone could keep them.
    private static final int FEW = 20;

    /// Parts of the spread of a score, in two neighbours of which a single value may lie …
    private static final int PARTS = 1024;

    /// … where further probes do no more than so many times what the first did.
    private static final double MARGIN = 1000;

    private final Strategy strategy;
    private final int start;
    private final double[] distance;

    ScoreRounding(Strategy strategy, MarketWorlds market) {
        this.strategy = strategy;
        this.start = market.start();
        this.distance = new double[market.real().length()];
    }

    /// @param measure of this score on these bars, with enough observations
    boolean isConstant(Bars bars, double[] score, L0Measure measure) {
        if (measure.score().isConstant()) {
            return true;
        }
        return strategy.program().isPresent() ? isRounded(measure) : isOneValuePossible(bars, score, measure);
    }

    private static boolean isRounded(L0Measure measure) {
        double largest = Math.max(
                Math.abs(measure.score().min()), Math.abs(measure.score().max()));
        // What a program writes has passed through one operation that we know of.
        return measure.scoreSpread() <= Rounding.OF_ONE * largest;
    }

    private boolean isOneValuePossible(Bars bars, double[] score, L0Measure measure) {
        int most = measure.observations().most();
        Arrays.fill(distance, 0);
        disturb(0, bars, score);
        if (isSpread(score, most, measure.score().min(), measure.scoreSpread())) {
            return false;
        }
        for (int probe = 1; probe < PROBES; probe++) {
            disturb(probe, bars, score);
        }
        int against = barsAgainst(score, most);
        if (against > most / 2) {
            return false;
        }
        for (int probe = PROBES; against > 0 && probe < MOST_PROBES; probe += PROBES) {
            for (int more = probe; more < probe + PROBES; more++) {
                disturb(more, bars, score);
            }
            int now = barsAgainst(score, most);
            if (now > FEW && now > PROGRESS * against) {
                return false;
            }
            against = now;
        }
        return against == 0;
    }

    /// Nearly always one probe says it all: the scores of most bars are further apart than a thousand times what it
    /// did to any of them.
    private boolean isSpread(double[] score, int most, double least, double spread) {
        double width = spread / PARTS;
        int[] scores = new int[PARTS + 2];
        int count = 0;
        for (int t = start; t < start + most; t++) {
            if (Double.isFinite(score[t]) && Double.isFinite(distance[t])) {
                if (!(2 * MARGIN * distance[t] < width)) {
                    return false;
                }
                scores[(int) ((score[t] - least) / width)]++;
                count++;
            }
        }
        int together = 0;
        for (int part = 0; part <= PARTS; part++) {
            together = Math.max(together, scores[part] + scores[part + 1]);
        }
        return count - together > most / 2;
    }

    /// One probe more. None is kept: each works in arrays of its own, and most strategies need one once.
    private void disturb(int probe, Bars bars, double[] score) {
        double[] disturbed = strategy.disturbed(bars.length(), probe).score(bars);
        for (int t = 0; t < distance.length; t++) {
            distance[t] += Math.abs(disturbed[t] - score[t]);
        }
    }

    /// On how many bars the score cannot have the value that is possible on most.
    private int barsAgainst(double[] score, int most) {
        double[] least = new double[most];
        double[] largest = new double[most];
        int count = 0;
        for (int t = start; t < start + most; t++) {
            // Neither a missing score nor one that is missing when disturbed says anything.
            if (Double.isFinite(score[t]) && Double.isFinite(distance[t])) {
                least[count] = score[t] - distance[t];
                largest[count++] = score[t] + distance[t];
            }
        }
        Arrays.sort(least, 0, count);
        Arrays.sort(largest, 0, count);
        int together = 0;
        int ended = 0;
        for (int begun = 0; begun < count; begun++) {
            while (largest[ended] < least[begun]) {
                ended++;
            }
            together = Math.max(together, begun + 1 - ended);
        }
        return count - together;
    }
}
