package io.github.parallelvalidation.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An output of the process that remembers why something could not be written: a print stream keeps that to itself.
final class ProcessOutput extends OutputStream {
    /// Whoever reads has seen enough, as `head` has.
    private static final String CLOSED_PIPE = "(?i).*(broken pipe|pipe (is being closed|has been ended)).*";

    private final OutputStream stream;
    private @Nullable IOException failure;

    ProcessOutput(OutputStream stream) {
        this.stream = stream;
    }

    @Override
    public void write(int one) throws IOException {
        try {
            stream.write(one);
        } catch (IOException e) {
            throw first(e);
        }
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        try {
            stream.write(bytes, offset, length);
        } catch (IOException e) {
            throw first(e);
        }
    }

    @Override
    public void flush() throws IOException {
        try {
            stream.flush();
        } catch (IOException e) {
            throw first(e);
        }
    }

    /// Once the disk is full the rest fails, too.
    private IOException first(IOException e) {
        failure = failure == null ? e : failure;
        return e;
    }

    /// Why some of it was lost, where somebody may miss it.
    Optional<String> lost() {
        if (failure == null) {
            return Optional.empty();
        }
        String reason = String.valueOf(failure.getMessage());
        return reason.matches(CLOSED_PIPE) ? Optional.empty() : Optional.of(reason);
    }
}
