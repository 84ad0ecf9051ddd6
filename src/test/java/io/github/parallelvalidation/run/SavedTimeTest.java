package io.github.parallelvalidation.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.parallelvalidation.TestWorkspace;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.journal.RunOutcome;
import io.github.parallelvalidation.plan.RunRequest;
import io.github.parallelvalidation.supervise.ShellJava;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a run with four workers says one worker would have needed is what one worker needs. Of both the time is taken
/// away in which other programs had the processors; how much slower these make it nobody can tell.
@DisabledOnOs(OS.WINDOWS)
@Tag("alone") // measures how long things take
class SavedTimeTest {
    private static final String METRICS = "metrics: {signal_frequency: 84, hit_rate: 0.56, ic: 0.04}";
    private static final int STRATEGIES = 8;
    private static final double FEW_PERCENT = 0.15;

    @TempDir
    private Path root;

    @ParameterizedTest(name = "{0}, in processes of their own: {2}")
    @CsvSource({
        "workers that sleep,   'sleep 0.4', true",
        "workers that sleep,   'sleep 0.4', false",
        "workers that compute, 'i=0; while [ $i -lt 400000 ]; do i=$((i+1)); done', true",
        "workers that compute, 'i=0; while [ $i -lt 400000 ]; do i=$((i+1)); done', false"
    })
    void oneAfterAnotherIsWhatOneWorkerNeeds(String kind, String work, boolean eachItsOwn) throws IOException {
        RunOutcome four = run("four", work, 4, eachItsOwn);
        RunOutcome one = run("one", work, 1, eachItsOwn);

        double said = four.timing().sequentialEquivalentSeconds();
        // Processors that share a cache or a core slow each other down. The same work then takes more processor time,
        // and no run of four can know how much less it would have been.
        double slower = cpuSeconds(four) - cpuSeconds(one);
        double needed = one.timing().sequentialEquivalentSeconds() + slower;
        assertThat(said).as(kind).isCloseTo(needed, within(FEW_PERCENT * needed));
        assertThat(one.timing().savedSeconds()).as("nothing is saved by one").isLessThan(FEW_PERCENT * needed);
    }

    private static double cpuSeconds(RunOutcome outcome) {
        return outcome.strategies().stream()
                .flatMap(result -> result.effort().cards().stream())
                .mapToDouble(card -> card.usage().cpuSeconds())
                .sum();
    }

    private RunOutcome run(String name, String work, int workers, boolean eachItsOwn) throws IOException {
        Path folder = Files.createDirectories(root.resolve(name));
        TestWorkspace workspace = TestWorkspace.in(folder);
        workspace.write(
                ".crypto/config/parallel-validation.yaml",
                "parallel_validation: {max_workers: %d, worker: {reuse: %s}}\n".formatted(workers, !eachItsOwn));
        for (int i = 0; i < STRATEGIES; i++) {
            workspace.strategy("STR-3%02d".formatted(i));
        }
        return TestWorkspace.validation(ShellJava.in(folder, """
            %s
            echo '%s' > "$1/L0_results.yaml"
            echo 'status: COMPLETED' > "$1/L0_complete.yaml"
            """.formatted(work, METRICS)))
                .start(workspace.workspace(), RunRequest.of(Tier.L0))
                .execute();
    }
}
