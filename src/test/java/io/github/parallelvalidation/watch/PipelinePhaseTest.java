package io.github.parallelvalidation.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PipelinePhaseTest {
    @TempDir
    private Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("current-run.yaml"), text);
    }

    @ParameterizedTest
    @CsvSource({
        "phase: 1, 1",
        "phase: '\"Phase 2\"', 2",
        "phase: 2/5, 2",
        "current_phase: phase_3_backtest, 3",
        "'run: {id: R-7, phase: PHASE-1}', 1",
        "'pipeline:\n  started: 2026-11-22\n  current_phase: \"2: validation\"', 2"
    })
    void thePhaseIsReadInTheFormsPeopleWrite(String text, int phase) throws IOException {
        assertThat(PipelinePhase.read(file(text.replace("'", ""))).map(PipelinePhase::number))
                .contains(phase);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "- phase: 1",
                "phase: validation",
                "phase: [1, 2]",
                "phase:",
                "step: 1",
                "phase: {now: 1",
                "phase: 123456789012"
            })
    void aShapeThatIsNotKnownIsNobodysObstacle(String text) throws IOException {
        assertThat(PipelinePhase.read(file(text))).isEmpty();
    }

    @Test
    void withoutTheFileThereIsNoPhase() {
        assertThat(PipelinePhase.read(folder.resolve("current-run.yaml"))).isEmpty();
    }
}
