package io.github.parallelvalidation.queue;

import io.github.parallelvalidation.gate.Tier;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The status of a strategy. A status that we do not know is [#FOREIGN]: shown as it is written, never touched.
public enum Status {
    PENDING,
    L0_PENDING,
    L0_VALIDATING,
    L0_PASSED,
    L0_FAILED,
    L0_TIMEOUT,
    L1_PENDING,
    L1_VALIDATING,
    L1_PASSED,
    L1_FAILED,
    L1_TIMEOUT,
    FIXABLE_FAILURE,
    FAILED_TIMEOUT,
    ERROR,
    FOREIGN;

    /// The pipeline's own.
    private static final Map<String, Status> OTHER_WORDS =
            Map.of("QUEUED", PENDING, "AWAITING_L0", L0_PENDING, "AWAITING_L1", L1_PENDING);

    /// Case-insensitive; tolerates the pipeline's other words for pending.
    public static Status parse(String text) {
        String word = word(text);
        if (word.isEmpty()) {
            return PENDING;
        }
        return Optional.ofNullable(OTHER_WORDS.get(word)).or(() -> known(word)).orElse(FOREIGN);
    }

    /// As a status is compared.
    static String word(String text) {
        return text.strip().toUpperCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
    }

    /// All that are known.
    static Stream<String> words() {
        return Stream.concat(
                Arrays.stream(values()).filter(status -> status != FOREIGN).map(Status::name),
                OTHER_WORDS.keySet().stream().sorted());
    }

    private static Optional<Status> known(String word) {
        for (Status status : values()) {
            if (status != FOREIGN && status.name().equals(word)) {
                return Optional.of(status);
            }
        }
        return Optional.empty();
    }

    public boolean awaits(Tier tier) {
        return switch (tier) {
            case L0 -> this == PENDING || this == L0_PENDING;
            case L1 -> this == L0_PASSED || this == L1_PENDING;
        };
    }

    public static Status validating(Tier tier) {
        return tier == Tier.L0 ? L0_VALIDATING : L1_VALIDATING;
    }

    public static Status passed(Tier tier) {
        return tier == Tier.L0 ? L0_PASSED : L1_PASSED;
    }

    public static Status failed(Tier tier) {
        return tier == Tier.L0 ? L0_FAILED : L1_FAILED;
    }

    public boolean isValidating() {
        return this == L0_VALIDATING || this == L1_VALIDATING;
    }

    public static Status timeout(Tier tier) {
        return tier == Tier.L0 ? L0_TIMEOUT : L1_TIMEOUT;
    }

    /// Ours while a run is on: being validated, or timed out with the retry due.
    public boolean isUnderway() {
        return isValidating() || this == L0_TIMEOUT || this == L1_TIMEOUT;
    }

    /// The status of one that was underway and waits for the same tier again.
    public Status waitingAgain() {
        return switch (this) {
            case L0_VALIDATING, L0_TIMEOUT -> PENDING;
            case L1_VALIDATING, L1_TIMEOUT -> L1_PENDING;
            default -> throw new IllegalStateException(this + " is not underway");
        };
    }

    /// Validated at this tier, or underway there.
    boolean isOf(Tier tier) {
        return name().startsWith(tier.name());
    }

    /// The tier that it speaks of, where it tells.
    public Optional<Tier> tier() {
        return Arrays.stream(Tier.values()).filter(this::isOf).findFirst();
    }

    /// Whether it says that L0 was passed; empty where it does not tell of which tier it speaks.
    public Optional<Boolean> passedL0() {
        return switch (this) {
            case L0_PASSED, L1_PENDING, L1_VALIDATING, L1_PASSED, L1_FAILED, L1_TIMEOUT -> Optional.of(true);
            case PENDING, L0_PENDING, L0_VALIDATING, L0_FAILED, L0_TIMEOUT -> Optional.of(false);
            case FIXABLE_FAILURE, FAILED_TIMEOUT, ERROR, FOREIGN -> Optional.empty();
        };
    }

    public boolean isPassed() {
        return this == L0_PASSED || this == L1_PASSED;
    }

    /// A final status without a pass.
    public boolean isUnsuccessful() {
        return switch (this) {
            case L0_FAILED, L1_FAILED, L0_TIMEOUT, L1_TIMEOUT, FIXABLE_FAILURE, FAILED_TIMEOUT, ERROR -> true;
            default -> false;
        };
    }
}
