package io.github.parallelvalidation.trials;

import io.github.parallelvalidation.workspace.IoReason;
import io.github.parallelvalidation.workspace.OwnFile;
import io.github.parallelvalidation.workspace.PathEntry;
import io.github.parallelvalidation.workspace.Problem;
import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Keeps the daily returns of the most recent trials, a small file each, in `pipeline/trials/`. They are read when they
/// are first asked for. Several threads may use it.
public final class ReturnsStore {
    /// More trials than these are counted without their returns.
    public static final int MOST_TRIALS = 500;

    private static final String COLUMN = "return";
    private static final int HASH_LENGTH = 16;
    private static final Pattern NAME = Pattern.compile("STR-[0-9]+_[0-9a-f]{" + HASH_LENGTH + "}\\.csv");

    private final Path folder;
    private final int most;
    private final Map<Trial.Identity, Optional<ReturnSeries>> known = new ConcurrentHashMap<>();
    private final Map<Trial.Identity, ReturnSeries> unsaved = new ConcurrentHashMap<>();
    private final Map<Path, Problem> problems = new ConcurrentHashMap<>();

    /// @param folder need not be there yet
    public ReturnsStore(Path folder) {
        this(folder, MOST_TRIALS);
    }

    /// @param most trials that keep their returns
    ReturnsStore(Path folder, int most) {
        this.folder = folder;
        this.most = most;
    }

    /// Empty where the trial has none, or a file that cannot be read: see [#problems].
    public Optional<ReturnSeries> find(Trial.Identity identity) {
        return known.computeIfAbsent(identity, this::read);
    }

    /// Takes up the returns of a trial; they are written by [#save].
    public void note(Trial.Identity identity, ReturnSeries returns) {
        known.put(identity, Optional.of(returns));
        unsaved.put(identity, returns);
    }

    /// Files whose returns are left out, and why.
    public List<Problem> problems() {
        return problems.values().stream()
                .sorted(Comparator.comparing(Problem::headline))
                .toList();
    }

    /// Writes what was noted since.
    ///
    /// @throws ProblemException when a file may not or cannot be written
    public synchronized void save() {
        if (!unsaved.isEmpty()) {
            try {
                OwnFile.folder(folder);
            } catch (IOException e) {
                throw new ProblemException(folder, "cannot be made: " + IoReason.of(e), e);
            }
        }
        unsaved.forEach((identity, returns) -> {
            OwnFile.write(file(identity), ReturnsFile.text(Map.of(COLUMN, returns)));
            unsaved.remove(identity, returns);
        });
    }

    /// Removes the files of the oldest trials beyond [#MOST_TRIALS].
    ///
    /// @param ledger all lines, oldest first; what is not in it is the oldest
    /// @throws ProblemException when one cannot be removed
    public synchronized void prune(List<Trial> ledger) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        Map<Path, Integer> ages = new HashMap<>();
        for (int i = 0; i < ledger.size(); i++) {
            ages.put(file(ledger.get(i).identity()), i);
        }
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(ReturnsStore::isOurs)
                    .sorted(Comparator.comparing((Path file) -> ages.getOrDefault(file, -1))
                            .reversed()
                            .thenComparing(Comparator.naturalOrder()))
                    .skip(most)
                    .toList()
                    .forEach(OwnFile::remove);
        } catch (IOException e) {
            throw new ProblemException(folder, "cannot be listed: " + IoReason.of(e), e);
        }
    }

    private static boolean isOurs(Path file) {
        return NAME.matcher(String.valueOf(file.getFileName())).matches() && PathEntry.isFile(file);
    }

    private Optional<ReturnSeries> read(Trial.Identity identity) {
        Path file = file(identity);
        try {
            return ReturnsFile.read(file)
                    .map(columns -> Optional.ofNullable(columns.get(COLUMN))
                            .orElseThrow(() -> new ProblemException(
                                    new Problem(file, 1, 1, "must have the columns date and " + COLUMN, ""))));
        } catch (ProblemException e) {
            problems.put(file, e.problem());
            return Optional.empty();
        }
    }

    /// The hash of a foreign worker may be any text: it is hashed again before it becomes part of a path.
    private Path file(Trial.Identity identity) {
        return folder.resolve("%s_%s.csv"
                .formatted(
                        identity.strategyId(),
                        Sha256.of(identity.parametersHash()).substring(0, HASH_LENGTH)));
    }
}
