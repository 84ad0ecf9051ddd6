package io.github.parallelvalidation.run;

import io.github.parallelvalidation.gate.FailureReason;
import io.github.parallelvalidation.workspace.StrategyId;
import java.util.Optional;

/// What was found out about a strategy that waits, before it is run.
///
/// @param stops what it would fail for; empty where it is only worth a look
/// @param sentence with the place
public record Finding(StrategyId id, Optional<FailureReason> stops, String sentence) {}
