package io.github.parallelvalidation.data;

import io.github.parallelvalidation.format.DataException;
import io.github.parallelvalidation.format.Origin;
import io.github.parallelvalidation.format.Readers;
import io.github.parallelvalidation.format.RowBlock;
import io.github.parallelvalidation.format.RowReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/// Merges files into one series of rows ordered by time. Files may overlap; a file is open only while its rows are next
/// in order, so that hundreds of daily dumps need no more memory than one.
final class BarMerger {
    private final Deque<Waiting> waiting;
    private final List<Due> due = new ArrayList<>();

    private BarMerger(Deque<Waiting> waiting) {
        this.waiting = waiting;
    }

    /// A file that is not open yet, with a lower bound for the time of its first row.
    private record Waiting(Path file, long first) {}

    /// @throws DataException when a file cannot be read, or holds no row
    static void read(List<Path> files, Timeframe timeframe, BarSink sink) {
        Deque<Waiting> waiting = new ArrayDeque<>();
        if (files.size() == 1) {
            waiting.add(new Waiting(files.getFirst(), Long.MIN_VALUE));
        } else {
            files.stream()
                    .map(file -> new Waiting(file, first(file)))
                    .sorted(Comparator.comparingLong(Waiting::first))
                    .forEach(waiting::add);
        }
        BarCheck check = new BarCheck(timeframe, new Origin.Rows(files.getFirst()), sink);
        new BarMerger(waiting).into(check);
        check.finish();
    }

    private static long first(Path file) {
        try (RowReader rows = Readers.open(file)) {
            RowBlock block = new RowBlock();
            rows.read(block);
            checkAny(block, file);
            // A file that begins with its newest row says its first time only at its end.
            for (int i = 1; i < block.length(); i++) {
                if (block.time[i] != block.time[0]) {
                    return block.time[i] > block.time[0] ? block.time[0] : Long.MIN_VALUE;
                }
            }
            return block.length() < RowBlock.SIZE ? block.time[0] : Long.MIN_VALUE;
        } catch (IOException e) {
            throw DataException.unreadable(file, e);
        }
    }

    private static void checkAny(RowBlock block, Path file) {
        if (block.length() == 0) {
            throw DataException.invalid(file, "there is no bar in the file");
        }
    }

    private void into(BarCheck check) {
        try {
            open();
            while (!due.isEmpty()) {
                Due earliest = earliest();
                if (!earliest.passUpTo(limit(earliest), check)) {
                    due.remove(earliest);
                    earliest.close();
                }
                open();
            }
        } finally {
            for (Due open : due) {
                open.close();
            }
        }
    }

    /// Opens every file whose rows may be next.
    private void open() {
        while (!waiting.isEmpty()
                && (due.isEmpty() || waiting.getFirst().first() <= earliest().time())) {
            due.add(new Due(waiting.removeFirst().file()));
        }
    }

    private Due earliest() {
        Due earliest = due.getFirst();
        for (Due candidate : due) {
            earliest = candidate.time() < earliest.time() ? candidate : earliest;
        }
        return earliest;
    }

    /// Until when the rows of one file come before those of all others.
    private long limit(Due mine) {
        long limit = waiting.isEmpty() ? Long.MAX_VALUE : waiting.getFirst().first();
        for (Due other : due) {
            limit = other == mine ? limit : Math.min(limit, other.time());
        }
        return limit;
    }

    /// An open file and its current block of rows.
    private static final class Due {
        private final Path file;
        private final RowReader rows;
        private final RowBlock block = new RowBlock();
        private int at;

        Due(Path file) {
            this.file = file;
            try {
                rows = new OldestFirst(Readers.open(file));
                try {
                    rows.read(block);
                    checkAny(block, file);
                } catch (IOException | RuntimeException e) {
                    rows.close();
                    throw e;
                }
            } catch (IOException e) {
                throw DataException.unreadable(file, e);
            }
        }

        /// Of the next row.
        long time() {
            return block.time[at];
        }

        /// Hands on the rows up to a time; at least one.
        ///
        /// @return whether there are more
        boolean passUpTo(long limit, BarCheck check) {
            int end = block.length();
            int to = end;
            if (block.time[end - 1] > limit) {
                for (to = at + 1; to < end && block.time[to] <= limit; to++) {}
            }
            check.add(rows.origin(), block, at, to);
            at = to;
            if (at == end) {
                at = 0;
                try {
                    rows.read(block);
                } catch (IOException e) {
                    throw DataException.unreadable(file, e);
                }
            }
            return block.length() > 0;
        }

        void close() {
            try {
                rows.close();
            } catch (IOException e) {
                throw DataException.unreadable(file, e);
            }
        }
    }
}
