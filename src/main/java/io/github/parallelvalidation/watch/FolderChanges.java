package io.github.parallelvalidation.watch;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_DELETE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;

import io.github.parallelvalidation.workspace.Workspace;
import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Watches files through the operating system's notices and, because network drives send none and notices get lost, by
/// polling every few seconds as well. Files and folders may come, go and be replaced.
public final class FolderChanges implements ChangeNotices {
    private final List<Path> files;
    private final long pollNanos;
    private final Optional<WatchService> notices;
    private final Map<Path, WatchKey> followed = new HashMap<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private Map<Path, FileStamp> seen;

    FolderChanges(List<Path> files, Duration poll, Optional<WatchService> notices) {
        this.files = List.copyOf(files);
        this.pollNanos = poll.toNanos();
        this.notices = notices;
        follow();
        seen = stamps();
    }

    /// The files on which it depends whether a run is due.
    ///
    /// @param poll how often they are looked at without a notice
    public static FolderChanges of(Workspace workspace, Duration poll) {
        List<Path> files = List.of(
                workspace.queue(),
                workspace.currentRun(),
                workspace.settings(),
                workspace.protocol(),
                workspace.fixableErrors());
        return new FolderChanges(files, poll, notices(workspace));
    }

    /// Empty where the system has no more of them to give: looking is enough.
    private static Optional<WatchService> notices(Workspace workspace) {
        try {
            return Optional.of(workspace.root().getFileSystem().newWatchService());
        } catch (IOException | UnsupportedOperationException e) {
            System.getLogger(FolderChanges.class.getName())
                    .log(System.Logger.Level.DEBUG, "no notices of changed files: they are looked at", e);
            return Optional.empty();
        }
    }

    @Override
    public boolean await(Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        while (!isClosed()) {
            follow();
            Map<Path, FileStamp> now = stamps();
            if (!now.equals(seen)) {
                seen = now;
                return true;
            }
            long left = end - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            if (isNoticed(Math.min(left, pollNanos))) {
                seen = stamps();
                return true;
            }
        }
        return false;
    }

    /// Waits for a notice about one of the files.
    private boolean isNoticed(long nanos) {
        try {
            if (notices.isEmpty()) {
                // Never: it only waits, and closing ends the wait.
                return closed.await(nanos, TimeUnit.NANOSECONDS) && !isClosed();
            }
            WatchKey key = notices.get().poll(nanos, TimeUnit.NANOSECONDS);
            return key != null && concerns(key);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            close();
            return false;
        } catch (ClosedWatchServiceException over) {
            return false;
        }
    }

    private boolean concerns(WatchKey key) {
        Path folder = (Path) key.watchable();
        boolean ours = key.pollEvents().stream().anyMatch(event -> concerns(folder, event));
        if (!key.reset()) {
            // The folder is gone; should it come again, it is followed again.
            followed.values().remove(key);
        }
        return ours;
    }

    private boolean concerns(Path folder, WatchEvent<?> event) {
        // Without a name some notices were lost.
        return !(event.context() instanceof Path name) || files.contains(folder.resolve(name));
    }

    /// A folder that is not there yet is awaited in the nearest one above it that is.
    private void follow() {
        for (Path file : files) {
            Path folder = file.getParent();
            while (folder != null && !Files.isDirectory(folder)) {
                folder = folder.getParent();
            }
            if (folder != null && notices.isPresent()) {
                follow(notices.get(), folder);
            }
        }
    }

    private void follow(WatchService service, Path folder) {
        WatchKey known = followed.get(folder);
        if (known != null && known.isValid()) {
            return;
        }
        try {
            followed.put(folder, folder.register(service, ENTRY_CREATE, ENTRY_MODIFY, ENTRY_DELETE));
        } catch (IOException | ClosedWatchServiceException e) {
            System.getLogger(FolderChanges.class.getName())
                    .log(System.Logger.Level.DEBUG, folder + " sends no notices: its files are looked at", e);
        }
    }

    private Map<Path, FileStamp> stamps() {
        return files.stream().collect(Collectors.toMap(Function.identity(), FileStamp::of));
    }

    @Override
    public boolean isClosed() {
        return closed.getCount() == 0;
    }

    @Override
    public void close() {
        closed.countDown();
        notices.ifPresent(service -> {
            try {
                service.close();
            } catch (IOException e) {
                System.getLogger(FolderChanges.class.getName())
                        .log(System.Logger.Level.DEBUG, "the notices could not be given back", e);
            }
        });
    }
}
