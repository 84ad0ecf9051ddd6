package io.github.parallelvalidation.worker;

import io.github.parallelvalidation.data.BarCatalog;
import io.github.parallelvalidation.data.DataException;
import io.github.parallelvalidation.strategy.Strategy;
import io.github.parallelvalidation.workspace.Problem;
import io.github.parallelvalidation.workspace.Workspace;
import io.github.parallelvalidation.workspace.YamlDocument;
import io.github.parallelvalidation.workspace.YamlScalar;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Where the bars of a strategy are: the file that its `data-spec.yaml` names, else what the data folder holds.
final class StrategyBars {
    private static final String SPEC = "data-spec.yaml";

    private StrategyBars() {}

    static BarCatalog.Answer find(WorkerTask task, Strategy strategy) {
        return find(task.workspace(), task.strategyFolder(), strategy);
    }

    /// @throws DataException when there are none
    static BarCatalog.Answer find(Workspace workspace, Path folder, Strategy strategy) {
        Optional<YamlScalar> named = named(folder);
        return named.isPresent()
                ? BarCatalog.named(existing(workspace, folder, named.get()), strategy.timeframe())
                : new BarCatalog(workspace).find(strategy.asset(), strategy.timeframe());
    }

    private static Optional<YamlScalar> named(Path folder) {
        Path spec = folder.resolve(SPEC);
        return Files.exists(spec)
                ? Optional.of(YamlDocument.read(spec))
                        .filter(node -> !node.isNull())
                        .flatMap(
                                node -> node.asMapping("the data specification").find("file"))
                        .map(node -> node.asScalar("file"))
                : Optional.empty();
    }

    /// A relative path is looked for beside the strategy, then in the workspace, then among its data.
    private static Path existing(Workspace workspace, Path folder, YamlScalar named) {
        List<Path> tried = List.of(
                folder.resolve(named.value()),
                workspace.root().resolve(named.value()),
                workspace.data().resolve(named.value()));
        return tried.stream()
                .filter(Files::isRegularFile)
                .findFirst()
                .map(workspace::inside)
                .orElseThrow(() -> new DataException(
                        DataException.Kind.UNAVAILABLE,
                        new Problem(
                                folder.resolve(SPEC),
                                0,
                                0,
                                "the file '%s' is not there; tried %s"
                                        .formatted(
                                                named.value(),
                                                tried.stream()
                                                        .map(Path::toString)
                                                        .collect(Collectors.joining(", "))),
                                "")));
    }
}
