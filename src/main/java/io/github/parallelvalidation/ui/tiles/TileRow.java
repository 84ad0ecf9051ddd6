package io.github.parallelvalidation.ui.tiles;

import io.github.parallelvalidation.run.RunSnapshot;
import io.github.parallelvalidation.run.Slot;
import io.github.parallelvalidation.settings.Settings;
import io.github.parallelvalidation.ui.control.Parts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// The row of tiles for the four worker slots.
public final class TileRow extends HBox {
    private final List<WorkerTile> tiles =
            Stream.generate(WorkerTile::new).limit(Settings.MOST_WORKERS).toList();

    public TileRow() {
        super(Parts.GRID);
        tiles.forEach(tile -> HBox.setHgrow(tile, Priority.ALWAYS));
        getChildren().addAll(tiles);
        getStyleClass().add("tile-row");
    }

    public void show(Optional<RunSnapshot> snapshot, Instant now) {
        for (int index = 0; index < tiles.size(); index++) {
            int slot = index;
            tiles.get(index)
                    .show(
                            snapshot.map(RunSnapshot::slots)
                                    .map(slots -> slots.get(slot))
                                    .orElseGet(Slot.Idle::new),
                            now);
        }
    }
}
