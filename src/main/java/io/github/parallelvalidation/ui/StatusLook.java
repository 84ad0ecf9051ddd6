package io.github.parallelvalidation.ui;

import io.github.parallelvalidation.merge.Ending;
import io.github.parallelvalidation.queue.Status;
import org.kordamp.ikonli.feather.Feather;

/// How a state looks: never by colour alone, always with a glyph and a word.
///
/// @param role the colour role, a style class
record StatusLook(Feather glyph, String word, String role) {
    static final String SUCCESS = "role-success";
    static final String DANGER = "role-danger";
    static final String WARNING = "role-warning";
    static final String ACCENT = "role-accent";
    static final String MUTED = "role-muted";

    static final StatusLook VALIDATING = new StatusLook(Feather.LOADER, "validating", ACCENT);

    static StatusLook of(Status status, String written) {
        return switch (status) {
            case PENDING, L0_PENDING -> new StatusLook(Feather.CIRCLE, "awaits L0", MUTED);
            case L1_PENDING -> new StatusLook(Feather.CIRCLE, "awaits L1", MUTED);
            case L0_VALIDATING, L1_VALIDATING -> VALIDATING;
            case L0_PASSED -> new StatusLook(Feather.CHECK, "L0 passed", SUCCESS);
            case L1_PASSED -> new StatusLook(Feather.CHECK, "L1 passed", SUCCESS);
            case L0_FAILED -> new StatusLook(Feather.X, "L0 failed", DANGER);
            case L1_FAILED -> new StatusLook(Feather.X, "L1 failed", DANGER);
            case L0_TIMEOUT, L1_TIMEOUT -> new StatusLook(Feather.CLOCK, "timed out, retry", WARNING);
            case FIXABLE_FAILURE -> new StatusLook(Feather.TOOL, "fixable", WARNING);
            case FAILED_TIMEOUT -> new StatusLook(Feather.CLOCK, "timed out", WARNING);
            case ERROR -> new StatusLook(Feather.ALERT_TRIANGLE, "error", WARNING);
            case FOREIGN -> new StatusLook(Feather.MINUS, written, MUTED);
        };
    }

    static StatusLook of(Ending ending) {
        return switch (ending) {
            case PASS -> new StatusLook(Feather.CHECK, "PASS", SUCCESS);
            case FAIL -> new StatusLook(Feather.X, "FAIL", DANGER);
            case TIMEOUT -> new StatusLook(Feather.CLOCK, "TIME-OUT", WARNING);
            case ERROR -> new StatusLook(Feather.ALERT_TRIANGLE, "ERROR", WARNING);
        };
    }
}
