package io.github.parallelvalidation.result;

/// The outcome of a run in one word.
public enum Outcome {
    ALL_PASS,
    MIXED,
    ALL_FAIL,
    NOTHING_PENDING;

    public static Outcome of(RunSummary summary) {
        if (summary.total() == 0) {
            return NOTHING_PENDING;
        }
        if (summary.passed() == summary.total()) {
            return ALL_PASS;
        }
        return summary.passed() == 0 ? ALL_FAIL : MIXED;
    }
}
