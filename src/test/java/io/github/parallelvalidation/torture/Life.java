package io.github.parallelvalidation.torture;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// How many file operations the program still has to live. After the last one nothing that it does has an effect any
/// more: every operation throws [Stopped], those in its `finally` blocks too.
public final class Life implements Hook {
    private static final Set<String> HARMLESS = Set.of("read", "list", "force", "lock");

    private final int limit;
    private final List<String> operations = new ArrayList<>();

    /// @param limit operations that are carried out; a write is two, one for each of its halves
    public Life(int limit) {
        this.limit = limit;
    }

    public static Life unlimited() {
        return new Life(Integer.MAX_VALUE);
    }

    /// What a dead program does instead of an answer.
    public static final class Stopped extends Error {
        private static final long serialVersionUID = 1L;

        Stopped() {
            super("stopped here");
        }
    }

    /// @throws Stopped when it must not happen any more
    @Override
    public synchronized void before(String operation, String name) {
        boolean isDead = operations.size() > limit;
        if (!isDead && HARMLESS.contains(operation)) {
            return;
        }
        if (operations.size() >= limit) {
            if (!isDead) {
                operations.add("stopped before: " + operation + " " + name);
            }
            throw new Stopped();
        }
        operations.add(operation + " " + name);
    }

    @Override
    public synchronized void look() {
        if (operations.size() > limit) {
            throw new Stopped();
        }
    }

    /// Who is killed loses nothing that was written; forcing to the disk is for machines that lose power.
    @Override
    public boolean forces() {
        return false;
    }

    /// What was done, the place of death included.
    public synchronized List<String> operations() {
        return List.copyOf(operations);
    }
}
