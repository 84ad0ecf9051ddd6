package io.github.parallelvalidation;

import org.junit.jupiter.api.Assumptions;

/// What a test needs of the machine. Where it is missing the test is skipped; where the environment says `CI=true`, or
/// with `-Dneeds.required=true`, it fails: nobody reads there what was skipped.
public final class Needs {
    private static final boolean REQUIRED =
            Boolean.parseBoolean(System.getenv("CI")) || Boolean.getBoolean("needs.required");

    private Needs() {}

    /// @param missing what is not there otherwise, and what would help
    public static void that(boolean there, String missing) {
        if (there) {
            return;
        }
        if (REQUIRED) {
            throw new AssertionError("this test cannot run here, and in CI no test is skipped: " + missing);
        }
        Assumptions.abort(missing);
    }
}
