package io.github.parallelvalidation.workspace;

import java.io.IOException;
import java.lang.ref.SoftReference;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The folders in `knowledge/strategies` by their strategy. A run asks for every one of its strategies many times; the
/// folder is listed once and then only when its time of change is another.
final class StrategyFolders {
    /// Within this time after a change another one might show the same time.
    private static final Duration COARSEST_TIME = Duration.ofSeconds(2);

    private static volatile SoftReference<StrategyFolders> latest = new SoftReference<>(null);

    private final Path folder;
    private final FileTime changed;
    private final @Nullable Object key;
    private final boolean isCertain;
    private final Map<String, List<String>> names;

    private StrategyFolders(
            Path folder, BasicFileAttributes before, boolean isCertain, Map<String, List<String>> names) {
        this.folder = folder;
        this.changed = before.lastModifiedTime();
        this.key = before.fileKey();
        this.isCertain = isCertain;
        this.names = names;
    }

    /// The folders of one strategy, in order.
    static List<Path> of(Path folder, StrategyId id) throws IOException {
        BasicFileAttributes now = Files.readAttributes(folder, BasicFileAttributes.class);
        StrategyFolders known = latest.get();
        if (known == null || !known.isFor(folder, now)) {
            known = list(folder, now);
            latest = new SoftReference<>(known);
        }
        return known.names.getOrDefault(id.value(), List.of()).stream()
                .map(folder::resolve)
                .filter(Files::isDirectory)
                .sorted()
                .toList();
    }

    private boolean isFor(Path asked, BasicFileAttributes now) {
        return isCertain
                && folder.equals(asked)
                && changed.equals(now.lastModifiedTime())
                && Objects.equals(key, now.fileKey());
    }

    private static StrategyFolders list(Path folder, BasicFileAttributes before) throws IOException {
        Duration sinceChange = Duration.between(
                before.lastModifiedTime().toInstant(), Clock.systemUTC().instant());
        Map<String, List<String>> names = new HashMap<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                String name = String.valueOf(entry.getFileName());
                StrategyId.ofFolder(name)
                        .ifPresent(id -> names.computeIfAbsent(id.value(), _ -> new ArrayList<>(1))
                                .add(name));
            }
        }
        return new StrategyFolders(folder, before, sinceChange.compareTo(COARSEST_TIME) > 0, names);
    }
}
