package io.github.parallelvalidation.report;

/// The steps of an SVG path, relative and in tenths: a curve of a hundred points takes some five hundred
/// letters, which counts where a page has a thousand of them.
final class PathSteps {
    private static final int PARTS = 10;

    private final StringBuilder text = new StringBuilder();
    private long x;
    private long y;

    /// Begins anew at a point.
    PathSteps move(double toX, double toY) {
        x = Math.round(PARTS * toX);
        y = Math.round(PARTS * toY);
        text.append('M');
        number(x);
        separated(y);
        return this;
    }

    PathSteps line(double toX, double toY) {
        long nextX = Math.round(PARTS * toX);
        long nextY = Math.round(PARTS * toY);
        if (nextX == x && nextY == y) {
            return this;
        }
        if (nextY == y) {
            text.append('h');
            number(nextX - x);
        } else if (nextX == x) {
            text.append('v');
            number(nextY - y);
        } else {
            text.append('l');
            number(nextX - x);
            separated(nextY - y);
        }
        x = nextX;
        y = nextY;
        return this;
    }

    PathSteps close() {
        text.append('z');
        return this;
    }

    /// A box between two corners.
    PathSteps box(double left, double top, double right, double bottom) {
        return move(left, bottom)
                .line(left, top)
                .line(right, top)
                .line(right, bottom)
                .close();
    }

    private void separated(long value) {
        if (value >= 0) {
            text.append(' ');
        }
        number(value);
    }

    private void number(long value) {
        long whole = Math.abs(value) / PARTS;
        long part = Math.abs(value) % PARTS;
        text.append(value < 0 ? "-" : "");
        if (whole > 0 || part == 0) {
            text.append(whole);
        }
        if (part > 0) {
            text.append('.').append(part);
        }
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
