package io.github.parallelvalidation.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.parallelvalidation.queue.QueueEntry;
import io.github.parallelvalidation.queue.Status;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class L0PassesTest {

    @ParameterizedTest
    @CsvSource({
        "L0_PASSED, , true",
        "L0_PASSED, false, true",
        "PENDING, true, false",
        "L0_FAILED, true, false",
        "L1_PENDING, , true",
        "L1_PENDING, false, false",
        "L1_FAILED, , true",
        "L1_FAILED, false, false",
        "L1_PASSED, true, true",
        "FIXABLE_FAILURE, , false",
        "FIXABLE_FAILURE, true, true",
        "ERROR, true, true",
    })
    void theStatusIsBelievedUnlessARecordSaysOtherwise(Status status, Boolean recorded, boolean expected) {
        QueueEntry entry = ChosenStrategiesTest.queue(status).entries().getFirst();
        L0Passes passes = new L0Passes(recorded == null ? Map.of() : Map.of(entry.id(), recorded));

        assertThat(passes.has(entry)).isEqualTo(expected);
    }
}
