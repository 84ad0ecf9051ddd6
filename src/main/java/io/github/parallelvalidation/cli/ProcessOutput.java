package io.github.parallelvalidation.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// An output of the process that remembers why something could not be written: a print stream keeps that to itself.
final class ProcessOutput extends OutputStream {
    /// Whoever reads has seen enough, as `head` has.
    private static final Pattern CLOSED_PIPE = Pattern.compile("(?i)broken pipe|pipe (is being closed|has been ended)");

    private final OutputStream stream;
    private @Nullable IOException failure;

    ProcessOutput(OutputStream stream) {
        this.stream = stream;
    }

    private interface Step {
        void run() throws IOException;
    }

    private void attempt(Step step) throws IOException {
        try {
            step.run();
        } catch (IOException e) {
            failure = failure == null ? e : failure;
            throw e;
        }
    }

    @Override
    public void write(int one) throws IOException {
        attempt(() -> stream.write(one));
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        attempt(() -> stream.write(bytes, offset, length));
    }

    @Override
    public void flush() throws IOException {
        attempt(stream::flush);
    }

    /// Why some of it was lost, where somebody may miss it.
    Optional<String> lost() {
        return Optional.ofNullable(failure)
                .map(e -> String.valueOf(e.getMessage()))
                .filter(reason -> !CLOSED_PIPE.matcher(reason).find());
    }
}
