package io.github.parallelvalidation.torture;

import java.util.ArrayList;
import java.util.List;

/// How many file operations the program still has to live. After the last one nothing that it does has an effect any
/// more: every operation throws [Stopped], those in its `finally` blocks too.
public final class Life {
    private final int limit;
    private final boolean torn;
    private final List<String> operations = new ArrayList<>();

    /// @param limit operations that are carried out
    /// @param torn whether half of the next one is carried out as well, where it writes bytes
    public Life(int limit, boolean torn) {
        this.limit = limit;
        this.torn = torn;
    }

    public static Life unlimited() {
        return new Life(Integer.MAX_VALUE, false);
    }

    /// What a dead program does instead of an answer.
    public static final class Stopped extends Error {
        private static final long serialVersionUID = 1L;

        Stopped() {
            super("stopped here");
        }
    }

    /// Before something is changed.
    ///
    /// @throws Stopped when it must not happen any more
    synchronized void operation(String what) {
        if (operations.size() >= limit) {
            die(what);
        }
        operations.add(what);
    }

    /// Before bytes are written.
    ///
    /// @return how many of them reach the disk
    synchronized int write(String what, int bytes) {
        if (operations.size() == limit && torn && bytes > 1) {
            operations.add("half of " + what);
            return bytes / 2;
        }
        operation(what);
        return bytes;
    }

    /// Before something is only read.
    synchronized void look() {
        if (operations.size() > limit) {
            throw new Stopped();
        }
    }

    private void die(String what) {
        if (operations.size() == limit) {
            operations.add("stopped before " + what);
        }
        throw new Stopped();
    }

    /// What was done, the place of death included.
    public synchronized List<String> operations() {
        return List.copyOf(operations);
    }
}
