package io.github.parallelvalidation.fix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.parallelvalidation.gate.FailureReason;
import io.github.parallelvalidation.gate.Metrics;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.strategy.ParameterVariation;
import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Attempts stand in a strategy's folder, which can come from a stranger.
@NullUnmarked
class FixAttemptFileTest {
    private static final FixAttempt ATTEMPT = new FixAttempt(
            new ParameterVariation(1, 0.9, Map.of("period", 14.0), Map.of("period", 13.0)),
            FailureReason.SIGNAL_FREQUENCY_LOW,
            null,
            new Metrics(Map.of(), Map.of()),
            List.of(),
            false,
            "no");

    @TempDir
    private Path folder;

    private Path results;
    private Path precious;

    @BeforeEach
    void make() throws IOException {
        Path strategy = new Workspace(folder.resolve("workspace")).strategies().resolve("STR-201");
        results = strategy.resolve("backtest-results");
        precious = Files.writeString(
                Files.createDirectories(folder.resolve("outside")).resolve("fix-attempt-1.yaml"), "keep");
        Files.createDirectories(strategy);
    }

    private FixAttemptFile file() {
        return new FixAttemptFile(results, "2026-11-22-143000", Tier.L0);
    }

    @Test
    void aLinkInTheFilesPlaceIsReplacedAndWhatItLeadsToStays() throws IOException {
        Files.createDirectories(results);
        Path link = Files.createSymbolicLink(results.resolve("fix-attempt-1.yaml"), precious);
        file().write(ATTEMPT, "STR-201");
        assertThat(link).isRegularFile().content().contains("period: 13.0");
        assertThat(precious).hasContent("keep");
    }

    @Test
    void aFolderThatLeadsOutIsRefusedForWritingAndForRemoving() throws IOException {
        Path left = Files.createDirectories(precious.resolveSibling("fix-attempt-1"));
        Files.createSymbolicLink(results, precious.getParent());
        assertThatThrownBy(() -> file().write(ATTEMPT, "STR-201"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("leads out of the workspace");
        assertThatThrownBy(() -> file().clear(1)).isInstanceOf(ProblemException.class);
        assertThat(precious).hasContent("keep");
        assertThat(left).isDirectory();
    }
}
