package io.github.parallelvalidation.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.queue.QueueEntry;
import io.github.parallelvalidation.queue.Status;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class L0PassesTest {

    /// @param mark of the entry: L1 was insisted on
    @ParameterizedTest
    @CsvSource({
        "L0_PASSED, false, , true",
        "L0_PASSED, false, false, true",
        "L0_PASSED, true, , true",
        "PENDING, false, true, false",
        "L0_FAILED, false, true, false",
        "L1_PENDING, false, , true",
        "L1_PENDING, false, false, false",
        "L1_FAILED, false, , true",
        "L1_FAILED, true, , false",
        "L1_PASSED, true, true, false",
        "L1_PASSED, false, true, true",
        "FIXABLE_FAILURE, false, , false",
        "FIXABLE_FAILURE, false, true, true",
        "ERROR, true, true, false",
    })
    void theStatusIsBelievedUnlessAMarkOrARecordSaysOtherwise(
            Status status, boolean mark, Boolean recorded, boolean expected) {
        QueueEntry plain = ChosenStrategiesTest.queue(status).entries().getFirst();
        QueueEntry entry = new QueueEntry(
                plain.id(),
                plain.name(),
                status,
                plain.statusText(),
                plain.statusWritten(),
                plain.priority(),
                0,
                1,
                plain.failureReason(),
                mark);
        L0Passes passes = new L0Passes(recorded == null ? Map.of() : Map.of(entry.id(), recorded));

        assertThat(passes.has(entry)).isEqualTo(expected);
    }
}
