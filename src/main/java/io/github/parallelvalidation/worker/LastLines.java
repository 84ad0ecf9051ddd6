package io.github.parallelvalidation.worker;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// Remembers the last lines that a worker printed, fit to be shown.
final class LastLines {
    static final int MOST = 20;
    static final int LONGEST = 200;

    private final Deque<String> lines = new ArrayDeque<>();

    synchronized void add(String line) {
        String shown = Printable.cut(line, LONGEST);
        if (!shown.isBlank()) {
            lines.addLast(shown);
        }
        if (lines.size() > MOST) {
            lines.removeFirst();
        }
    }

    synchronized List<String> all() {
        return List.copyOf(lines);
    }
}
