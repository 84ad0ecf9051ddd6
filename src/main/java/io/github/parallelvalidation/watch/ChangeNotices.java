package io.github.parallelvalidation.watch;

import java.time.Duration;

/// Source of change notices for watched files.
public interface ChangeNotices extends AutoCloseable {

    /// Waits for a change; one that happened since the last call counts.
    ///
    /// @return false when the time was over first, or this was closed
    boolean await(Duration atMost);

    boolean isClosed();

    /// Ends a wait that is on, from any thread.
    @Override
    void close();
}
