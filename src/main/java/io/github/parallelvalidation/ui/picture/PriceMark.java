package io.github.parallelvalidation.ui.picture;

/// What happens at a bar in a picture of prices.
///
/// @param direction +1 a signal to buy, -1 one to sell, 0 nothing that is drawn
/// @param words what there is to say about it where the cursor is
public record PriceMark(int bar, int direction, String words) {}
