package io.github.parallelvalidation.ui.model;

import io.github.parallelvalidation.compare.Comparison;
import io.github.parallelvalidation.compare.ComparisonReader;
import io.github.parallelvalidation.evidence.Look;
import io.github.parallelvalidation.evidence.Prices;
import io.github.parallelvalidation.evidence.StrategyEvidence;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.run.Validation;
import io.github.parallelvalidation.ui.text.Texts;
import io.github.parallelvalidation.workspace.NamedFile;
import io.github.parallelvalidation.workspace.Problem;
import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.StrategyId;
import io.github.parallelvalidation.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/// Reads the files of a strategy in the background when somebody looks at it, and saves what is seen of them.
public final class StrategyFiles {
    private final Validation validation;
    private final Dialogs dialogs;
    private final BackgroundWork work;
    private final OpenWorkspace workspace;

    StrategyFiles(Validation validation, Dialogs dialogs, BackgroundWork work, OpenWorkspace workspace) {
        this.validation = validation;
        this.dialogs = dialogs;
        this.work = work;
        this.workspace = workspace;
    }

    /// Reads what there is to see of a strategy beside its figures.
    ///
    /// @param seen takes it
    public void evidence(StrategyRow row, Consumer<StrategyEvidence> seen) {
        Workspace chosen = workspace.get();
        work.call(
                Texts.of("doing.files", row.id()),
                () -> validation.evidence(chosen, row.id(), row.tier(), row.metrics()),
                seen,
                workspace::failed);
    }

    /// Reads every look at a strategy so far.
    ///
    /// @param seen takes them, oldest first
    public void looks(StrategyRow row, Consumer<List<Look>> seen) {
        Workspace chosen = workspace.get();
        work.call(
                Texts.of("doing.trials", row.id()), () -> validation.looks(chosen, row.id()), seen, workspace::failed);
    }

    /// Reads the bars that a strategy is judged on.
    ///
    /// @param seen takes them
    public void prices(StrategyRow row, Consumer<Prices> seen) {
        Workspace chosen = workspace.get();
        work.call(
                Texts.of("doing.bars", row.id()),
                () -> validation.prices(chosen, row.id(), row.tier()),
                seen,
                workspace::failed);
    }

    /// Lays strategies beside one another.
    ///
    /// @param rows two to six, of one tier
    /// @param seen takes what there is to be seen
    public void compare(List<StrategyRow> rows, Consumer<Comparison> seen) {
        Workspace chosen = workspace.get();
        List<ComparisonReader.Asked> asked = rows.stream()
                .map(row -> new ComparisonReader.Asked(row.id(), row.name(), row.metrics()))
                .toList();
        work.call(
                Texts.of("doing.compare"),
                () -> validation.compare(chosen, rows.getFirst().tier(), asked),
                seen,
                workspace::failed);
    }

    /// Opens the folder of a strategy in the program that the desktop has for it.
    public void openFolder(StrategyId id) {
        Workspace chosen = workspace.get();
        work.call(Texts.of("doing.folder", id), () -> folder(chosen, id), dialogs::openFile, workspace::failed);
    }

    /// Opens what the last worker of a strategy said.
    public void openLog(StrategyId id, Tier tier) {
        Workspace chosen = workspace.get();
        work.call(Texts.of("doing.log", id), () -> log(chosen, id, tier), dialogs::openFile, workspace::failed);
    }

    private static Path folder(Workspace chosen, StrategyId id) {
        return chosen.strategy(id)
                .orElseThrow(() ->
                        new ProblemException(Problem.of(chosen.strategies(), Texts.of("banner.folder.none", id, id))));
    }

    private static Path log(Workspace chosen, StrategyId id, Tier tier) {
        Path log = folder(chosen, id).resolve("backtest-results").resolve(tier + "_worker.log");
        if (!Files.isRegularFile(log)) {
            throw new ProblemException(Problem.of(log, Texts.of("banner.log.none", id, tier)));
        }
        return chosen.inside(log);
    }

    /// Saves a picture in a file that the person chooses.
    ///
    /// @param name proposed for the file
    public void savePicture(String name, byte[] png) {
        Workspace chosen = workspace.get();
        dialogs.choosePicture(
                name,
                file -> work.call(
                        Texts.of("doing.picture"),
                        () -> {
                            NamedFile.write(chosen, file, png);
                            return file;
                        },
                        written -> workspace.failed(ErrorBanner.written(Texts.of("card.picture"), written)),
                        workspace::failed));
    }
}
