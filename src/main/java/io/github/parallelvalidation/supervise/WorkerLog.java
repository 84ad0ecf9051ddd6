package io.github.parallelvalidation.supervise;

import io.github.parallelvalidation.workspace.OwnFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// The log of a worker's output, at most 1 MiB: the first half is written as it comes, of the rest the last half is
/// kept.
final class WorkerLog implements AutoCloseable {
    static final int LIMIT = 1 << 20;
    private static final int HALF = LIMIT / 2;
    private static final byte[] NEW_LINE = {'\n'};

    private final FileChannel channel;
    /// Of the first half, what is not written yet.
    private final ByteArrayOutputStream waiting = new ByteArrayOutputStream();
    private byte[] tail = {};
    private int head;
    private long overflow;
    private boolean broken;

    WorkerLog(Path file) throws IOException {
        channel = OwnFile.empty(file);
    }

    void line(byte[] line) {
        add(line, line.length);
        add(NEW_LINE, 1);
    }

    private void add(byte[] bytes, int length) {
        int direct = Math.min(length, HALF - head);
        waiting.write(bytes, 0, direct);
        head += direct;
        if (direct < length && tail.length == 0) {
            tail = new byte[HALF];
        }
        for (int i = direct; i < length; i++) {
            tail[(int) (overflow++ % HALF)] = bytes[i];
        }
    }

    /// What came so far can be read in the file, but for the last part of a flood.
    void flush() {
        byte[] bytes = waiting.toByteArray();
        waiting.reset();
        write(bytes, 0, bytes.length);
    }

    /// A full disk costs the log; the worker is listened to all the same.
    private void write(byte[] bytes, int offset, int length) {
        try {
            ByteBuffer buffer = ByteBuffer.wrap(bytes, offset, length);
            while (!broken && buffer.hasRemaining()) {
                channel.write(buffer);
            }
        } catch (IOException e) {
            broken = true;
            System.getLogger(WorkerLog.class.getName()).log(System.Logger.Level.DEBUG, "a worker's log broke off", e);
        }
    }

    @Override
    public void close() throws IOException {
        if (!channel.isOpen()) {
            return;
        }
        flush();
        if (overflow > HALF) {
            byte[] cut =
                    "\n[… %d bytes left out …]\n".formatted(overflow - HALF).getBytes(StandardCharsets.UTF_8);
            write(cut, 0, cut.length);
            int start = (int) (overflow % HALF);
            write(tail, start, HALF - start);
            write(tail, 0, start);
        } else {
            write(tail, 0, (int) overflow);
        }
        channel.close();
    }
}
