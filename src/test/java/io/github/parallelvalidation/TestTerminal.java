package io.github.parallelvalidation;

import io.github.parallelvalidation.cli.Terminal;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// A terminal without colours that a test reads.
public final class TestTerminal {
    private TestTerminal() {}

    /// One without a person.
    public static Terminal of(OutputStream out, OutputStream err) {
        return of(out, err, null);
    }

    /// @param person who can be asked, or null where there is nobody
    public static Terminal of(OutputStream out, OutputStream err, Terminal.@Nullable Person person) {
        return new Terminal(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                person,
                false);
    }
}
