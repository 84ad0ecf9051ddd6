package io.github.parallelvalidation.supervise;

import java.io.IOException;
import java.io.InputStream;

/// Reads what a process prints and hands it to whoever listens at the time. It waits in the read, which costs nothing
/// while nothing comes: for a process that starts no others, so that its output ends with it.
final class OutputPump {
    private static final int CHUNK = 64 * 1024;

    private Listener listener = Listener.NOBODY;

    /// Takes output.
    interface Listener {
        Listener NOBODY = new Listener() {
            @Override
            public void take(byte[] bytes, int length) {
                // What a worker says between two tasks is nobody's.
            }

            @Override
            public void end() {
                // Nobody waits for it.
            }
        };

        /// @param length how many of the bytes came
        void take(byte[] bytes, int length);

        /// No more will come.
        void end();
    }

    /// From now on this one is told.
    synchronized void tell(Listener next) {
        listener = next;
    }

    /// This one is told nothing more, not even of the end.
    synchronized void leave(Listener last) {
        listener = listener.equals(last) ? Listener.NOBODY : listener;
    }

    private synchronized Listener listener() {
        return listener;
    }

    /// Begins to read, in a thread of its own; closes the stream at its end.
    void start(InputStream output, String name) {
        Thread.ofPlatform().daemon().name(name).start(() -> pump(output));
    }

    private void pump(InputStream output) {
        try (output) {
            byte[] chunk = new byte[CHUNK];
            for (int read = output.read(chunk); read >= 0; read = output.read(chunk)) {
                listener().take(chunk, read);
            }
        } catch (IOException e) {
            System.getLogger(OutputPump.class.getName())
                    .log(
                            System.Logger.Level.DEBUG,
                            "output of " + Thread.currentThread().getName(),
                            e);
        } finally {
            listener().end();
        }
    }
}
