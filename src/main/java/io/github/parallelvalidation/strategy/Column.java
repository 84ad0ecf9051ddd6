package io.github.parallelvalidation.strategy;

import io.github.parallelvalidation.data.Bars;
import java.util.Locale;

/// A bar column, by its name in expressions.
enum Column {
    OPEN,
    HIGH,
    LOW,
    CLOSE,
    VOLUME;

    double[] of(Bars bars) {
        return switch (this) {
            case OPEN -> bars.open();
            case HIGH -> bars.high();
            case LOW -> bars.low();
            case CLOSE -> bars.close();
            case VOLUME -> bars.volume();
        };
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
