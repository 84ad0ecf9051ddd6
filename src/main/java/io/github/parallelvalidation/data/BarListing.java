package io.github.parallelvalidation.data;

import io.github.parallelvalidation.format.DataException;
import io.github.parallelvalidation.workspace.PlainFile;
import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/// What stands in a folder and in all folders below it, as far as it may be bars.
///
/// @param files whose names say which bars they hold, in order
/// @param others that may hold bars
/// @param passedBy links that were not followed
/// @param folders that were looked into, each as it was before
/// @param isPlain whether there are but folders and plain files: then nothing can change without one of the folders
record BarListing(
        List<BarFile> files, List<Path> others, List<Path> passedBy, Map<Path, FileState> folders, boolean isPlain) {
    BarListing {
        files = files.stream().sorted(Comparator.comparing(BarFile::path)).toList();
        others = List.copyOf(others);
        passedBy = List.copyOf(passedBy);
        folders = new LinkedHashMap<>(folders);
    }

    /// @param mayFollow whether a link is followed
    /// @throws DataException when one of the folders cannot be looked into
    static BarListing look(Path folder, Predicate<Path> mayFollow) throws IOException {
        Walk walk = new Walk(mayFollow);
        if (Files.isDirectory(folder)) {
            Files.walkFileTree(folder, Set.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, walk);
        }
        return new BarListing(walk.files, walk.others, walk.passedBy, walk.folders, walk.isPlain);
    }

    /// Whether any later change would show in the folders.
    boolean isSettled(Instant now) {
        return isPlain && !folders.isEmpty() && folders.values().stream().allMatch(state -> state.isSettled(now));
    }

    /// Whether the folders are still as they were.
    boolean isUnchanged() {
        try {
            return FileState.of(List.copyOf(folders.keySet())).equals(List.copyOf(folders.values()));
        } catch (IOException gone) {
            return false;
        }
    }

    /// Collects candidate bar files.
    private static final class Walk extends SimpleFileVisitor<Path> {
        private final Predicate<Path> mayFollow;
        private final List<BarFile> files = new ArrayList<>();
        private final List<Path> others = new ArrayList<>();
        private final List<Path> passedBy = new ArrayList<>();
        private final Map<Path, FileState> folders = new LinkedHashMap<>();
        private boolean isPlain = true;

        Walk(Predicate<Path> mayFollow) {
            this.mayFollow = mayFollow;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) throws IOException {
            folders.put(path, FileState.of(List.of(path)).getFirst());
            return isFollowed(path) ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
        }

        @Override
        public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
            // A link that leads nowhere now may lead somewhere later.
            isPlain &= attributes.isRegularFile();
            if (attributes.isOther()) {
                BarFile.of(path)
                        .map(file -> file.as(PlainFile.otherKind(path).orElse("no file")))
                        .ifPresent(files::add);
            } else if (attributes.isRegularFile() && isFollowed(path)) {
                BarFile.of(path).ifPresentOrElse(files::add, () -> {
                    if (BarFile.mayHoldBars(path)) {
                        others.add(path);
                    }
                });
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path path, IOException e) {
            isPlain = false;
            // Where a link leads back to a folder above, all has been seen.
            if (e instanceof FileSystemLoopException) {
                return FileVisitResult.CONTINUE;
            }
            throw DataException.unreadable(path, e);
        }

        private boolean isFollowed(Path path) {
            if (!Files.isSymbolicLink(path)) {
                return true;
            }
            isPlain = false;
            boolean isFollowed = mayFollow.test(path);
            if (!isFollowed) {
                passedBy.add(path);
            }
            return isFollowed;
        }
    }
}
