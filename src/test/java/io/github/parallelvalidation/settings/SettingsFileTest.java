package io.github.parallelvalidation.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.parallelvalidation.gate.L0Gates;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.workspace.Problem;
import io.github.parallelvalidation.workspace.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsFileTest {
    @TempDir
    private Path folder;

    private Path file(String text) throws IOException {
        Path file = folder.resolve("file.yaml");
        Files.writeString(file, text);
        return file;
    }

    @Test
    void noFileMeansTheDefaults() {
        assertThat(SettingsFile.read(folder.resolve("none.yaml")).settings()).isEqualTo(Settings.DEFAULT);
    }

    @Test
    void whatIsWrittenCountsAndWhatIsNotKeepsItsDefault() throws IOException {
        Settings settings = SettingsFile.read(file("""
            parallel_validation:
              max_workers: 2
              l1_timeout_multiplier: 2
              worker:
                command: [a, b]
            """)).settings();
        assertThat(settings.parallelism().maxWorkers()).isEqualTo(2);
        assertThat(settings.timeouts().of(Tier.L1)).isEqualTo(Duration.ofMinutes(20));
        assertThat(settings.programs().worker()).containsExactly("a", "b");
        assertThat(settings.failures().autoEscalateThreshold()).isEqualTo(0.5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"placebo_worlds", "placebo_worlds_max"})
    void moreThan9999WorldsAreRefused(String key) throws IOException {
        Path most = file("tiers: {L0: {" + key + ": 9999}}\n");
        assertThat(TierProtocolFile.read(most, Tier.L0).placeboWorlds().most()).isEqualTo(9_999);
        Path more = file("tiers: {L0: {" + key + ": 10000}}\n");
        assertThatThrownBy(() -> TierProtocolFile.read(more, Tier.L0))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("file.yaml:1:")
                .hasMessageContaining(key + " must be")
                .hasMessageContaining("10000");
    }

    @Test
    void anUnknownKeyIsAWarningThatOffersTheNearest() throws IOException {
        assertThat(SettingsFile.read(file("parallel_validation:\n  max_worker: 2\n"))
                        .warnings())
                .singleElement()
                .extracting(Problem::headline)
                .asString()
                .contains("file.yaml:2:3", "max_worker", "max_workers");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{max_polling_attempts: 10}                               | 50   | 1",
                "{max_polling_attempts: 240}                              | 600  | 1",
                "{max_polling_attempts: 120}                              | 600  | 0",
                "{worker_timeout_seconds: 1200}                           | 1200 | 0",
                "{worker_timeout_seconds: 1200, max_polling_attempts: 120} | 600  | 1",
            })
    void pollingGivesUpWhereItsNumberIsGivenAndComesFirst(String settings, int seconds, int warnings)
            throws IOException {
        SettingsFile.Loaded loaded = SettingsFile.read(file("parallel_validation: " + settings + "\n"));
        assertThat(loaded.settings().timeouts().of(Tier.L0)).isEqualTo(Duration.ofSeconds(seconds));
        assertThat(loaded.settings().timeouts().of(Tier.L1)).isEqualTo(Duration.ofMillis(1500L * seconds));
        assertThat(loaded.warnings()).hasSize(warnings);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "max_polling_attempts: 10      | max_polling_attempts 10 times polling_interval_seconds 5 is 50 s: a"
                        + " worker is given up then, before the 600 s of worker_timeout_seconds",
                "max_polling_attempts: 240     | max_polling_attempts 240 times polling_interval_seconds 5 is 1200 s:"
                        + " the 600 s of worker_timeout_seconds come first",
                "polling_interval_seconds: 700 | polling_interval_seconds 700 is longer than the 600 s that a worker"
                        + " has at L0",
                "auto_retry: true, auto_retry_fixable: false | with auto_retry_fixable: false there are none",
            })
    void settingsThatLeaveOneAnotherWithoutEffectAreAWarningWithItsPlace(String settings, String said)
            throws IOException {
        assertThat(SettingsFile.read(file("parallel_validation: {" + settings + "}\n"))
                        .warnings())
                .singleElement()
                .extracting(Problem::headline)
                .asString()
                .contains("file.yaml:1:", said);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "max_workers: 5                | 1 to 4",
                "max_workers: two              | 'two'",
                "max_workers: 2.5              | '2.5'",
                "fail_fast: perhaps            | true or false",
                "auto_escalate_threshold: 1.5  | 0 to 1",
                "executor: cloud               | local",
                "worker: {command: [a, [b]]}   | single value",
                "worker: {command: []}         | must name a program",
                "on_escalation: perhaps        | ask, continue, retry, relax, meeting",
            })
    void aWrongTypeOrRangeIsAnErrorWithItsPlace(String line, String said) throws IOException {
        Path file = file("parallel_validation:\n  " + line + "\n");
        assertThatThrownBy(() -> SettingsFile.read(file))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("file.yaml:2:")
                .hasMessageContaining(said);
    }

    @Test
    void theProtocolOverridesEachGateAlone() throws IOException {
        TierProtocol protocol = TierProtocolFile.read(
                file("tiers: {L0: {data_period: 90 days, warmup_bars: 50, gates: {min_ic: 0.02}}}"), Tier.L0);
        assertThat(protocol.dataPeriod()).isEqualTo(Period.ofDays(90));
        assertThat(protocol.warmupBars()).isEqualTo(50);
        assertThat(protocol.gates()).isEqualTo(new L0Gates(10, 0.5, 0.005, 0.02));
    }

    @Test
    void theDefaultsAreSixMonthsAndAYear() {
        assertThat(TierProtocolFile.read(folder.resolve("none.yaml"), Tier.L0).dataPeriod())
                .isEqualTo(Period.ofMonths(6));
        assertThat(TierProtocolFile.read(folder.resolve("none.yaml"), Tier.L1).dataPeriod())
                .isEqualTo(Period.ofYears(1));
    }
}
