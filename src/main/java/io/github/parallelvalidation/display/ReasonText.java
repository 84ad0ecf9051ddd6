package io.github.parallelvalidation.display;

import java.util.Locale;

/// A failure reason's code as people say it.
public final class ReasonText {
    private ReasonText() {}

    /// `ic below threshold` for `ic_below_threshold`; codes of other programs are worded the same way.
    public static String of(String code) {
        return code.replace('_', ' ').toLowerCase(Locale.ROOT);
    }
}
