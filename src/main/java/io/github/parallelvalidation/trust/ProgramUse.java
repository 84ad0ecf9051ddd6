package io.github.parallelvalidation.trust;

import java.util.Arrays;
import java.util.Optional;

/// What a workspace names a program for.
public enum ProgramUse {
    /// It stands in the place of the built-in worker.
    WORKER("worker.command"),
    /// It is told when a run is over.
    NOTIFY("notify.command"),
    /// It computes the signals of one strategy.
    SIGNAL("signal.command");

    private final String key;

    ProgramUse(String key) {
        this.key = key;
    }

    /// The key that names it, `signal.command` for example.
    public String key() {
        return key;
    }

    static Optional<ProgramUse> parse(String key) {
        return Arrays.stream(values()).filter(use -> use.key.equals(key)).findFirst();
    }
}
