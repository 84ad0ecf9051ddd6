package io.github.parallelvalidation.ui.overview;

import io.github.parallelvalidation.display.Figures;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.number.ValueTicks;
import io.github.parallelvalidation.ui.control.Role;
import io.github.parallelvalidation.ui.picture.Ink;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Pane;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/// Paints the points of all strategies with their axes; over them, on a sheet of its own, what is marked. Upright
/// rectangles wherever they will do: ten thousand points are painted at once.
final class ScatterCanvas extends Pane {
    private static final double LEFT = 48;
    private static final double BOTTOM = 22;
    private static final double EDGE = 6;
    private static final double TICK_WIDTH = 80;
    private static final double TICK_HEIGHT = 36;
    /// From here on points are small, so that they hide less of each other.
    private static final int MANY = 1500;
    private static final int FEW = 120;

    private static final double REACH = 10;
    private static final double RING = 12;
    private static final double ARROW = 9;

    private final ScatterPoints points;
    private final Canvas dots = new Canvas();
    private final Canvas marks = new Canvas();
    private final Ink passed = new Ink("ink-passed", this::requestLayout);
    private final Ink failed = new Ink("ink-failed", this::requestLayout);
    private final Ink doubtful = new Ink("ink-doubtful", this::requestLayout);
    private final Ink other = new Ink("ink-other", this::requestLayout);
    private final Ink grid = new Ink("ink-grid", this::requestLayout);
    private final Ink text = new Ink("ink-text", this::requestLayout);
    private final Ink noise = new Ink("ink-noise", this::requestLayout);
    private final Ink halo = new Ink("ink-halo", this::requestLayout);
    private final Ink accent = new Ink("ink-accent", this::requestLayout);
    private Optional<ScatterFrame> frame = Optional.empty();
    private Collection<ScatterPoint> selected = List.of();
    private Optional<ScatterPoint> hovered = Optional.empty();
    private Runnable painted = () -> {};

    ScatterCanvas(ScatterPoints points) {
        this.points = points;
        for (Canvas canvas : List.of(dots, marks)) {
            canvas.setManaged(false);
            canvas.setMouseTransparent(true);
        }
        getChildren().addAll(dots, marks, passed, failed, doubtful, other, grid, text, noise, halo, accent);
        getStyleClass().addAll("plot", "scatter");
        setMinSize(0, 0);
    }

    @Override
    protected void layoutChildren() {
        for (Canvas canvas : List.of(dots, marks)) {
            canvas.setWidth(getWidth());
            canvas.setHeight(getHeight());
        }
        paint();
    }

    /// Paints points over the others, where they are in the part that is seen; else all.
    void add(List<ScatterPoint> came) {
        Optional<ScatterFrame> seen = frame.filter(now -> came.stream().allMatch(now::holds));
        if (seen.isEmpty()) {
            requestLayout();
        } else {
            came.forEach(point -> dot(dots.getGraphicsContext2D(), seen.get(), point));
        }
    }

    /// @param rows those that are selected
    /// @param under the pointer, or chosen by keys
    void mark(Collection<ScatterPoint> rows, Optional<ScatterPoint> under) {
        selected = rows;
        hovered = under;
        paintMarks();
    }

    /// The point at the pointer, or near it.
    Optional<ScatterPoint> at(double x, double y) {
        if (frame.isEmpty()) {
            return Optional.empty();
        }
        ScatterFrame seen = frame.get();
        ScatterPoint nearest = null;
        double least = REACH * REACH;
        for (ScatterPoint point : points.all()) {
            double across = seen.x(point.noise()) - x;
            double up = seen.y(point.score()) - y;
            double distance = across * across + up * up;
            if (distance <= least) {
                least = distance;
                nearest = point;
            }
        }
        return Optional.ofNullable(nearest);
    }

    private void paint() {
        GraphicsContext pen = dots.getGraphicsContext2D();
        pen.clearRect(0, 0, getWidth(), getHeight());
        boolean hasRoom = getWidth() > 2 * LEFT && getHeight() > 2 * BOTTOM;
        frame = points.all().isEmpty() || !hasRoom
                ? Optional.empty()
                : Optional.of(ScatterFrame.around(points.all(), LEFT, getWidth() - EDGE, EDGE, getHeight() - BOTTOM));
        frame.ifPresent(seen -> {
            axes(pen, seen);
            // What passed lies on top.
            for (Role role : List.of(Role.DANGER, Role.MUTED, Role.PLAIN, Role.ACCENT, Role.WARNING, Role.SUCCESS)) {
                points.all().stream().filter(point -> point.role() == role).forEach(point -> dot(pen, seen, point));
            }
        });
        paintMarks();
        painted.run();
    }

    /// @param then called whenever all is painted again
    void onPainted(Runnable then) {
        painted = then;
    }

    private void axes(GraphicsContext pen, ScatterFrame seen) {
        Tier tier = points.tier();
        pen.setFont(Font.font("Roboto", 11));
        pen.setTextBaseline(VPos.CENTER);
        pen.setTextAlign(TextAlignment.RIGHT);
        int rows = (int) ((seen.bottom() - seen.top()) / TICK_HEIGHT);
        for (double value :
                ValueTicks.of(seen.lowScore(), seen.highScore(), rows).values()) {
            double y = Math.rint(seen.y(value));
            pen.setFill(grid.paint());
            pen.fillRect(seen.left(), y, seen.right() - seen.left(), 1);
            pen.setFill(text.paint());
            pen.fillText(Figures.text(tier.score(), value), seen.left() - EDGE, y);
        }
        pen.setTextAlign(TextAlignment.CENTER);
        int columns = (int) ((seen.right() - seen.left()) / TICK_WIDTH);
        for (double value :
                ValueTicks.of(seen.lowNoise(), seen.highNoise(), columns).values()) {
            double x = Math.rint(seen.x(value));
            pen.setFill(grid.paint());
            pen.fillRect(x, seen.top(), 1, seen.bottom() - seen.top());
            pen.setFill(text.paint());
            pen.fillText(Figures.text(tier.noise95(), value), x, getHeight() - BOTTOM / 2);
        }
        diagonal(pen, seen);
    }

    /// Above it a strategy scores more than noise reaches once in twenty.
    private void diagonal(GraphicsContext pen, ScatterFrame seen) {
        double from = Math.max(seen.lowNoise(), seen.lowScore());
        double to = Math.min(seen.highNoise(), seen.highScore());
        pen.setStroke(noise.paint());
        pen.setLineWidth(1.5);
        pen.setLineDashes(5, 4);
        pen.strokeLine(seen.x(from), seen.y(from), seen.x(to), seen.y(to));
        pen.setLineDashes();
    }

    /// Shapes differ as well as colours: round what passed, square what failed, three-cornered what may be mended.
    private void dot(GraphicsContext pen, ScatterFrame seen, ScatterPoint point) {
        double x = Math.rint(seen.x(point.noise()));
        double y = Math.rint(seen.y(point.score()));
        int across = seen.across(point);
        int down = seen.down(point);
        if (across != 0 || down != 0) {
            arrow(pen, x, y, across, down, point);
            return;
        }
        if (points.all().size() <= FEW) {
            large(pen, x, y, point);
            return;
        }
        switch (point.role()) {
            case SUCCESS -> {
                pen.setFill(passed.paint());
                if (points.all().size() > MANY) {
                    pen.fillRect(x - 2, y - 1, 5, 3);
                    pen.fillRect(x - 1, y - 2, 3, 5);
                } else {
                    pen.fillRect(x - 3, y - 1, 7, 3);
                    pen.fillRect(x - 2, y - 2, 5, 5);
                    pen.fillRect(x - 1, y - 3, 3, 7);
                }
            }
            case DANGER -> {
                pen.setFill(failed.paint());
                pen.fillRect(x - 1, y - 1, 3, 3);
            }
            case WARNING -> {
                pen.setFill(doubtful.paint());
                pen.fillRect(x, y - 3, 1, 2);
                pen.fillRect(x - 1, y - 1, 3, 2);
                pen.fillRect(x - 2, y + 1, 5, 2);
            }
            case PLAIN, MUTED, ACCENT -> {
                pen.setFill(other.paint());
                pen.fillRect(x - 2, y, 5, 1);
                pen.fillRect(x, y - 2, 1, 5);
            }
        }
    }

    /// What lies farther out is an arrow at the edge, to the side where it is.
    private void arrow(GraphicsContext pen, double x, double y, int across, int down, ScatterPoint point) {
        pen.setFill(ink(point).paint());
        double length = Math.hypot(across, down);
        double alongX = across / length;
        double alongY = down / length;
        double backX = x - ARROW * alongX;
        double backY = y - ARROW * alongY;
        pen.fillPolygon(
                new double[] {x, backX - ARROW / 2 * alongY, backX + ARROW / 2 * alongY},
                new double[] {y, backY + ARROW / 2 * alongX, backY - ARROW / 2 * alongX},
                3);
    }

    private Ink ink(ScatterPoint point) {
        return switch (point.role()) {
            case SUCCESS -> passed;
            case DANGER -> failed;
            case WARNING -> doubtful;
            case PLAIN, MUTED, ACCENT -> other;
        };
    }

    /// How many lie farther out than what is seen.
    int farOut() {
        return frame.map(seen -> (int) points.all().stream()
                        .filter(point -> !seen.holds(point))
                        .count())
                .orElse(0);
    }

    /// Where there are few, each can be seen from afar.
    private void large(GraphicsContext pen, double x, double y, ScatterPoint point) {
        switch (point.role()) {
            case SUCCESS -> {
                pen.setFill(passed.paint());
                pen.fillOval(x - 4.5, y - 4.5, 9, 9);
            }
            case DANGER -> {
                pen.setFill(failed.paint());
                pen.fillRect(x - 3, y - 3, 7, 7);
            }
            case WARNING -> {
                pen.setFill(doubtful.paint());
                pen.fillPolygon(new double[] {x, x + 5, x - 5}, new double[] {y - 5, y + 4, y + 4}, 3);
            }
            case PLAIN, MUTED, ACCENT -> {
                pen.setFill(other.paint());
                pen.fillRect(x - 4, y - 1, 9, 2);
                pen.fillRect(x - 1, y - 4, 2, 9);
            }
        }
    }

    private void paintMarks() {
        GraphicsContext pen = marks.getGraphicsContext2D();
        pen.clearRect(0, 0, getWidth(), getHeight());
        frame.ifPresent(seen -> {
            pen.setLineWidth(5);
            pen.setStroke(halo.paint());
            selected.forEach(point -> ring(pen, seen, point));
            pen.setLineWidth(2);
            pen.setStroke(accent.paint());
            selected.forEach(point -> ring(pen, seen, point));
            pen.setLineWidth(1);
            pen.setStroke(text.paint());
            hovered.ifPresent(point -> ring(pen, seen, point));
        });
    }

    private static void ring(GraphicsContext pen, ScatterFrame seen, ScatterPoint point) {
        double x = Math.rint(seen.x(point.noise())) + 0.5 - RING / 2;
        double y = Math.rint(seen.y(point.score())) + 0.5 - RING / 2;
        pen.strokeOval(x, y, RING, RING);
    }
}
