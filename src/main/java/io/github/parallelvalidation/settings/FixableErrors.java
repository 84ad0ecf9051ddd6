package io.github.parallelvalidation.settings;

import io.github.parallelvalidation.gate.FailureReason;
import java.util.Collection;
import java.util.Map;

/// Which failure reasons count as fixable by parameter variation.
///
/// @param overrides the settings of the file, which override each reason's default
public record FixableErrors(Map<FailureReason, Boolean> overrides) {
    public static final FixableErrors DEFAULT = new FixableErrors(Map.of());

    public FixableErrors {
        overrides = Map.copyOf(overrides);
    }

    public boolean isFixable(FailureReason reason) {
        return overrides.getOrDefault(reason, reason.fixableByDefault());
    }

    /// A strategy is fixable when all its failures are.
    public boolean allFixable(Collection<FailureReason> reasons) {
        return !reasons.isEmpty() && reasons.stream().allMatch(this::isFixable);
    }
}
