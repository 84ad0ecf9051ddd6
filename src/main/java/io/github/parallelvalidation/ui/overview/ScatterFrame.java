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

    /// All points, and in the same heights what noise reaches: the diagonal is always in it.
    static ScatterFrame around(Collection<ScatterPoint> points, double left, double right, double top, double bottom) {
        double lowNoise = Double.POSITIVE_INFINITY;
        double highNoise = Double.NEGATIVE_INFINITY;
        double lowScore = 0;
        double highScore = Double.NEGATIVE_INFINITY;
        for (ScatterPoint point : points) {
            lowNoise = Math.min(lowNoise, point.noise());
            highNoise = Math.max(highNoise, point.noise());
            lowScore = Math.min(lowScore, point.score());
            highScore = Math.max(highScore, Math.max(point.noise(), point.score()));
        }
        double across = margin(lowNoise, highNoise);
        double up = margin(lowScore, highScore);
        return new ScatterFrame(
                lowNoise - across, highNoise + across, lowScore - up, highScore + up, left, right, top, bottom);
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

    double x(double noise) {
        return left + (noise - lowNoise) / (highNoise - lowNoise) * (right - left);
    }

    double y(double score) {
        return bottom - (score - lowScore) / (highScore - lowScore) * (bottom - top);
    }
}
