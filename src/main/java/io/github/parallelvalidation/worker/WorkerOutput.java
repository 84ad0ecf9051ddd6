package io.github.parallelvalidation.worker;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;

/// Reads what a worker prints as fast as it comes, so that no worker ever waits for us: progress goes to the listener,
/// the
/// rest to the log. A line without an end is cut, not gathered for ever.
final class WorkerOutput {
    private static final int LINE_LIMIT = 64 * 1024;

    private final Consumer<ProgressLine> listener;
    private final WorkerLog log;

    WorkerOutput(Consumer<ProgressLine> listener, WorkerLog log) {
        this.listener = listener;
        this.log = log;
    }

    void follow(InputStream output) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        try (InputStream in = new BufferedInputStream(output, LINE_LIMIT)) {
            for (int next = in.read(); next >= 0; next = in.read()) {
                if (next == '\n' || line.size() == LINE_LIMIT) {
                    take(line);
                }
                if (next != '\n') {
                    line.write(next);
                }
            }
        }
        if (line.size() > 0) {
            take(line);
        }
    }

    private void take(ByteArrayOutputStream bytes) throws IOException {
        String line = bytes.toString(StandardCharsets.UTF_8).stripTrailing();
        bytes.reset();
        Optional<ProgressLine> progress = ProgressLine.parse(line);
        if (progress.isPresent()) {
            listener.accept(progress.get());
        } else {
            log.line(line);
        }
    }
}
