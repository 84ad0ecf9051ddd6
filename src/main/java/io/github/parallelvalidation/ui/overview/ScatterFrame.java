package io.github.parallelvalidation.ui.overview;

import java.util.Collection;

/// What part of the plane is seen, and where on the picture it is.
///
/// @param left of the area with the points, in pixels; the other sides likewise
record ScatterFrame(
        double lowNoise,
        double highNoise,
        double lowScore,
        double highScore,
        double left,
        double right,
        double top,
        double bottom) {
    private static final double MARGIN = 0.05;

    /// The points, and in the same heights what noise reaches: the diagonal is always in it. A few that lie far out are
    /// left at the edge: they would press all others into a corner.
    static ScatterFrame around(Collection<ScatterPoint> points, double left, double right, double top, double bottom) {
        UsualRange noise = UsualRange.of(points.stream().mapToDouble(ScatterPoint::noise));
        UsualRange score = UsualRange.of(points.stream().mapToDouble(ScatterPoint::score));
        double lowScore = Math.min(0, score.low());
        double highScore = Math.max(score.high(), noise.high());
        double across = margin(noise.low(), noise.high());
        double up = margin(lowScore, highScore);
        return new ScatterFrame(
                noise.low() - across, noise.high() + across, lowScore - up, highScore + up, left, right, top, bottom);
    }

    private static double margin(double low, double high) {
        double range = high - low;
        return range > 0 ? MARGIN * range : Math.max(1e-6, MARGIN * Math.abs(high));
    }

    boolean holds(ScatterPoint point) {
        return point.noise() >= lowNoise
                && point.noise() <= highNoise
                && point.score() >= lowScore
                && point.score() <= highScore;
    }

    /// At the edge where it lies farther out.
    double x(double noise) {
        double share = Math.clamp((noise - lowNoise) / (highNoise - lowNoise), 0, 1);
        return left + share * (right - left);
    }

    /// At the edge where it lies farther out.
    double y(double score) {
        double share = Math.clamp((score - lowScore) / (highScore - lowScore), 0, 1);
        return bottom - share * (bottom - top);
    }

    /// To which side it lies farther out: -1 to the left, 1 to the right, 0 not at all.
    int across(ScatterPoint point) {
        return point.noise() < lowNoise ? -1 : point.noise() > highNoise ? 1 : 0;
    }

    /// As pixels go: -1 above, 1 below, 0 not at all.
    int down(ScatterPoint point) {
        return point.score() > highScore ? -1 : point.score() < lowScore ? 1 : 0;
    }
}
