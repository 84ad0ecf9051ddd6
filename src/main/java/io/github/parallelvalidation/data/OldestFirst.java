package io.github.parallelvalidation.data;

import io.github.parallelvalidation.format.ColumnRoles;
import io.github.parallelvalidation.format.DataException;
import io.github.parallelvalidation.format.Origin;
import io.github.parallelvalidation.format.RowBlock;
import io.github.parallelvalidation.format.RowReader;
import java.io.IOException;
import java.time.Instant;

/// Delivers the rows of a file oldest first; a file sorted newest first is reversed. Rows that follow neither order are
/// refused.
final class OldestFirst implements RowReader {
    private final RowReader rows;
    private final BlockStack spool = new BlockStack();
    private final RowBlock first = new RowBlock();
    private long previous;
    private long previousLine;
    /// 1 oldest first, -1 newest first, 0 not known yet.
    private int direction;
    private boolean isStarted;
    private boolean isTurned;

    OldestFirst(RowReader rows) {
        this.rows = rows;
    }

    @Override
    public Origin origin() {
        return rows.origin();
    }

    /// Whether the file begins with the newest row. Known after the first read.
    boolean isTurned() {
        return isTurned;
    }

    @Override
    public void read(RowBlock block) throws IOException {
        if (!isStarted) {
            isStarted = true;
            rows.read(first);
            check(first);
            if (direction < 0) {
                turn();
            } else {
                block.copyFrom(first);
                return;
            }
        }
        if (!isTurned) {
            rows.read(block);
            check(block);
        } else if (spool.pop(block)) {
            block.reverse();
        } else {
            block.clear();
        }
    }

    private void turn() throws IOException {
        isTurned = true;
        for (; first.length() > 0; rows.read(first), check(first)) {
            spool.push(first);
        }
    }

    private void check(RowBlock block) {
        long[] time = block.time;
        int length = block.length();
        if (length == 0) {
            return;
        }
        long last = previousLine == 0 ? time[0] : previous;
        for (int i = 0; i < length; i++) {
            long step = time[i] - last;
            if (step != 0) {
                direction = direction == 0 ? Long.signum(step) : direction;
                if (step > 0 != direction > 0) {
                    throw disorder(block, i, last);
                }
            }
            last = time[i];
        }
        previous = last;
        previousLine = block.line[length - 1];
    }

    private DataException disorder(RowBlock block, int at, long above) {
        boolean isAscending = direction > 0;
        return origin().invalid(
                        block.line[at],
                        ColumnRoles.TIME,
                        "timestamp %s is %s the %s of the bar above; bars must be in ascending order%s"
                                .formatted(
                                        Instant.ofEpochMilli(block.time[at]),
                                        isAscending ? "before" : "after",
                                        Instant.ofEpochMilli(above),
                                        isAscending ? "" : ", or all newest first as the first rows are"));
    }

    @Override
    public void close() throws IOException {
        try (rows;
                spool) {
            first.clear();
        }
    }
}
