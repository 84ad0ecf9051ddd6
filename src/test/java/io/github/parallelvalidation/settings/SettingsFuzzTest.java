package io.github.parallelvalidation.settings;

import io.github.parallelvalidation.Fuzz;
import io.github.parallelvalidation.gate.Tier;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Damaged settings: read, or refused.
class SettingsFuzzTest {
    private static final String EVERY_KEY = """
        parallel_validation:
          max_workers: 4   # at once
          worker_timeout_seconds: 600
          l0_timeout_multiplier: 1.0
          polling_interval_seconds: .5
          fail_fast: no
          auto_escalate_threshold: 0.5
          executor: local
          resource_limits: {memory_per_worker_mb: 200, cpu_percent_per_worker: 30}
          worker:
            command: [python3, "my worker.py", --tier, "{tier}"]
          notify: {command: []}
        """;

    @TempDir
    private Path folder;

    private void fuzz(String kind, List<byte[]> corpus, ReadingFile reading) throws IOException {
        Path file = folder.resolve(kind + ".yaml");
        Fuzz.of(kind, corpus, bytes -> {
            Fuzz.write(file, bytes);
            reading.read(file);
        });
    }

    private interface ReadingFile {
        void read(Path file);
    }

    private static List<byte[]> corpus(String name, String more) {
        List<byte[]> corpus = new ArrayList<>(Fuzz.files("assets", name));
        corpus.add(more.getBytes(StandardCharsets.UTF_8));
        return corpus;
    }

    @Test
    void damagedSettingsAreReadOrRefusedWithTheirPlace() throws IOException {
        fuzz("settings", corpus("parallel-validation\\.yaml", EVERY_KEY), SettingsFile::read);
    }

    @Test
    void aDamagedProtocolIsReadOrRefusedWithItsPlace() throws IOException {
        String protocol = """
            tiers:
              L0: {data_period: 6 months, gates: {min_ic: 0.01}, warmup_bars: 10}
              L1: &l
                data_period: P1Y
                gates:
                  min_sharpe: 1e0
                max_fdr_q: .1
            """;
        fuzz("protocol", corpus("tiered-validation-protocol\\.yaml", protocol), file -> {
            TierProtocolFile.read(file, Tier.L0);
            TierProtocolFile.read(file, Tier.L1);
        });
    }

    @Test
    void damagedFixableErrorsAreReadOrRefusedWithTheirPlace() throws IOException {
        fuzz(
                "fixable",
                corpus("fixable-errors\\.yaml", "fixable_errors:\n  ic_below_threshold: true\n  theirs: [a]\n"),
                FixableErrorsFile::read);
    }
}
