package io.github.parallelvalidation.worker;

import io.github.parallelvalidation.workspace.FileModes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// What a worker prints, at most 1 MiB of it: the first half is written as it comes, of the rest the last half is kept.
final class WorkerLog implements AutoCloseable {
    static final int LIMIT = 1 << 20;
    private static final int HALF = LIMIT / 2;

    private final FileChannel channel;
    private final byte[] tail = new byte[HALF];
    private int head;
    private long overflow;
    private boolean broken;

    WorkerLog(Path file) throws IOException {
        channel = FileChannel.open(
                file,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE,
                LinkOption.NOFOLLOW_LINKS);
        FileModes.narrow(file);
    }

    void line(String line) {
        byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
        int direct = Math.min(bytes.length, HALF - head);
        write(bytes, direct);
        head += direct;
        for (int i = direct; i < bytes.length; i++) {
            tail[(int) (overflow++ % HALF)] = bytes[i];
        }
    }

    /// A full disk costs the log; the worker is listened to all the same.
    private void write(byte[] bytes, int length) {
        try {
            if (!broken) {
                channel.write(ByteBuffer.wrap(bytes, 0, length));
            }
        } catch (IOException e) {
            broken = true;
            System.getLogger(WorkerLog.class.getName()).log(System.Logger.Level.DEBUG, "a worker's log broke off", e);
        }
    }

    @Override
    public void close() throws IOException {
        if (overflow > HALF) {
            String cut = "\n[… %d bytes left out …]\n".formatted(overflow - HALF);
            channel.write(ByteBuffer.wrap(cut.getBytes(StandardCharsets.UTF_8)));
            int start = (int) (overflow % HALF);
            channel.write(ByteBuffer.wrap(tail, start, HALF - start));
            channel.write(ByteBuffer.wrap(tail, 0, start));
        } else {
            channel.write(ByteBuffer.wrap(tail, 0, (int) overflow));
        }
        channel.close();
    }
}
