package io.github.parallelvalidation.ui.picture;

/// A position in a picture of prices, as a line from where it was entered to where it was left.
///
/// @param won whether it gained after costs
public record PriceTrade(int entryBar, double entryPrice, int exitBar, double exitPrice, boolean won) {}
