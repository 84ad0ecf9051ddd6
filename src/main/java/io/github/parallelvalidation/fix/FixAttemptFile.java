package io.github.parallelvalidation.fix;

import io.github.parallelvalidation.gate.FailureReason;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.journal.OutcomeDocument;
import io.github.parallelvalidation.journal.OutcomeReader;
import io.github.parallelvalidation.strategy.ParameterVariation;
import io.github.parallelvalidation.workspace.OwnFile;
import io.github.parallelvalidation.workspace.PathEntry;
import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.YamlDocument;
import io.github.parallelvalidation.workspace.YamlMapping;
import io.github.parallelvalidation.workspace.YamlText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// `fix-attempt-N.yaml`: one attempt with varied parameters, of the last run that made one.
public final class FixAttemptFile {
    private final Path results;
    private final String runId;
    private final Tier tier;

    /// @param results the strategy's `backtest-results`
    public FixAttemptFile(Path results, String runId, Tier tier) {
        this.results = results;
        this.runId = runId;
        this.tier = tier;
    }

    /// The attempts of this run, in order, as far as they were made.
    ///
    /// @throws ProblemException when one of the files cannot be read
    List<FixAttempt> all() {
        List<FixAttempt> attempts = new ArrayList<>();
        for (int number = 1; number <= FixTable.MOST_ATTEMPTS; number++) {
            read(number).ifPresent(attempts::add);
        }
        return attempts;
    }

    /// Empty where this run has not made it.
    public Optional<FixAttempt> read(int number) {
        Path file = file(number);
        if (!PathEntry.isFile(file)) {
            return Optional.empty();
        }
        YamlMapping map = YamlDocument.read(file).asMapping("a fix attempt");
        if (!map.findText("run_id").orElse("").equals(runId)) {
            return Optional.empty();
        }
        return Optional.of(new FixAttempt(
                new ParameterVariation(
                        number, map.number("factor"), map.numbers("numbers_before"), map.numbers("numbers_tried")),
                FailureReason.parse(map.text("reason"))
                        .orElseThrow(() -> map.problem("'reason' is not a failure reason")),
                map.findText("parameters_hash").filter(hash -> !hash.isEmpty()).orElse(null),
                OutcomeReader.metrics(map),
                OutcomeReader.gates(map),
                map.text("verdict").equals("PASS"),
                map.findText("message").orElse("")));
    }

    /// Writes an attempt.
    public void write(FixAttempt attempt, String strategyId) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("strategy_id", strategyId);
        map.put("run_id", runId);
        map.put("tier", tier.name());
        map.put("reason", attempt.reason().code());
        map.put("factor", attempt.variation().factor());
        map.put("numbers_before", attempt.variation().before());
        map.put("numbers_tried", attempt.variation().tried());
        map.put("parameters_hash", attempt.parametersHash() == null ? "" : attempt.parametersHash());
        map.put("metrics", attempt.metrics().values());
        if (!attempt.metrics().reasons().isEmpty()) {
            map.put("reasons", attempt.metrics().reasons());
        }
        map.put("gates", attempt.gates().stream().map(OutcomeDocument::gate).toList());
        map.put("verdict", attempt.passed() ? "PASS" : "FAIL");
        map.put("message", attempt.message());
        Path file = file(attempt.variation().number());
        OwnFile.unlink(file);
        OwnFile.write(file, YamlText.dump(map));
    }

    /// Takes away what the worker of an attempt wrote; links in it are not followed.
    public void clear(int number) {
        OwnFile.removeFolder(results.resolve(ParameterVariation.name(number)));
    }

    private Path file(int number) {
        return results.resolve(ParameterVariation.name(number) + ".yaml");
    }
}
