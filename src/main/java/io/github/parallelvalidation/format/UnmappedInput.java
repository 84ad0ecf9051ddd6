package io.github.parallelvalidation.format;

import dev.hardwood.InputFile;
import io.github.parallelvalidation.workspace.PlainFile;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// An input file for the Parquet library Hardwood that is read piece by piece. Mapped, as Hardwood would have it, a
/// file of years would count whole against the memory of a worker.
final class UnmappedInput implements InputFile {
    private final Path file;
    private @Nullable FileChannel channel;

    UnmappedInput(Path file) {
        this.file = file;
    }

    @Override
    public void open() throws IOException {
        if (channel == null) {
            channel = PlainFile.channel(file);
        }
    }

    @Override
    public ByteBuffer readRange(long offset, int length) throws IOException {
        FileChannel source = Objects.requireNonNull(channel, "opened");
        ByteBuffer bytes = ByteBuffer.allocateDirect(length);
        while (bytes.hasRemaining()) {
            if (source.read(bytes, offset + bytes.position()) < 0) {
                throw new EOFException("the file ends too early");
            }
        }
        return bytes.flip();
    }

    @Override
    public long length() throws IOException {
        return Objects.requireNonNull(channel, "opened").size();
    }

    @Override
    public String name() {
        return String.valueOf(file.getFileName());
    }

    @Override
    public void close() throws IOException {
        if (channel != null) {
            channel.close();
        }
    }
}
