package io.github.parallelvalidation.escalation;

import java.util.Locale;

/// What can be decided.
public enum EscalationOption {
    /// Run the unsuccessful ones again with fresh workers.
    RETRY,
    /// Judge the same results by relaxed thresholds.
    RELAX,
    /// Ask for a strategy meeting.
    MEETING,
    /// Go on with those that passed.
    CONTINUE;

    /// The name in files and on the command line.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
