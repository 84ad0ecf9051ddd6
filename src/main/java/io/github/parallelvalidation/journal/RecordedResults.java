package io.github.parallelvalidation.journal;

import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.result.StrategyResult;
import io.github.parallelvalidation.workspace.StrategyId;
import io.github.parallelvalidation.workspace.Workspace;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds what runs have recorded, the newest first, archived ones too.
public final class RecordedResults {
    private final Workspace workspace;

    public RecordedResults(Workspace workspace) {
        this.workspace = workspace;
    }

    /// A run with its recorded content.
    public record InRun(String runId, RecordedRun run) {}

    /// The run into which a worker was spawned, or in which it made an attempt.
    ///
    /// @param workerId `WORKER-` and a UUID
    public Optional<InRun> byWorker(String workerId) {
        return ids().filter(id -> mentions(id, workerId))
                .flatMap(id -> RunFile.find(workspace, id).stream().map(file -> new InRun(id, file.read())))
                .filter(found -> found.run().journal().stream()
                        .anyMatch(event -> event.id().workerId().equals(workerId)))
                .findFirst();
    }

    /// The newest run that has summed up a result of a strategy at a tier.
    public Optional<InRun> byStrategy(StrategyId strategy, Tier tier) {
        return ids().filter(id -> mentions(id, strategy.value()))
                .flatMap(id -> RunFile.find(workspace, id).stream().map(file -> new InRun(id, file.read())))
                .filter(found -> found.run().plan().tier() == tier)
                .filter(found -> found.run().result(strategy).isPresent())
                .findFirst();
    }

    /// The newest recorded result of a strategy at a tier.
    public Optional<StrategyResult> newest(StrategyId strategy, Tier tier) {
        return byStrategy(strategy, tier).flatMap(found -> found.run().result(strategy));
    }

    private Stream<String> ids() {
        return Stream.of(RunIds.of(workspace), RunIds.archived(workspace)).flatMap(List::stream);
    }

    /// Reading the text is much quicker than understanding it.
    private boolean mentions(String runId, String text) {
        return RunFile.find(workspace, runId)
                .map(RunFile::path)
                .filter(Files::isRegularFile)
                .map(path -> PlanText.read(path).text().contains(text))
                .orElse(false);
    }
}
