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
        assertThat(StatusChanges.mayFinish(Status.FOREIGN, next, false)).isFalse();
        assertThat(StatusChanges.mayFinish(Status.FOREIGN, next, true)).isFalse();
        assertThat(StatusChanges.mayBegin(Status.FOREIGN, true, next)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = Status.class,
            names = {"PENDING", "L0_PENDING", "L1_PENDING", "FOREIGN"})
    void weNeverWriteAWaitingStatusAsAVerdict(Status next) {
        for (Status current : Status.values()) {
            assertThat(StatusChanges.mayFinish(current, next, false)).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "L0_VALIDATING, L0_PASSED, true",
        "PENDING, L0_PASSED, true",
        "L0_VALIDATING, L0_FAILED, true",
        "L0_VALIDATING, L0_TIMEOUT, true",
        "L0_TIMEOUT, FAILED_TIMEOUT, true",
        "L0_VALIDATING, L1_PASSED, false",
        "L1_VALIDATING, L0_FAILED, false",
        "L0_PASSED, L0_FAILED, false",
        "L0_FAILED, L0_PASSED, false",
        "FIXABLE_FAILURE, L0_PASSED, false",
        "L1_PASSED, ERROR, false",
    })
    void aVerdictIsWrittenOverWhatWaitsOrIsAtWork(Status current, Status next, boolean legal) {
        assertThat(StatusChanges.mayFinish(current, next, false)).isEqualTo(legal);
    }

    @ParameterizedTest
    @CsvSource({
        "L0_FAILED, L0_PASSED, true",
        "FIXABLE_FAILURE, L0_PASSED, true",
        "FIXABLE_FAILURE, L1_PASSED, true",
        "L1_FAILED, L0_PASSED, false",
        "L0_VALIDATING, L0_PASSED, false",
        "PENDING, L0_PASSED, false",
        "ERROR, L0_PASSED, false",
    })
    void aRelaxedGateTurnsOnlyAFailureIntoAPass(Status current, Status next, boolean legal) {
        assertThat(StatusChanges.mayFinish(current, next, true)).isEqualTo(legal);
    }

    @ParameterizedTest
    @CsvSource({
        "PENDING, L0_VALIDATING, true",
        "L0_TIMEOUT, L0_VALIDATING, true",
        "L0_VALIDATING, L0_TIMEOUT, true",
        "L0_PASSED, L1_VALIDATING, true",
        "L0_PASSED, L0_VALIDATING, false",
        "L1_PASSED, L0_VALIDATING, false",
        "L0_FAILED, L0_TIMEOUT, false",
    })
    void aMarkIsWrittenOverWhatWaitsOrIsAtWorkAndOverWhatWasPlannedAsItIs(Status current, Status mark, boolean legal) {
        assertThat(StatusChanges.mayBegin(current, false, mark)).isEqualTo(legal);
        assertThat(StatusChanges.mayBegin(current, true, mark)).isTrue();
    }

    @Test
    void thePipelinesWordsForWaitingAreUnderstood() {
        assertThat(Status.parse("awaiting_l0")).isEqualTo(Status.L0_PENDING);
        assertThat(Status.parse("Queued")).isEqualTo(Status.PENDING);
        assertThat(Status.parse("")).isEqualTo(Status.PENDING);
        assertThat(Status.parse("paper trading")).isEqualTo(Status.FOREIGN);
    }
}
