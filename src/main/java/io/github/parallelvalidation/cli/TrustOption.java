package io.github.parallelvalidation.cli;

import io.github.parallelvalidation.run.Validation;
import io.github.parallelvalidation.trust.NotAcceptedException;
import picocli.CommandLine.Option;

/// The option `--trust` of the commands that start programs.
final class TrustOption {
    /// What is required may be found in more than one step; whoever changes it all the time is not followed.
    private static final int MOST = 5;

    @Option(
            names = "--trust",
            description = "Accepts, for this once, the programs that the workspace names as the command begins.")
    private boolean trust;

    boolean isGiven() {
        return trust;
    }

    /// Makes sure, before anything is written, that what is to be started was accepted, or is by the option.
    ///
    /// @param required throws where something was not accepted
    /// @throws NotAcceptedException when something was not and the option is not given
    void settle(Validation validation, Runnable required) {
        for (int asked = 1; ; asked++) {
            try {
                required.run();
                return;
            } catch (NotAcceptedException e) {
                if (!trust || asked == MOST) {
                    throw e;
                }
                validation.acceptances().acceptOnce(e.workspace(), e.programs());
            }
        }
    }
}
