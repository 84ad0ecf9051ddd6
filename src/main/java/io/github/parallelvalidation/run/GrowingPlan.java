package io.github.parallelvalidation.run;

import io.github.parallelvalidation.plan.ExecutionPlan;
import io.github.parallelvalidation.plan.PlannedStrategy;

/// The plan of a run, which grows where strategies join it while it is on.
final class GrowingPlan {
    private volatile ExecutionPlan plan;

    GrowingPlan(ExecutionPlan plan) {
        this.plan = plan;
    }

    /// As it is now.
    ExecutionPlan now() {
        return plan;
    }

    synchronized void add(PlannedStrategy joined) {
        plan = plan.with(joined);
    }
}
