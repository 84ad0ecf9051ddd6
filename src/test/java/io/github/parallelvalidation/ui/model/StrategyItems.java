package io.github.parallelvalidation.ui.model;

/// Changes items as the model would.
public final class StrategyItems {
    private StrategyItems() {}

    public static void show(StrategyItem item, StrategyRow row) {
        item.show(row);
    }
}
