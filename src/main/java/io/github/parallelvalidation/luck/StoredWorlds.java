package io.github.parallelvalidation.luck;

import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.workspace.IoReason;
import io.github.parallelvalidation.workspace.PathEntry;
import io.github.parallelvalidation.workspace.Problem;
import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.Sha256;
import io.github.parallelvalidation.workspace.Source;
import io.github.parallelvalidation.workspace.StrategyId;
import io.github.parallelvalidation.workspace.Workspace;
import io.github.parallelvalidation.workspace.YamlDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The worlds that workers have left in a workspace, each known by the checksum of its file.
public final class StoredWorlds {
    /// 9,999 worlds in full precision need a fifth of it.
    private static final long LARGEST = 4L * 1024 * 1024;

    private static final String ARCHIVE = "archive";

    private StoredWorlds() {}

    /// Worlds with the checksum of the file that they were read from.
    public record Read(Worlds worlds, String sha256) {}

    /// Reads a worker's file.
    ///
    /// @return empty where it wrote none
    /// @throws ProblemException when it is no plain file, too large, or no such file
    public static Optional<Read> read(Path file, Tier tier) {
        if (!PathEntry.exists(file)) {
            return Optional.empty();
        }
        Source source = source(file);
        return Optional.of(new Read(WorldsFile.parse(file, source.text(), tier), Sha256.of(source.text())));
    }

    /// The worlds of a run's strategies, in their results or, where a later run has moved them, in their archive.
    ///
    /// @param checksums of the files, by strategy
    /// @param count K of the run; 0 where its record does not say
    /// @return only those whose file is there with just this content
    public static RunWorlds find(Workspace workspace, Tier tier, Map<StrategyId, String> checksums, int count) {
        Map<StrategyId, Worlds> found = new HashMap<>();
        checksums.forEach((id, sha256) -> find(workspace, id, tier, sha256).ifPresent(worlds -> found.put(id, worlds)));
        return count == 0 ? new RunWorlds(found) : new RunWorlds(found, count);
    }

    private static Optional<Worlds> find(Workspace workspace, StrategyId id, Tier tier, String sha256) {
        try {
            return workspace
                    .strategy(id)
                    .map(folder -> workspace.inside(folder.resolve(Workspace.RESULTS)))
                    .flatMap(results -> candidates(results, tier)
                            .flatMap(file -> ofContent(file, tier, sha256).stream())
                            .findFirst());
        } catch (ProblemException notReachable) {
            // What cannot be proven to be the run's is not known.
            return Optional.empty();
        }
    }

    /// The results first, then the archive, from the newest on.
    private static Stream<Path> candidates(Path results, Tier tier) {
        String name = WorldsFile.name(tier);
        return Stream.concat(
                Stream.of(results.resolve(name)),
                Stream.of(results.resolve(ARCHIVE)).flatMap(archive -> archived(archive, name).stream()));
    }

    private static List<Path> archived(Path archive, String name) {
        if (!Files.isDirectory(archive, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(archive)) {
            return files.filter(file -> String.valueOf(file.getFileName()).endsWith("_" + name))
                    .sorted(Comparator.reverseOrder())
                    .toList();
        } catch (IOException | UncheckedIOException notReadable) {
            return List.of();
        }
    }

    private static Optional<Worlds> ofContent(Path file, Tier tier, String sha256) {
        try {
            if (!PathEntry.isFile(file)) {
                return Optional.empty();
            }
            String text = source(file).text();
            return Sha256.of(text).equals(sha256) ? Optional.of(WorldsFile.parse(file, text, tier)) : Optional.empty();
        } catch (ProblemException another) {
            // It was read when the results were accepted: what cannot be read now is not that file.
            return Optional.empty();
        }
    }

    private static Source source(Path file) {
        if (!PathEntry.isFile(file)) {
            throw new ProblemException(Problem.of(file, "is not a plain file; a worker writes plain files"));
        }
        try {
            if (Files.size(file) > LARGEST) {
                throw new ProblemException(Problem.of(file, "is larger than 4 MiB, the most that worlds need"));
            }
        } catch (IOException e) {
            throw new ProblemException(file, "cannot be read: " + IoReason.of(e), e);
        }
        return YamlDocument.source(file);
    }
}
