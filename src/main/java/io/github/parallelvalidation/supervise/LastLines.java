package io.github.parallelvalidation.supervise;

import io.github.parallelvalidation.workspace.Printable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/// Keeps the last lines that a worker printed, made safe to display.
final class LastLines {
    static final int MOST = 20;
    static final int LONGEST = 200;

    /// A character has at most four bytes.
    private static final int MOST_BYTES = 4 * (LONGEST + 1);

    private final Deque<byte[]> lines = new ArrayDeque<>();

    /// Quick: most lines are never shown.
    synchronized void add(byte[] line) {
        if (line.length == 0) {
            return;
        }
        lines.addLast(line.length > MOST_BYTES ? Arrays.copyOf(line, MOST_BYTES) : line);
        if (lines.size() > MOST) {
            lines.removeFirst();
        }
    }

    synchronized List<String> all() {
        return lines.stream()
                .map(line -> Printable.cut(new String(line, StandardCharsets.UTF_8), LONGEST))
                .filter(line -> !line.isBlank())
                .toList();
    }
}
