package io.github.parallelvalidation.watch;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/// A file that others change at times that the test sets, on a clock that moves only while somebody waits. When nothing
/// more is to come it closes.
final class SimulatedChanges implements ChangeNotices {
    private static final Duration AFTERWARDS = Duration.ofMinutes(1);

    private final Deque<Event> coming = new ArrayDeque<>();
    private Duration now = Duration.ZERO;
    private Duration last = Duration.ZERO;
    private boolean closed;

    /// @param noticed false for what changes no file that is watched
    private record Event(Duration at, Runnable what, boolean noticed) {}

    SimulatedChanges at(long millis, Runnable what) {
        coming.add(new Event(Duration.ofMillis(millis), what, true));
        return this;
    }

    SimulatedChanges unnoticedAt(long millis, Runnable what) {
        coming.add(new Event(Duration.ofMillis(millis), what, false));
        return this;
    }

    WatchTiming pace() {
        return new WatchTiming(
                Duration.ofSeconds(2), Duration.ofMillis(500), Duration.ofSeconds(10), () -> now.toNanos());
    }

    Duration now() {
        return now;
    }

    @Override
    public boolean await(Duration atMost) {
        Duration end = now.plus(atMost);
        while (!coming.isEmpty() && coming.peek().at().compareTo(end) <= 0) {
            Event event = coming.remove();
            now = event.at().compareTo(now) > 0 ? event.at() : now;
            last = event.at();
            event.what().run();
            if (event.noticed()) {
                return true;
            }
        }
        now = end;
        closed = closed || (coming.isEmpty() && now.compareTo(last.plus(AFTERWARDS)) > 0);
        return false;
    }

    @Override
    public boolean isClosed() {
        return closed;
    }

    @Override
    public void close() {
        closed = true;
    }
}
