package io.github.parallelvalidation.plan;

import java.util.Optional;

/// The position of a run in its chain: a first run and the retries that were decided on, at one tier.
///
/// @param follows the run id of the run that this one retries, or empty: it is a first run
/// @param wishes the follow-up options that were given with the first run of the chain
public record ChainLink(Optional<String> follows, RunWishes wishes) {
    /// A first run without follow-up options.
    public static final ChainLink FIRST = first(RunWishes.NONE);

    public static ChainLink first(RunWishes wishes) {
        return new ChainLink(Optional.empty(), wishes);
    }

    /// The link of a run that retries this one.
    ///
    /// @param runId the run that is retried
    public ChainLink next(String runId) {
        return new ChainLink(Optional.of(runId), wishes);
    }
}
