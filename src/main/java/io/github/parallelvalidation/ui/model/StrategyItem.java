package io.github.parallelvalidation.ui.model;

import io.github.parallelvalidation.workspace.StrategyId;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/// One strategy of a table: the same object for as long as the strategy is in it, while what its row says changes. So
/// a table need not look for what is new: cells that are shown follow the row, and a selection stays where it is.
public final class StrategyItem {
    private final ObjectProperty<StrategyRow> row;
    private StrategyRow read;
    private int position;

    /// @param position its place in the queue or among the results, from 0
    public StrategyItem(StrategyRow row, int position) {
        this.row = new SimpleObjectProperty<>(row);
        this.read = row;
        this.position = position;
    }

    public StrategyId id() {
        return read.id();
    }

    public int position() {
        return position;
    }

    /// Its row as it is now.
    public StrategyRow now() {
        return row.get();
    }

    public ReadOnlyObjectProperty<StrategyRow> row() {
        return row;
    }

    /// Its row as the files have it, whatever a run has made of it since.
    StrategyRow read() {
        return read;
    }

    /// The files were read again; what the row says is set apart.
    void read(StrategyRow inFile, int place) {
        read = inFile;
        position = place;
    }

    /// @return whether that is something else than before
    boolean show(StrategyRow newRow) {
        if (newRow.equals(row.get())) {
            return false;
        }
        row.set(newRow);
        return true;
    }
}
