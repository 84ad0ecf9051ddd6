package io.github.parallelvalidation.workspace;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// A temporary folder that is removed with all that is in it. Of a process that is killed it stays behind: it holds a
/// file that its process keeps locked, and so whoever comes later knows which folders are nobody's.
public final class TemporaryFolder implements AutoCloseable {
    private static final String PREFIX = "parallel-validation-";
    private static final String LOCK = ".in-use";

    /// Of this process: looking at such a file would give up its lock.
    private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final FileChannel lock;

    private TemporaryFolder(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    public static TemporaryFolder create() throws IOException {
        while (true) {
            Path folder = Files.createTempDirectory(PREFIX);
            OWN.add(folder);
            Path file = folder.resolve(LOCK);
            FileChannel lock = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            TemporaryFolder made = new TemporaryFolder(folder, lock);
            // Somebody who cleans up may have come between making the file and locking it.
            if (isLocked(lock) && Files.exists(file)) {
                return made;
            }
            made.close();
        }
    }

    private static boolean isLocked(FileChannel lock) {
        try {
            return lock.tryLock() != null;
        } catch (IOException noLocksHere) {
            // Nobody can lock there, and so nobody takes the folder for abandoned.
            return true;
        }
    }

    public Path folder() {
        return folder;
    }

    /// The lock is the last to go: without it others remove the folder, too, and one would miss what the other took.
    @Override
    public void close() throws IOException {
        try (lock) {
            removeContents();
        }
        Files.deleteIfExists(folder.resolve(LOCK));
        Files.deleteIfExists(folder);
        OWN.remove(folder);
    }

    private void removeContents() throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, entry -> !entry.endsWith(LOCK))) {
            for (Path entry : entries) {
                remove(entry);
            }
        } catch (NoSuchFileException taken) {
            // It could not be locked in time, and is gone.
            return;
        }
    }

    /// Removes what killed processes of this user left behind. What cannot be removed now is tried again by the next
    /// run.
    static void removeAbandoned() {
        Path place = Path.of(System.getProperty("java.io.tmpdir"));
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(place, PREFIX + "*")) {
            for (Path folder : folders) {
                removeIfAbandoned(folder);
            }
        } catch (IOException | DirectoryIteratorException notToBeListed) {
            System.getLogger(TemporaryFolder.class.getName())
                    .log(System.Logger.Level.DEBUG, "temporary folders cannot be looked through", notToBeListed);
        }
    }

    private static void removeIfAbandoned(Path folder) {
        Path file = folder.resolve(LOCK);
        try {
            if (OWN.contains(folder) || !isOfThisUser(folder) || !PathEntry.isFile(file)) {
                return;
            }
            boolean isAbandoned;
            try (FileChannel lock = FileChannel.open(file, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
                isAbandoned = lock.tryLock() != null;
                if (isAbandoned) {
                    Files.delete(file);
                }
            }
            if (isAbandoned) {
                remove(folder);
            }
        } catch (IOException | OverlappingFileLockException somebodyElse) {
            System.getLogger(TemporaryFolder.class.getName())
                    .log(System.Logger.Level.DEBUG, "a temporary folder stays", somebodyElse);
        }
    }

    /// In a place for everybody somebody else may have put what only looks like ours.
    private static boolean isOfThisUser(Path folder) throws IOException {
        return Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                && (!FileModes.areKnown(folder)
                        || Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS)
                                .getName()
                                .equals(System.getProperty("user.name")));
    }

    /// Removes a folder with all that is in it; links in it are not followed. What somebody else removes at the same
    /// time is gone as well.
    static void remove(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                if (e instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw e;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path inner, @Nullable IOException e) throws IOException {
                if (e != null) {
                    throw e;
                }
                Files.deleteIfExists(inner);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
