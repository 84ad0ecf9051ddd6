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
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a run with four workers says one worker would have needed is what one worker needs. Of both the time is taken
/// away in which other programs had the processors, so that the comparison holds on a busy machine.
@DisabledOnOs(OS.WINDOWS)
class SavedTimeTest {
    private static final String METRICS = "metrics: {signal_frequency: 84, hit_rate: 0.56, ic: 0.04}";
    private static final int STRATEGIES = 12;
    private static final double FEW_PERCENT = 0.15;
    private static final int MEASUREMENTS = 3;

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
        Comparison compared = compare("first", work, eachItsOwn);
        // A virtual machine may become faster or slower by a quarter between two runs. What is wrong stays wrong.
        for (int again = 1; again < MEASUREMENTS && !compared.agrees(); again++) {
            compared = compare("again-" + again, work, eachItsOwn);
        }
        assertThat(compared.said()).as(kind).isCloseTo(compared.needed(), within(FEW_PERCENT * compared.needed()));
        assertThat(compared.savedByOne()).as("nothing is saved by one").isLessThan(FEW_PERCENT * compared.needed());
    }

    /// @param said what the run of four says one worker would have needed
    /// @param needed what one worker needed
    /// @param savedByOne what the run of one says was saved
    private record Comparison(double said, double needed, double savedByOne) {
        boolean agrees() {
            return Math.abs(said - needed) <= FEW_PERCENT * needed && savedByOne < FEW_PERCENT * needed;
        }
    }

    private Comparison compare(String name, String work, boolean eachItsOwn) throws IOException {
        RunOutcome four = run(name + "/four", work, 4, eachItsOwn);
        RunOutcome one = run(name + "/one", work, 1, eachItsOwn);
        // Processors that share a cache or a core slow each other down. The same work then takes more processor time,
        // and no run of four can know how much less it would have been.
        double slower = cpuSeconds(four) - cpuSeconds(one);
        return new Comparison(
                four.timing().sequentialEquivalentSeconds(),
                one.timing().sequentialEquivalentSeconds() + slower,
                one.timing().savedSeconds());
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
