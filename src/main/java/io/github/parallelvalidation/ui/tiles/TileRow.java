package io.github.parallelvalidation.ui.tiles;

import io.github.parallelvalidation.journal.RunOutcome;
import io.github.parallelvalidation.run.Slot;
import io.github.parallelvalidation.settings.Settings;
import io.github.parallelvalidation.ui.control.Motion;
import io.github.parallelvalidation.ui.control.Parts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.animation.Interpolator;
import javafx.animation.KeyFrame;
import javafx.animation.KeyValue;
import javafx.animation.Timeline;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import javafx.util.Duration;

/// The row of tiles for the four worker slots while something runs; else one line with the verdicts of the last run.
public final class TileRow extends StackPane {
    private static final double LOW = 32;
    private static final double HIGH = WorkerTile.HEIGHT + Parts.GRID;
    private static final Duration MOVE = Duration.millis(160);
    /// The last verdict is read, and a run that goes on with the next tier does not move anything.
    private static final Duration REST = Duration.millis(1200);

    private final List<WorkerTile> tiles =
            Stream.generate(WorkerTile::new).limit(Settings.MOST_WORKERS).toList();
    private final HBox row = new HBox(Parts.GRID);
    private final VerdictLine verdicts = new VerdictLine();
    private final DoubleProperty height = new SimpleDoubleProperty(LOW);
    private Timeline move = new Timeline();
    private boolean isOpen;

    public TileRow() {
        tiles.forEach(tile -> HBox.setHgrow(tile, Priority.ALWAYS));
        row.getChildren().addAll(tiles);
        row.setMinHeight(WorkerTile.HEIGHT);
        row.setMaxHeight(WorkerTile.HEIGHT);
        verdicts.setMinHeight(LOW);
        verdicts.setMaxHeight(LOW);
        setAlignment(Pos.TOP_LEFT);
        getStyleClass().add("tile-row");
        getChildren().addAll(row, verdicts);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        height.subscribe(now -> {
            setMinHeight(now.doubleValue());
            setMaxHeight(now.doubleValue());
            row.setVisible(now.doubleValue() > LOW);
            verdicts.setVisible(now.doubleValue() <= LOW);
        });
    }

    /// @param slots four, or none
    public void show(List<Slot> slots, Instant now) {
        for (int index = 0; index < tiles.size(); index++) {
            tiles.get(index).show(index < slots.size() ? slots.get(index) : new Slot.Idle(), now);
        }
    }

    /// @param last the run whose verdicts stand here while nothing runs
    public void show(Optional<RunOutcome> last) {
        verdicts.show(last);
    }

    /// High while something runs. What lies below moves there slowly enough to be followed.
    public void open(boolean wanted) {
        if (wanted == isOpen) {
            return;
        }
        isOpen = wanted;
        move.stop();
        double end = wanted ? HIGH : LOW;
        if (Motion.isReduced()) {
            height.set(end);
            return;
        }
        Duration wait = wanted ? Duration.ZERO : REST;
        move = new Timeline(
                new KeyFrame(wait, new KeyValue(height, height.get())),
                new KeyFrame(wait.add(MOVE), new KeyValue(height, end, Interpolator.EASE_BOTH)));
        move.play();
    }
}
