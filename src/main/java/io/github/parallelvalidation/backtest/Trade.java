package io.github.parallelvalidation.backtest;

/// One closed trade.
///
/// @param direction +1 long, -1 short
/// @param entryBar index of the bar at whose open it was opened
/// @param exitBar index of the bar at whose open it was closed, or at whose close where the window or the money ended
/// @param netReturn share of the equity won or lost, costs of both sides included; never below -1
record Trade(int direction, int entryBar, int exitBar, double netReturn) {}
