package io.github.parallelvalidation.worker;

import io.github.parallelvalidation.backtest.L0Screen;
import io.github.parallelvalidation.data.BarCache;
import io.github.parallelvalidation.data.BarCatalog;
import io.github.parallelvalidation.data.BarLoader;
import io.github.parallelvalidation.data.BarSource;
import io.github.parallelvalidation.data.Bars;
import io.github.parallelvalidation.data.Lookback;
import io.github.parallelvalidation.format.DataException;
import io.github.parallelvalidation.strategy.DataSpec;
import io.github.parallelvalidation.strategy.Strategy;
import io.github.parallelvalidation.strategy.StrategyFaults;
import io.github.parallelvalidation.strategy.StrategyFile;
import io.github.parallelvalidation.trust.Accepted;
import io.github.parallelvalidation.workspace.PathEntry;
import io.github.parallelvalidation.workspace.Problem;
import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.UserFolders;
import io.github.parallelvalidation.workspace.Workspace;
import io.github.parallelvalidation.workspace.YamlDocument;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/// The inputs of one evaluation: the strategy's compiled rules and its bars.
public final class StrategyInputs {
    private final Workspace workspace;
    private final Path folder;
    private final Accepted accepted;
    private final BarCatalog catalog;

    /// In a workspace whose links are followed within it only.
    ///
    /// @param folder the strategy's folder
    public StrategyInputs(Workspace workspace, Path folder) {
        this(workspace, folder, Accepted.NONE);
    }

    /// @param folder the strategy's folder
    /// @param accepted of a folder that was accepted as a whole the data may be elsewhere, behind links
    public StrategyInputs(Workspace workspace, Path folder, Accepted accepted) {
        this(workspace, folder, accepted, catalog(workspace, accepted));
    }

    /// @param catalog of the workspace's bars, which may serve other strategies, too
    StrategyInputs(Workspace workspace, Path folder, Accepted accepted, BarCatalog catalog) {
        this.workspace = workspace;
        this.folder = folder;
        this.accepted = accepted;
        this.catalog = catalog;
    }

    /// The bars of a workspace. Where links of its data lead out of it they are followed only if the whole
    /// folder was accepted.
    public static BarCatalog catalog(Workspace workspace, Accepted accepted) {
        return new BarCatalog(workspace.data(), link -> accepted.isWholeFolder() || workspace.isInside(link));
    }

    /// @throws ProblemException when `parameters.yaml` says no strategy
    public StrategyFile.Loaded strategy() {
        requireInside(StrategyFile.NAME);
        return StrategyFile.read(folder.resolve(StrategyFile.NAME));
    }

    /// All that is wrong with `parameters.yaml`; what makes it unreadable as a whole is not said again.
    List<Problem> faults() {
        try {
            requireInside(StrategyFile.NAME);
            return StrategyFaults.of(YamlDocument.read(folder.resolve(StrategyFile.NAME)));
        } catch (ProblemException unreadable) {
            return List.of();
        }
    }

    /// The bar file, or the files to be joined, that the strategy is judged on.
    ///
    /// @throws DataException when there are none or more than one answer
    public BarSource source(Strategy strategy) {
        requireInside(DataSpec.NAME);
        Optional<String> named = DataSpec.file(folder);
        return named.isPresent()
                ? BarSource.ofFile(resolve(named.get()), strategy.timeframe())
                : catalog.find(strategy.asset(), strategy.timeframe());
    }

    /// The one file that a foreign program can be given as its bars; its timeframe may be
    /// finer than the strategy's.
    ///
    /// @throws DataException also when the bars are joined from several files
    public Path barFile() {
        BarSource source = source(strategy().strategy());
        if (source.files().size() > 1) {
            throw DataException.unavailable(
                    source.files().getFirst(),
                    "is one of several files to be joined; a foreign worker needs a single one");
        }
        return source.files().getFirst();
    }

    /// The bars themselves, at the strategy's timeframe.
    public Bars bars(Strategy strategy, Lookback history) {
        return bars(strategy, history, notice -> {});
    }

    /// The same.
    ///
    /// @param notices takes a line where the bar cache cannot be used
    public Bars bars(Strategy strategy, Lookback history, Consumer<String> notices) {
        BarCache cache = new BarCache(UserFolders.ofProcess().bars(), notices);
        BarSource source = source(strategy);
        Bars bars = new BarLoader(Optional.of(cache))
                .load(source, strategy.asset(), strategy.timeframe(), history, workspace.root());
        if (Arrays.stream(bars.volume()).allMatch(volume -> volume == 0) && strategy.readsVolume()) {
            throw DataException.invalid(
                    source.files().getFirst(),
                    "has no volume, or a volume of 0 for every bar, and the strategy's rules use it; take bars that"
                            + " have one, or rules that need none");
        }
        return bars;
    }

    /// L0 ranks the bars of its window, and there is an end to that.
    ///
    /// @param bars of the window
    /// @throws DataException when they are too many
    void requireRankable(int bars) {
        if (bars > L0Screen.MOST_BARS) {
            throw DataException.invalid(
                    workspace.protocol(),
                    String.format(
                            Locale.ROOT,
                            "the window of L0 has %,d bars, more than the %,d that can be ranked; shorten data_period",
                            bars,
                            L0Screen.MOST_BARS));
        }
    }

    /// One of the strategy's own files must not be a link to somewhere else.
    private void requireInside(String name) {
        Path file = folder.resolve(name);
        if (PathEntry.exists(file)) {
            workspace.inside(file);
        }
    }

    private boolean isOfData(Path path) {
        return path.normalize().startsWith(workspace.data());
    }

    /// A named file is looked for in the workspace, in its data folder, and beside the strategy.
    private Path resolve(String file) {
        List<Path> tried;
        try {
            tried = List.of(workspace.root().resolve(file), workspace.data().resolve(file), folder.resolve(file));
        } catch (InvalidPathException e) {
            throw new ProblemException(folder.resolve(DataSpec.NAME), "'file:' is no file name: " + e.getReason(), e);
        }
        for (Path path : tried) {
            // What else than a file may stand there is said by whoever reads it.
            if (Files.exists(path) && !Files.isDirectory(path)) {
                return isOfData(path) && accepted.isWholeFolder() ? path : workspace.inside(path);
            }
        }
        throw DataException.unavailable(
                folder.resolve(DataSpec.NAME), "'file: %s' is not there; tried %s".formatted(file, tried));
    }
}
