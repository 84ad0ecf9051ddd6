package io.github.parallelvalidation.display;

import io.github.parallelvalidation.plan.RunEstimate;

/// Words how long a run will take.
public final class EstimateText {
    private EstimateText() {}

    /// "Validate 5,000 at L0?"
    public static String question(RunEstimate estimate) {
        return "Validate %s at %s?".formatted(Figures.many(estimate.strategies()), estimate.tier());
    }

    public static String of(RunEstimate estimate) {
        if (estimate.seconds().isEmpty()) {
            return ("How long this takes is not known: nothing was measured at %s here yet. The run line says so as"
                + " soon as ten have come to a result; a run can be cancelled at any time, and keeps what it has.")
                    .formatted(estimate.tier());
        }
        return ("It takes about %s with %d at once, if each takes as long as in earlier runs. It can be cancelled at"
                        + " any time, and keeps what it has.")
                .formatted(Figures.seconds(estimate.seconds().getAsDouble()), estimate.workers());
    }
}
