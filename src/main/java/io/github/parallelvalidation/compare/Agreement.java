package io.github.parallelvalidation.compare;

import java.util.OptionalDouble;

/// How much two strategies say the same.
///
/// @param one place among those that are compared, from 0
/// @param other a later place
/// @param scores rank correlation of their scores, bar by bar, at L0
/// @param signals of the bars on which one of them signals, the share on which both do, the same way, at L0
/// @param returns correlation of their daily returns, at L1
/// @param lacking why nothing of it is known, without a full stop; empty where something is
public record Agreement(
        int one, int other, OptionalDouble scores, OptionalDouble signals, OptionalDouble returns, String lacking) {}
