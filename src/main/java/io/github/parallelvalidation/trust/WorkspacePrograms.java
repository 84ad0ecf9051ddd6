package io.github.parallelvalidation.trust;

import io.github.parallelvalidation.settings.Settings;
import io.github.parallelvalidation.strategy.StrategyFile;
import io.github.parallelvalidation.workspace.IoReason;
import io.github.parallelvalidation.workspace.ManyStrategies;
import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.StrategyId;
import io.github.parallelvalidation.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds the programs that a workspace names. Nothing is started, nothing is written.
///
/// @param settings those of the workspace, as they were read for what is to come
public record WorkspacePrograms(Workspace workspace, Settings.Programs settings) {

    public Optional<NamedProgram> worker() {
        return Optional.of(settings.worker())
                .filter(list -> !list.isEmpty())
                .map(list -> NamedProgram.worker(workspace, list));
    }

    public Optional<NamedProgram> notifier() {
        return Optional.of(settings.notifier())
                .filter(list -> !list.isEmpty())
                .map(list -> NamedProgram.notifier(workspace, list));
    }

    /// Those that a run over these strategies would start. A worker of one's own computes the signals itself.
    public List<NamedProgram> ofRun(Collection<StrategyId> strategies) {
        List<NamedProgram> programs = new ArrayList<>();
        worker().ifPresentOrElse(programs::add, () -> programs.addAll(signals(strategies)));
        notifier().ifPresent(programs::add);
        return programs;
    }

    /// All that it names, whether or not a run would start it.
    ///
    /// @throws ProblemException when the strategies cannot be listed
    public List<NamedProgram> all() {
        List<NamedProgram> programs = new ArrayList<>();
        worker().ifPresent(programs::add);
        notifier().ifPresent(programs::add);
        programs.addAll(signals(strategies()));
        return programs;
    }

    private List<StrategyId> strategies() {
        Path folder = workspace.strategies();
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> String.valueOf(entry.getFileName()))
                    .flatMap(name -> StrategyId.ofFolder(name).stream())
                    .distinct()
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new ProblemException(folder, "cannot be listed: " + IoReason.of(e), e);
        }
    }

    private List<NamedProgram> signals(Collection<StrategyId> strategies) {
        ManyStrategies folders = ManyStrategies.of(workspace);
        return strategies.stream().flatMap(id -> signal(folders, id).stream()).toList();
    }

    /// What cannot be read is not run: the run says why.
    private static Optional<NamedProgram> signal(ManyStrategies folders, StrategyId id) {
        try {
            return folders.folder(id)
                    .flatMap(folder -> folders.file(folder, StrategyFile.NAME))
                    .filter(StrategyFile::mayNameProgram)
                    .flatMap(path -> StrategyFile.read(path).strategy().program())
                    .map(program -> NamedProgram.signal(id, program));
        } catch (ProblemException notRun) {
            return Optional.empty();
        }
    }
}
