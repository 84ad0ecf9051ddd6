package io.github.parallelvalidation.compare;

import io.github.parallelvalidation.evidence.StrategyEvidence;
import io.github.parallelvalidation.gate.Metrics;
import io.github.parallelvalidation.workspace.StrategyId;

/// One of the strategies that are compared.
///
/// @param metrics of its result; none where there is none
/// @param evidence what its files say
public record ComparedStrategy(StrategyId id, String name, Metrics metrics, StrategyEvidence evidence) {}
