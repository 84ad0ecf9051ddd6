package io.github.parallelvalidation.ui.control;

import io.github.parallelvalidation.gate.FailureReason;
import io.github.parallelvalidation.queue.Status;
import io.github.parallelvalidation.result.Failure;
import io.github.parallelvalidation.result.Judgement;
import io.github.parallelvalidation.ui.text.Texts;
import java.util.Optional;
import org.kordamp.ikonli.feather.Feather;

/// The presentation of a status: a glyph, a word and a role, never a colour alone.
public record StatusLook(Feather glyph, String word, Role role) implements Comparable<StatusLook> {

    /// @param written the status as the queue has it, for those that are not ours
    public static StatusLook of(Status status, String written) {
        return switch (status) {
            case PENDING, L0_PENDING -> new StatusLook(Feather.CIRCLE, Texts.of("status.l0.awaits"), Role.MUTED);
            case L0_VALIDATING -> new StatusLook(Feather.LOADER, Texts.of("status.l0.validating"), Role.ACCENT);
            case L0_PASSED -> new StatusLook(Feather.CHECK, Texts.of("status.l0.passed"), Role.SUCCESS);
            case L0_FAILED -> new StatusLook(Feather.X, Texts.of("status.l0.failed"), Role.DANGER);
            case L0_TIMEOUT -> new StatusLook(Feather.CLOCK, Texts.of("status.l0.timeout"), Role.WARNING);
            case L1_PENDING -> new StatusLook(Feather.CIRCLE, Texts.of("status.l1.awaits"), Role.MUTED);
            case L1_VALIDATING -> new StatusLook(Feather.LOADER, Texts.of("status.l1.validating"), Role.ACCENT);
            case L1_PASSED -> new StatusLook(Feather.CHECK_CIRCLE, Texts.of("status.l1.passed"), Role.SUCCESS);
            case L1_FAILED -> new StatusLook(Feather.X, Texts.of("status.l1.failed"), Role.DANGER);
            case L1_TIMEOUT -> new StatusLook(Feather.CLOCK, Texts.of("status.l1.timeout"), Role.WARNING);
            case FIXABLE_FAILURE -> new StatusLook(Feather.REFRESH_CW, Texts.of("status.fixable"), Role.WARNING);
            case FAILED_TIMEOUT -> new StatusLook(Feather.CLOCK, Texts.of("status.timeout.twice"), Role.DANGER);
            case ERROR -> new StatusLook(Feather.ALERT_OCTAGON, Texts.of("status.error"), Role.DANGER);
            case FOREIGN -> new StatusLook(Feather.MINUS, written, Role.MUTED);
        };
    }

    /// The status with which a strategy was judged.
    public static StatusLook of(Judgement judgement) {
        return of(
                judgement.status(), "", Optional.ofNullable(judgement.failure()).map(Failure::reason));
    }

    /// What nothing was judged of looks different from what failed its gates: it says nothing of the idea.
    ///
    /// @param reason why it is unsuccessful
    public static StatusLook of(Status status, String written, Optional<FailureReason> reason) {
        StatusLook look = of(status, written);
        return status.isUnsuccessful() ? look.unless(reason) : look;
    }

    /// The same, unless nothing could be judged for this reason.
    public StatusLook unless(Optional<FailureReason> reason) {
        return switch (reason.orElse(null)) {
            case DATA_UNAVAILABLE -> new StatusLook(Feather.DATABASE, Texts.of("status.data.none"), Role.WARNING);
            case DATA_INVALID -> new StatusLook(Feather.DATABASE, Texts.of("status.data.broken"), Role.WARNING);
            case STRATEGY_INVALID -> new StatusLook(Feather.FILE_MINUS, Texts.of("status.file.broken"), Role.WARNING);
            case null, default -> this;
        };
    }

    /// A pass that the run's own thresholds did not give.
    public StatusLook relaxed() {
        return new StatusLook(glyph, Texts.of("status.relaxed", word), Role.WARNING);
    }

    /// What was run at L1 because somebody insisted: its pass is not what others' are.
    public StatusLook withoutL0() {
        return new StatusLook(glyph, Texts.of("status.insisted", word), role == Role.SUCCESS ? Role.WARNING : role);
    }

    @Override
    public int compareTo(StatusLook other) {
        return word.compareTo(other.word);
    }
}
