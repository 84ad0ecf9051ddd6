package io.github.parallelvalidation.worker;

import io.github.parallelvalidation.trace.EquityFile;
import io.github.parallelvalidation.trace.EventsFile;
import io.github.parallelvalidation.trace.TradesFile;
import io.github.parallelvalidation.workspace.ManyStrategies;
import io.github.parallelvalidation.workspace.OwnFile;
import io.github.parallelvalidation.workspace.PathEntry;
import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.StrategyId;
import io.github.parallelvalidation.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Takes from the archives of results what is large and old: bar by bar what earlier attempts at a strategy did. Their
/// results, logs, daily returns and worlds stay, and nothing of the present results is touched.
public final class TraceArchive {
    private static final List<String> LARGE = List.of(EventsFile.NAME, TradesFile.NAME, EquityFile.NAME);
    /// As [ResultFiles#archive] names them: when, and which of those of the same second.
    private static final Pattern ARCHIVED = Pattern.compile("([0-9]{8}-[0-9]{6})(?:-([0-9]{1,6}))?_(.+)");

    private final Workspace workspace;
    private final int keep;

    /// @param keep the newest of each strategy and tier, which stay
    public TraceArchive(Workspace workspace, int keep) {
        this.workspace = workspace;
        this.keep = keep;
    }

    private record Archived(Path file, String stamp, int number, String name) {}

    /// @throws ProblemException when one cannot be removed; it then stays, and so do others
    public void tidy(List<StrategyId> strategies) {
        ManyStrategies folders = ManyStrategies.of(workspace);
        for (StrategyId id : strategies) {
            folders.folder(id)
                    .map(folder -> ResultFiles.archive(folder.resolve(Workspace.RESULTS)))
                    .filter(archive -> Files.isDirectory(archive, LinkOption.NOFOLLOW_LINKS))
                    .ifPresent(this::tidy);
        }
    }

    private void tidy(Path archive) {
        List<Archived> files = new ArrayList<>();
        try (Stream<Path> all = Files.list(archive)) {
            all.flatMap(file -> archived(file).stream()).forEach(files::add);
        } catch (IOException e) {
            throw new ProblemException(archive, "cannot be looked through: " + e.getMessage(), e);
        }
        for (String name : LARGE) {
            files.stream()
                    .filter(file -> file.name().equals(name))
                    .sorted(Comparator.comparing(Archived::stamp)
                            .thenComparingInt(Archived::number)
                            .reversed())
                    .skip(keep)
                    .filter(file -> PathEntry.isFile(file.file()))
                    .forEach(file -> OwnFile.remove(file.file()));
        }
    }

    private static Optional<Archived> archived(Path file) {
        Matcher name = ARCHIVED.matcher(String.valueOf(file.getFileName()));
        return name.matches()
                ? Optional.of(new Archived(
                        file,
                        name.group(1),
                        name.group(2) == null ? 1 : Integer.parseInt(name.group(2)),
                        name.group(3)))
                : Optional.empty();
    }
}
