package io.github.parallelvalidation.queue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class StatusChangesTest {
    @ParameterizedTest
    @EnumSource(Status.class)
    void nothingIsWrittenOverAForeignStatus(Status next) {
        assertThat(StatusChanges.legal(Status.FOREIGN, next)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = Status.class,
            names = {"PENDING", "L0_PENDING", "L1_PENDING", "FOREIGN"})
    void weNeverWriteAWaitingStatusAsAVerdict(Status next) {
        for (Status current : Status.values()) {
            assertThat(StatusChanges.legal(current, next)).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "L0_VALIDATING, L0_PASSED, true",
        "L0_VALIDATING, L0_FAILED, true",
        "L0_VALIDATING, L0_TIMEOUT, true",
        "L0_TIMEOUT, FAILED_TIMEOUT, true",
        "L0_VALIDATING, L1_PASSED, false",
        "L1_VALIDATING, L0_FAILED, false",
        "L0_PASSED, L0_FAILED, false",
        "L0_FAILED, L0_PASSED, true",
        "FIXABLE_FAILURE, L0_PASSED, true",
        "L0_PASSED, L1_VALIDATING, true",
        "L1_PASSED, ERROR, false",
    })
    void theTable(Status current, Status next, boolean legal) {
        assertThat(StatusChanges.legal(current, next)).isEqualTo(legal);
    }

    @Test
    void thePipelinesWordsForWaitingAreUnderstood() {
        assertThat(Status.parse("awaiting_l0")).isEqualTo(Status.L0_PENDING);
        assertThat(Status.parse("Queued")).isEqualTo(Status.PENDING);
        assertThat(Status.parse("")).isEqualTo(Status.PENDING);
        assertThat(Status.parse("paper trading")).isEqualTo(Status.FOREIGN);
    }
}
