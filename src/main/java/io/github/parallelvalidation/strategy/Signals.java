package io.github.parallelvalidation.strategy;

/// What a strategy says at each bar.
///
/// @param score larger is more bullish; NaN where there is none
/// @param longs where it wants to be long; `shorts` where short
@SuppressWarnings("ArrayRecordComponent")
public record Signals(double[] score, boolean[] longs, boolean[] shorts) {}
