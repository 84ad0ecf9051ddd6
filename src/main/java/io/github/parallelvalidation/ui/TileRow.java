package io.github.parallelvalidation.ui;

import io.github.parallelvalidation.run.RunSnapshot;
import io.github.parallelvalidation.run.Slot;
import io.github.parallelvalidation.settings.Settings;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/// The four worker places; always four, each where it was.
final class TileRow extends HBox {
    private final List<WorkerTile> tiles = IntStream.rangeClosed(1, Settings.MOST_WORKERS)
            .mapToObj(WorkerTile::new)
            .toList();

    TileRow() {
        super(8);
        getChildren().addAll(tiles);
    }

    void dress(Theme theme) {
        tiles.forEach(tile -> tile.dress(theme));
    }

    void show(@Nullable RunSnapshot snapshot) {
        Instant now = Instant.now();
        for (int i = 0; i < tiles.size(); i++) {
            tiles.get(i)
                    .show(snapshot == null ? new Slot.Idle() : snapshot.slots().get(i), now);
        }
    }
}
