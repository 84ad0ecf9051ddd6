package io.github.parallelvalidation.idea;

import java.util.List;

/// A symbol of which the workspace has bars.
///
/// @param timeframes those that there are, or that can be built from finer ones; the finest first
public record Series(String symbol, List<String> timeframes) {
    public Series {
        timeframes = List.copyOf(timeframes);
    }
}
