package io.github.parallelvalidation.display;

import java.util.Locale;

/// Words the code of a failure reason.
public final class ReasonText {
    private ReasonText() {}

    /// `ic below threshold` for `ic_below_threshold`; codes of other programs are worded the same way.
    public static String of(String code) {
        return code.replace('_', ' ').toLowerCase(Locale.ROOT);
    }
}
