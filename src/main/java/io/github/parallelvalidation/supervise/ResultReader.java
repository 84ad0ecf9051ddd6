package io.github.parallelvalidation.supervise;

import io.github.parallelvalidation.gate.MetricNames;
import io.github.parallelvalidation.luck.StoredWorlds;
import io.github.parallelvalidation.worker.ResultFiles;
import io.github.parallelvalidation.workspace.PathEntry;
import io.github.parallelvalidation.workspace.Problem;
import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.Sha256;
import io.github.parallelvalidation.workspace.Source;
import io.github.parallelvalidation.workspace.YamlDocument;
import io.github.parallelvalidation.workspace.YamlMapping;
import io.github.parallelvalidation.workspace.YamlNode;
import io.github.parallelvalidation.workspace.YamlScalar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Reads a worker's results and accepts them only if they are this worker's and complete.
public final class ResultReader {
    private static final String COMPLETED = "COMPLETED";
    private static final String ERROR = "ERROR";

    private final ExpectedResults expected;
    private final ResultFiles files;
    private final ReportReader reports;
    private final Instant spawned;

    /// @param required the metrics without which results count as malformed
    public ResultReader(ExpectedResults expected, Set<String> required) {
        this(expected, required, Instant.EPOCH);
    }

    /// @param spawned when the worker was started, by the clock of the file system: a flag that does not say whose it
    ///     is must be newer
    public ResultReader(ExpectedResults expected, Set<String> required, Instant spawned) {
        this.expected = expected;
        this.files = expected.files();
        this.reports = new ReportReader(required);
        this.spawned = spawned;
    }

    /// Something is there in the flag's place.
    boolean hasFlag() {
        return PathEntry.exists(files.flag());
    }

    /// The report, or empty while there is no flag.
    ///
    /// @throws ProblemException when there is a flag but the results, or the worlds beside them, are not this
    ///     worker's, damaged, incomplete or out of the workspace
    public Optional<WorkerReport> read() {
        if (!hasFlag()) {
            return Optional.empty();
        }
        // A worker may have put a link in the place of its folder since it was started.
        expected.workspace().inside(files.folder());
        YamlMapping flag = YamlDocument.parse(plain(files.flag())).asMapping("the complete flag");
        checkOwner(flag);
        checkAge(flag);
        Source source = plain(files.results());
        checkWhole(flag, source);
        YamlMapping results = YamlDocument.parse(source).asMapping("the results");
        checkOwner(results);
        check(results, "strategy_id", expected.attempt().strategy().value());
        check(results, "tier", expected.tier().name());
        WorkerReport report = reports.read(results);
        checkStatus(flag, report);
        return Optional.of(report instanceof WorkerReport.Measured measured ? withWorlds(results, measured) : report);
    }

    private WorkerReport withWorlds(YamlMapping results, WorkerReport.Measured measured) {
        Optional<StoredWorlds.Read> worlds = StoredWorlds.read(files.placebo(), expected.tier());
        results.own(MetricNames.PLACEBO_SHA256)
                .map(YamlMapping.Pair::value)
                .ifPresent(said -> checkWorlds(said, worlds));
        return worlds.<WorkerReport>map(measured::with).orElse(measured);
    }

    /// A worker that says which worlds are its own, or that it has none, is held to it.
    private void checkWorlds(YamlNode said, Optional<StoredWorlds.Read> worlds) {
        String name = String.valueOf(files.placebo().getFileName());
        if (said.isNull()) {
            if (worlds.isPresent()) {
                throw said.problem("the worker wrote no %s, but there is one: it is another's".formatted(name));
            }
            return;
        }
        YamlScalar scalar = said.asScalar(MetricNames.PLACEBO_SHA256);
        String found = worlds.map(StoredWorlds.Read::sha256)
                .orElseThrow(
                        () -> scalar.problem("the worker wrote a %s, which is not there any more".formatted(name)));
        if (!scalar.value().equalsIgnoreCase(found)) {
            throw scalar.problem("the checksum does not match %s: it was changed or cut".formatted(name));
        }
    }

    /// The text of a plain file. A pipe would keep us waiting, and a link may lead anywhere.
    private static Source plain(Path file) {
        if (PathEntry.isOther(file)) {
            throw new ProblemException(Problem.of(file, "is not a plain file; a worker writes plain files"));
        }
        return YamlDocument.source(file);
    }

    /// A foreign worker may leave these out; what is there must match.
    private void checkOwner(YamlMapping document) {
        check(document, "run_id", expected.runId());
        check(document, "worker_id", expected.attempt().workerId());
        check(document, "attempt", String.valueOf(expected.attempt().number()));
    }

    private static void check(YamlMapping document, String key, String expected) {
        Optional<YamlNode> found = document.find(key);
        if (found.isPresent()) {
            YamlScalar scalar = found.get().asScalar(key);
            if (!scalar.value().equals(expected)) {
                throw scalar.problem("%s is %s, but this worker's is '%s': these are not its results"
                        .formatted(key, scalar.describe(), expected));
            }
        }
    }

    /// A flag that does not say whose it is may have been left by an earlier worker.
    private void checkAge(YamlMapping flag) {
        if (flag.find("worker_id").isPresent()) {
            return;
        }
        Instant written = written(files.flag());
        // Some ways to copy a file keep whole seconds only.
        boolean isWhole = written.equals(written.truncatedTo(ChronoUnit.SECONDS));
        Instant oldest = isWhole ? spawned.truncatedTo(ChronoUnit.SECONDS) : spawned;
        if (written.isBefore(oldest)) {
            throw flag.problem("the complete flag was written at %s, before this worker was started at %s: not its own"
                    .formatted(written, spawned));
        }
    }

    private void checkWhole(YamlMapping flag, Source results) {
        Optional<YamlNode> expected = flag.find("results_sha256");
        if (expected.isPresent()) {
            YamlScalar scalar = expected.get().asScalar("results_sha256");
            if (!scalar.value().equalsIgnoreCase(Sha256.of(results.text()))) {
                throw scalar.problem("the checksum does not match the results file: it was changed or cut");
            }
        } else if (written(files.results()).isAfter(written(files.flag()))) {
            throw new ProblemException(Problem.of(
                    files.results(), "was written after the flag that says it is whole; the flag must come last"));
        }
    }

    private static void checkStatus(YamlMapping flag, WorkerReport report) {
        Optional<YamlNode> status = flag.find("status");
        if (status.isEmpty()) {
            return;
        }
        YamlScalar scalar = status.get().asScalar("status");
        String value = scalar.value().toUpperCase(Locale.ROOT);
        if (!value.equals(COMPLETED) && !value.equals(ERROR)) {
            throw scalar.problem("status must be COMPLETED or ERROR, found " + scalar.describe());
        }
        if (value.equals(ERROR) && report instanceof WorkerReport.Measured) {
            throw scalar.problem("the flag says ERROR, but the results hold metrics and no error");
        }
    }

    private static Instant written(Path file) {
        try {
            return Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS).toInstant();
        } catch (IOException e) {
            throw new ProblemException(file, "cannot be looked at: " + e.getMessage(), e);
        }
    }
}
