package io.github.parallelvalidation.workspace;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A folder that holds `.crypto/`, and the paths of all files in it.
///
/// @param root the absolute folder that holds `.crypto`
public record Workspace(Path root) {
    public static final String FOLDER = ".crypto";

    /// Of a strategy: what its workers write.
    public static final String RESULTS = "backtest-results";

    public Workspace {
        root = root.toAbsolutePath().normalize();
    }

    /// The workspace that somebody means who names this folder: also `.crypto` itself stands for the folder that
    /// holds it.
    public static Workspace named(Path folder) {
        Path absolute = folder.toAbsolutePath().normalize();
        Path parent = absolute.getParent();
        boolean isInner =
                FOLDER.equals(String.valueOf(absolute.getFileName())) && !Files.isDirectory(absolute.resolve(FOLDER));
        return new Workspace(isInner && parent != null ? parent : absolute);
    }

    /// The workspace at a folder, or the nearest one above it.
    public static Optional<Workspace> find(Path start) {
        for (Path folder = start.toAbsolutePath().normalize(); folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve(FOLDER))) {
                return Optional.of(new Workspace(folder));
            }
        }
        return Optional.empty();
    }

    /// The workspace to which a path below a `.crypto` folder belongs.
    static Optional<Workspace> around(Path path) {
        for (Path folder = path.toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path parent = folder.getParent();
            if (parent != null && String.valueOf(folder.getFileName()).equals(FOLDER)) {
                return Optional.of(new Workspace(parent));
            }
        }
        return Optional.empty();
    }

    public String name() {
        return root.getFileName() == null ? root.toString() : root.getFileName().toString();
    }

    /// A sentence with the files of this workspace named from its root on.
    public String shorter(String sentence) {
        return sentence.replace(root + File.separator, "");
    }

    public Path crypto() {
        return root.resolve(FOLDER);
    }

    public Path pipeline() {
        return crypto().resolve("pipeline");
    }

    public Path queue() {
        return pipeline().resolve("queue.yaml");
    }

    /// What a researcher notes about strategies.
    public Path starsAndNotes() {
        return pipeline().resolve("stars-and-notes.yaml");
    }

    /// The pipeline's own account of where it is.
    public Path currentRun() {
        return pipeline().resolve("current-run.yaml");
    }

    public Path lock() {
        return pipeline().resolve("parallel-validation.lock");
    }

    public Path settings() {
        return crypto().resolve("config/parallel-validation.yaml");
    }

    public Path protocol() {
        return crypto().resolve("config/tiered-validation-protocol.yaml");
    }

    public Path fixableErrors() {
        return crypto().resolve("config/fixable-errors.yaml");
    }

    public Path data() {
        return crypto().resolve("data");
    }

    public Path plan(String runId) {
        return pipeline().resolve("parallel-validation-" + runId + ".yaml");
    }

    public Path failures(String runId) {
        return pipeline().resolve("parallel-validation-failures-" + runId + ".yaml");
    }

    /// Plans of old runs.
    public Path archive() {
        return pipeline().resolve("archive");
    }

    /// Where a file of the pipeline is once its run is old.
    public Path archived(Path file) {
        return archive().resolve(String.valueOf(file.getFileName()));
    }

    public Path autoRetryQueue() {
        return pipeline().resolve("auto-retry-queue.yaml");
    }

    public Path meetingRequest(String runId) {
        return pipeline().resolve("strategy-meeting-request-" + runId + ".yaml");
    }

    public Path decision(String runId) {
        return decisions().resolve(runId + ".yaml");
    }

    private Path decisions() {
        return crypto().resolve("knowledge/decisions");
    }

    public Path history() {
        return crypto().resolve("live-monitoring/parallel-validation-metrics.yaml");
    }

    public Path trials() {
        return pipeline().resolve("trials.csv");
    }

    /// The daily returns of the trials that have some.
    public Path trialReturns() {
        return pipeline().resolve("trials");
    }

    public Path bootstrap() {
        return crypto().resolve("BOOTSTRAP.md");
    }

    public Path learnings() {
        return crypto().resolve("knowledge/learnings.md");
    }

    public Path failureTaxonomy() {
        return crypto().resolve("knowledge/failure-taxonomy.yaml");
    }

    public Path strategies() {
        return crypto().resolve("knowledge/strategies");
    }

    /// The folder `STR-NNN` or `STR-NNN-short-name` of a strategy, when there is one.
    ///
    /// @throws ProblemException when there are two, or when it leads out of the workspace
    public Optional<Path> strategy(StrategyId id) {
        return named(id).map(this::inside);
    }

    /// The folder of a strategy by its name alone, wherever it leads.
    ///
    /// @throws ProblemException when there are two
    Optional<Path> named(StrategyId id) {
        List<Path> found;
        try {
            found = StrategyFolders.of(strategies(), id);
        } catch (IOException | DirectoryIteratorException e) {
            if (!Files.isDirectory(strategies())) {
                return Optional.empty();
            }
            throw new ProblemException(strategies(), "cannot be listed: " + e.getMessage(), e);
        }
        if (found.size() > 1) {
            throw new ProblemException(
                    Problem.of(found.get(1), "two folders belong to " + id + ", the other is " + found.getFirst()));
        }
        return found.stream().findFirst();
    }

    /// The path itself, once it is known to stay below the workspace with all links followed. `.crypto` itself may be a
    /// link that a person made.
    ///
    /// @throws ProblemException when it does not
    public Path inside(Path path) {
        try {
            Path real = Links.real(path);
            if (holds(real)) {
                return path;
            }
            throw new ProblemException(Problem.of(path, "leads out of the workspace %s, to %s".formatted(root, real)));
        } catch (IOException e) {
            throw new ProblemException(path, "cannot be followed: " + IoReason.of(e), e);
        }
    }

    /// Whether a path stays below the workspace with all links followed; what leads nowhere does not.
    public boolean isInside(Path path) {
        try {
            return holds(Links.real(path));
        } catch (IOException leadsNowhere) {
            return false;
        }
    }

    /// Whether a path without links is in the workspace.
    boolean holds(Path real) throws IOException {
        return RealFolders.hold(this, real);
    }

    /// Makes sure, before anything is run, that what every run writes may be written; [OwnFile] and [SharedFile]
    /// ask again at each write.
    ///
    /// @throws ProblemException when a link leads out of the workspace or replaces one of our own files
    void requireWritable() {
        List.of(pipeline(), trialReturns(), strategies(), decisions(), history().resolveSibling(""))
                .forEach(WriteGate::folder);
        List.of(queue(), bootstrap()).forEach(WriteGate::shared);
        List.of(lock(), trials(), autoRetryQueue(), history()).forEach(WriteGate::own);
    }

    /// Makes sure, before anything is run, that what every run and every decision writes can be written. What is
    /// replaced gets a new file in its place: it is its folder that has to be writable.
    ///
    /// @throws ProblemException when one of the folders cannot be written in, or a link stands against it
    public void requireWritableFolders() {
        requireWritable();
        List.of(
                        pipeline(),
                        trialReturns(),
                        decisions(),
                        history().resolveSibling(""),
                        WriteGate.shared(queue()).resolveSibling(""),
                        WriteGate.shared(bootstrap()).resolveSibling(""))
                .forEach(WritableFolder::require);
    }

    /// Removes what killed writers left; only while no other run is on.
    void removeLeftovers() throws IOException {
        for (Path folder : List.of(
                crypto(),
                pipeline(),
                trialReturns(),
                settings().resolveSibling(""),
                learnings().resolveSibling(""),
                decisions(),
                history().resolveSibling(""))) {
            // People may keep their settings elsewhere; we write and leave nothing there.
            if (holds(Links.end(folder))) {
                StaleTempFiles.remove(folder);
            }
        }
    }
}
