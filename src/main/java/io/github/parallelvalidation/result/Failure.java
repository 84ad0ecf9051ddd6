package io.github.parallelvalidation.result;

import io.github.parallelvalidation.gate.FailureReason;

/// Why a strategy did not pass.
///
/// @param reason the decisive reason: the first that is not fixable, else the first
/// @param fixable whether all its reasons are fixable
/// @param message all of them in words
public record Failure(FailureReason reason, boolean fixable, String message) {}
