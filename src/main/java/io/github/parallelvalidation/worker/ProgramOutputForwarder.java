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

/// Passes on what a strategy's own program prints, and remembers its last complaints.
final class ProgramOutputForwarder {
    private static final int REMEMBERED = 3;
    private static final int LONGEST = 300;
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private final PrintStream out;
    private final Deque<String> complaints = new ArrayDeque<>();
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
        ProgramOutputForwarder voice = new ProgramOutputForwarder(process, out);
        voice.outputReader.start();
        voice.errorReader.start();
        return voice;
    }

    private void read(InputStream stream, boolean complains) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                out.println(line);
                if (complains && !line.isBlank()) {
                    remember(line);
                }
            }
        } catch (IOException e) {
            out.println("worker: the program's output broke off: " + e.getMessage());
        }
    }

    private synchronized void remember(String line) {
        complaints.addLast(line);
        if (complaints.size() > REMEMBERED) {
            complaints.removeFirst();
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
        if (complaints.isEmpty()) {
            return " and said nothing on standard error";
        }
        String words = Printable.line(String.join(" | ", complaints));
        return ": " + words.substring(Math.max(0, words.length() - LONGEST));
    }
}
