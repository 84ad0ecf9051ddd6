package io.github.parallelvalidation.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Caches the checked bars of every file that was read, in columns, so that reading it again costs milliseconds. An
/// entry is keyed by the content of its sources; it is written to a temporary file and renamed, so that several workers
/// may build it at once; a damaged one is rebuilt. Where the cache cannot be used the bars are read without it.
public final class BarCache {
    private static final long LIMIT = 2L << 30;
    private static final String ENDING = ".bars";
    private static final String VERSION = "v" + ColumnFormat.VERSION + ENDING;
    private static final String TEMPORARY = ".tmp";
    private static final Duration ABANDONED = Duration.ofHours(1);

    private final Path folder;
    private final long limit;
    private final Consumer<String> notices;

    /// @param folder where the files are, and their [FingerprintStore]; nothing else should be in it
    /// @param limit bytes to keep; the files that were not used for longest go first
    /// @param notices takes a line for a person when the cache cannot be used
    public BarCache(Path folder, long limit, Consumer<String> notices) {
        this.folder = folder;
        this.limit = limit;
        this.notices = notices;
    }

    /// A cache of the usual size.
    public BarCache(Path folder, Consumer<String> notices) {
        this(folder, LIMIT, notices);
    }

    /// What was read before, by any process that has this cache.
    FingerprintStore fingerprints() {
        return FingerprintStore.in(folder);
    }

    /// Applies a function to the cached bars of some files; empty when they are not cached.
    <T> Optional<T> read(Fingerprint fingerprint, Timeframe timeframe, ColumnReader.Use<T> use) {
        Path file = file(fingerprint, timeframe);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            T result = ColumnReader.read(file, fingerprint, timeframe, use);
            markUsed(file);
            return Optional.of(result);
        } catch (ColumnReader.DamagedException e) {
            notices.accept("bar cache: %s is built anew, %s".formatted(file, e.getMessage()));
            delete(file);
        } catch (InternalError cutWhileMapped) {
            // What Java makes of the signal for a mapped page that is no longer there.
            notices.accept("bar cache: %s is built anew, it was cut while it was read".formatted(file));
            delete(file);
        } catch (IOException e) {
            notices.accept("bar cache: %s cannot be read (%s); the bars are read without it".formatted(file, e));
        }
        return Optional.empty();
    }

    private static void markUsed(Path file) {
        try {
            Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
        } catch (IOException readOnly) {
            // Then it only looks older than it is, and goes sooner.
            return;
        }
    }

    /// A file to write bars into, or empty where that is not possible.
    Optional<CacheEntry> start(Fingerprint fingerprint, Timeframe timeframe) {
        try {
            Files.createDirectories(folder);
            Path temporary = folder.resolve("." + UUID.randomUUID() + TEMPORARY);
            return Optional.of(new CacheEntry(this, temporary, ColumnWriter.create(temporary), fingerprint, timeframe));
        } catch (IOException e) {
            unusable(e);
            return Optional.empty();
        }
    }

    /// Renames a written file to its final name, and removes older ones.
    void keep(Path temporary, Fingerprint fingerprint, Timeframe timeframe) throws IOException {
        Path file = file(fingerprint, timeframe);
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        makeRoom(file);
    }

    void unusable(IOException e) {
        notices.accept("bar cache: %s cannot be written (%s); bars are read anew each time".formatted(folder, e));
    }

    private void makeRoom(Path newest) throws IOException {
        List<Cached> files = new ArrayList<>();
        try (Stream<Path> paths = Files.list(folder)) {
            for (Path path : paths.toList()) {
                Cached.of(path).ifPresent(files::add);
            }
        }
        Instant abandoned = Instant.now().minus(ABANDONED);
        files.stream()
                .filter(file -> file.path().toString().endsWith(TEMPORARY)
                        && file.used().isBefore(abandoned))
                .forEach(file -> delete(file.path()));
        files.removeIf(file -> !file.path().toString().endsWith(ENDING));
        files.sort(Comparator.comparing(Cached::used).reversed());
        long sum = 0;
        for (Cached file : files) {
            sum += file.bytes();
            if (sum > limit && !file.path().equals(newest)) {
                delete(file.path());
            }
        }
    }

    /// A cache file as `makeRoom` sees it.
    private record Cached(Path path, Instant used, long bytes) {
        static Optional<Cached> of(Path path) {
            try {
                BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
                return attributes.isRegularFile()
                        ? Optional.of(
                                new Cached(path, attributes.lastModifiedTime().toInstant(), attributes.size()))
                        : Optional.empty();
            } catch (IOException gone) {
                // Another worker has just deleted it.
                return Optional.empty();
            }
        }
    }

    private void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            notices.accept("bar cache: %s cannot be deleted (%s)".formatted(file, e));
        }
    }

    private Path file(Fingerprint fingerprint, Timeframe timeframe) {
        return folder.resolve(String.join("-", fingerprint.text(), timeframe.label(), VERSION));
    }
}
