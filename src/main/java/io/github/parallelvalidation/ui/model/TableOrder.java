package io.github.parallelvalidation.ui.model;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/// What goes before the sorted column in the order of the queue's table.
public final class TableOrder {
    private final BooleanProperty runningFirst = new SimpleBooleanProperty();
    private final BooleanProperty byStatus = new SimpleBooleanProperty();

    /// Whether what a run is at stands on top.
    public BooleanProperty runningFirst() {
        return runningFirst;
    }

    /// Whether what has the same status stands together.
    public BooleanProperty byStatus() {
        return byStatus;
    }
}
