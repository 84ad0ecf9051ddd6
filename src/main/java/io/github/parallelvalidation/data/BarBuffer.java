package io.github.parallelvalidation.data;

import io.github.parallelvalidation.format.ColumnRoles;
import java.util.ArrayDeque;
import java.util.Deque;

/// Collects bars in column chunks and drops chunks that are too old to be needed, so that a long file costs no more
/// memory than the part of it that is used.
final class BarBuffer implements BarSink {
    private static final int CHUNK = 1 << 14;

    private final Lookback history;
    private final Deque<Chunk> chunks = new ArrayDeque<>();
    private final Times duplicates = new Times();
    private Chunk newest = new Chunk(new long[0], new double[ColumnRoles.VALUES][0]);
    private int used;
    private boolean isTrimmed;

    BarBuffer(Lookback history) {
        this.history = history;
    }

    /// Columns of equal length.
    @SuppressWarnings("ArrayRecordComponent")
    private record Chunk(long[] time, double[][] values) {}

    @Override
    public void add(long time, double open, double high, double low, double close, double volume) {
        if (used == newest.time.length) {
            forget();
            newest = new Chunk(new long[CHUNK], new double[ColumnRoles.VALUES][CHUNK]);
            chunks.addLast(newest);
            used = 0;
        }
        double[][] values = newest.values;
        newest.time[used] = time;
        values[ColumnRoles.OPEN][used] = open;
        values[ColumnRoles.HIGH][used] = high;
        values[ColumnRoles.LOW][used] = low;
        values[ColumnRoles.CLOSE][used] = close;
        values[ColumnRoles.VOLUME][used] = volume;
        used++;
    }

    @Override
    public void duplicate(long time) {
        duplicates.add(time);
    }

    private int length() {
        return chunks.isEmpty() ? 0 : (chunks.size() - 1) * CHUNK + used;
    }

    /// The index of the first bar that is needed, among those that are still there.
    private int firstNeeded() {
        int before = 0;
        if (used > 0) {
            long start = history.start(newest.time[used - 1]);
            int left = length();
            for (Chunk chunk : chunks) {
                int length = Math.min(left, CHUNK);
                int old = Lookback.after(chunk.time, length, start);
                before += old;
                left -= length;
                if (old < length) {
                    break;
                }
            }
        }
        return Math.max(0, before - history.warmupBars());
    }

    private void forget() {
        for (int first = firstNeeded(); first >= CHUNK; first -= CHUNK) {
            chunks.removeFirst();
            isTrimmed = true;
        }
        if (!chunks.isEmpty()) {
            duplicates.dropBefore(chunks.getFirst().time[0]);
        }
    }

    /// Whether more bars came than are needed, so that none can be missing at the beginning.
    boolean isEnough() {
        return isTrimmed || firstNeeded() > 0;
    }

    /// The bars that are needed. Ends the collecting.
    Bars bars(String symbol, Timeframe timeframe, String source) {
        int skip = firstNeeded();
        int left = length();
        Columns columns = new Columns(left - skip);
        int to = 0;
        while (!chunks.isEmpty()) {
            Chunk chunk = chunks.removeFirst();
            int length = Math.min(left, CHUNK);
            int from = Math.min(skip, length);
            System.arraycopy(chunk.time, from, columns.time(), to, length - from);
            for (int role = 0; role < ColumnRoles.VALUES; role++) {
                System.arraycopy(chunk.values[role], from, columns.values(role), to, length - from);
            }
            to += length - from;
            skip -= from;
            left -= length;
        }
        return new Bars(
                symbol,
                timeframe,
                source,
                columns,
                columns.time().length == 0 ? 0 : duplicates.from(columns.time()[0]));
    }
}
