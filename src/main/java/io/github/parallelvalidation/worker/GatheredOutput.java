package io.github.parallelvalidation.worker;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;

/// Output that is passed on a moment after it was flushed. Most strategies are judged within that moment: what they say
/// of their progress then goes to the run at once, and nobody is woken for each word of it.
final class GatheredOutput extends OutputStream {
    private static final int MOST = 8 * 1024;

    private final OutputStream out;
    private final ByteArrayOutputStream gathered = new ByteArrayOutputStream(MOST);
    private boolean isWaiting;

    GatheredOutput(OutputStream out) {
        this.out = out;
    }

    /// From now on what was flushed is passed on after this time at the latest.
    ///
    /// @param delay between a flush and what it is for
    static GatheredOutput start(OutputStream out, Duration delay) {
        GatheredOutput output = new GatheredOutput(out);
        Thread.ofPlatform().daemon().name("output").start(() -> output.passOn(delay));
        return output;
    }

    private void passOn(Duration delay) {
        try {
            while (true) {
                awaitFlush();
                Thread.sleep(delay);
                passOn();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized void awaitFlush() throws InterruptedException {
        while (!isWaiting) {
            wait();
        }
    }

    @Override
    public synchronized void write(int value) throws IOException {
        gathered.write(value);
        passOnMuch();
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
        gathered.write(bytes, offset, length);
        passOnMuch();
    }

    private void passOnMuch() throws IOException {
        if (gathered.size() >= MOST) {
            passOn();
        }
    }

    @Override
    public synchronized void flush() {
        isWaiting = true;
        notifyAll();
    }

    /// Now, whatever there is.
    synchronized void passOn() throws IOException {
        isWaiting = false;
        gathered.writeTo(out);
        gathered.reset();
        out.flush();
    }
}
