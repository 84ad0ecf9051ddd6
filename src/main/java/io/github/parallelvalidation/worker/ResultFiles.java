package io.github.parallelvalidation.worker;

import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.luck.WorldsFile;
import io.github.parallelvalidation.trace.EquityFile;
import io.github.parallelvalidation.trace.EventsFile;
import io.github.parallelvalidation.trace.TradesFile;
import io.github.parallelvalidation.workspace.OwnFile;
import io.github.parallelvalidation.workspace.PathEntry;
import io.github.parallelvalidation.workspace.Problem;
import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.StaleTempFiles;
import io.github.parallelvalidation.workspace.WritableFolder;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The files of one strategy and tier in `backtest-results/`.
public record ResultFiles(Path folder, Tier tier) {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    public Path results() {
        return folder.resolve(tier + "_results.yaml");
    }

    /// Written last: its presence says that the results are whole.
    public Path flag() {
        return folder.resolve(tier + "_complete.yaml");
    }

    /// What the strategy does on rebuilt markets; written before the results.
    public Path placebo() {
        return folder.resolve(WorldsFile.name(tier));
    }

    /// When the flag was written.
    public Instant flagWritten() {
        try {
            return Files.getLastModifiedTime(flag()).toInstant();
        } catch (IOException e) {
            throw new ProblemException(flag(), "cannot be looked at: " + e.getMessage(), e);
        }
    }

    /// The daily returns of the strategy and its variants, at L1.
    public Path dailyReturns() {
        return folder.resolve(tier + "_daily_returns.csv");
    }

    /// The signal events, at L0.
    public Path events() {
        return folder.resolve(EventsFile.NAME);
    }

    /// The closed trades, at L1.
    public Path trades() {
        return folder.resolve(TradesFile.NAME);
    }

    /// The equity at each close, at L1.
    public Path equity() {
        return folder.resolve(EquityFile.NAME);
    }

    /// What stands beside the results: a worker may leave each of it out.
    private List<Path> series() {
        return switch (tier) {
            case L0 -> List.of(placebo(), events());
            case L1 -> List.of(placebo(), dailyReturns(), trades(), equity());
        };
    }

    /// All of them, the flag last.
    public List<Path> all() {
        List<Path> files = new ArrayList<>(List.of(results(), log()));
        files.addAll(series());
        files.add(flag());
        return files;
    }

    /// Why a worker's files cannot be put here, in the words of the system; empty where they can.
    public Optional<Problem> unwritable() {
        return WritableFolder.problem(folder).or(() -> WritableFolder.problem(archive(folder)));
    }

    public Path log() {
        return folder.resolve(tier + "_worker.log");
    }

    /// Where the files of earlier attempts are.
    static Path archive(Path folder) {
        return folder.resolve("archive");
    }

    /// What a worker last said of its progress; there while it runs.
    public Path progress() {
        return folder.resolve(tier + "_progress.txt");
    }

    /// Moves what an earlier worker left out of the way, so that it can never be taken for this one's. A link among
    /// it is moved itself, so that nothing is written through it.
    ///
    /// @throws ProblemException when the folder is a link that leads out of the workspace
    public void archive() throws IOException {
        if (!PathEntry.exists(folder)) {
            OwnFile.folder(folder);
            return;
        }
        Path archive = archive(folder);
        OwnFile.requireFolder(archive);
        OwnFile.folder(folder);
        if (isEmpty()) {
            return;
        }
        StaleTempFiles.remove(folder);
        List<Path> files = new ArrayList<>(List.of(flag(), results(), log()));
        files.addAll(series());
        OwnFile.unlink(progress());
        OwnFile.remove(progress());
        for (Path file : files) {
            if (PathEntry.exists(file)) {
                OwnFile.folder(archive);
                OwnFile.move(file, free(archive, file));
            }
        }
    }

    private boolean isEmpty() throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            return !entries.iterator().hasNext();
        }
    }

    /// Takes links away that stand where results are to be written: started by hand, nobody archived them. What an
    /// earlier strategy scored on rebuilt markets, its daily returns, events, trades and equity go altogether: new
    /// results may have none, and those are not theirs.
    public void unlink() {
        OwnFile.unlink(flag());
        OwnFile.unlink(results());
        for (Path beside : series()) {
            OwnFile.unlink(beside);
            OwnFile.remove(beside);
        }
    }

    private static Path free(Path archive, Path file) throws IOException {
        Instant written =
                Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS).toInstant();
        String name = STAMP.format(written) + "_" + file.getFileName();
        Path target = archive.resolve(name);
        for (int i = 2; PathEntry.exists(target); i++) {
            target = archive.resolve(STAMP.format(written) + "-" + i + "_" + file.getFileName());
        }
        return target;
    }
}
