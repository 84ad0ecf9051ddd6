package io.github.parallelvalidation.worker;

import io.github.parallelvalidation.workspace.Printable;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/// Forwards the output of a strategy's own program, and keeps its last error lines.
final class ProgramOutputForwarder {
    private static final int REMEMBERED = 3;
    private static final int LONGEST = 300;
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private final PrintStream out;
    private final Deque<String> errorLines = new ArrayDeque<>();
    private final Thread outputReader;
    private final Thread errorReader;

    private ProgramOutputForwarder(Process process, PrintStream out) {
        this.out = out;
        this.outputReader = Thread.ofPlatform()
                .daemon()
                .name("output of " + process.pid())
                .unstarted(() -> read(process.getInputStream(), false));
        this.errorReader = Thread.ofPlatform()
                .daemon()
                .name("errors of " + process.pid())
                .unstarted(() -> read(process.getErrorStream(), true));
    }

    static ProgramOutputForwarder follow(Process process, PrintStream out) {
        ProgramOutputForwarder forwarder = new ProgramOutputForwarder(process, out);
        forwarder.outputReader.start();
        forwarder.errorReader.start();
        return forwarder;
    }

    private void read(InputStream stream, boolean isError) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                out.println(line);
                if (isError && !line.isBlank()) {
                    remember(line);
                }
            }
        } catch (IOException e) {
            out.println("worker: the program's output broke off: " + e.getMessage());
        }
    }

    private synchronized void remember(String line) {
        errorLines.addLast(line);
        if (errorLines.size() > REMEMBERED) {
            errorLines.removeFirst();
        }
    }

    /// Waits for the rest of what was printed; not for long, for a child of the program may hold its output open.
    void awaitEnd() {
        try {
            boolean ended = outputReader.join(PATIENCE) && errorReader.join(PATIENCE);
            if (!ended) {
                out.println("worker: something the program started is still printing; it is not waited for");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// The last lines of its standard error, for a sentence.
    synchronized String lastWords() {
        if (errorLines.isEmpty()) {
            return " and said nothing on standard error";
        }
        String words = Printable.line(String.join(" | ", errorLines));
        return ": " + words.substring(Math.max(0, words.length() - LONGEST));
    }
}
