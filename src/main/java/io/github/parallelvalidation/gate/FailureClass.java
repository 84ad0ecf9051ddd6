package io.github.parallelvalidation.gate;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How an attempt failed technically.
public enum FailureClass {
    TIMEOUT("no result in time"),
    MEMORY("too much memory"),
    KILLED_BY_SIGNAL("killed by a signal"),
    NO_RESULT("ended without a result"),
    MALFORMED_RESULT("malformed result"),
    EXCEPTION("exception"),
    BAD_DATA("bad data"),
    BAD_STRATEGY("bad strategy"),
    NON_DETERMINISTIC("not deterministic");

    private final String words;

    FailureClass(String words) {
        this.words = words;
    }

    /// For people.
    public String words() {
        return words;
    }

    /// The name in files: `killed_by_signal`.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<FailureClass> parse(String code) {
        return Arrays.stream(values()).filter(item -> item.code().equals(code)).findFirst();
    }
}
