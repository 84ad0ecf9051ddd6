package io.github.parallelvalidation.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class GatheredOutputTest {
    /// Counts what arrives.
    private static final class Arrived extends ByteArrayOutputStream {
        private final CountDownLatch flushed = new CountDownLatch(1);
        private int flushes;

        @Override
        public synchronized void flush() {
            flushes++;
            flushed.countDown();
        }
    }

    private final Arrived arrived = new Arrived();

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Test
    void whatIsFlushedBitByBitArrivesAtOnce() throws IOException {
        GatheredOutput output = new GatheredOutput(arrived);
        for (String word : new String[] {"progress 0.1\n", "progress 0.2\n", "done\n"}) {
            output.write(bytes(word));
            output.flush();
        }
        assertThat(arrived.size()).isZero();
        output.passOn();

        assertThat(arrived.toString(StandardCharsets.US_ASCII)).isEqualTo("progress 0.1\nprogress 0.2\ndone\n");
        assertThat(arrived.flushes).isEqualTo(1);
    }

    @Test
    void whatIsFlushedArrivesAMomentLaterByItself() throws IOException, InterruptedException {
        GatheredOutput output = GatheredOutput.start(arrived, Duration.ofMillis(1));
        output.write(bytes("progress"));
        output.flush();

        assertThat(arrived.flushed.await(1, TimeUnit.MINUTES)).isTrue();
        assertThat(arrived.toString(StandardCharsets.US_ASCII)).isEqualTo("progress");
    }

    @Test
    void ofAFloodLittleIsKept() throws IOException {
        GatheredOutput output = new GatheredOutput(arrived);
        for (int i = 0; i < 100_000; i++) {
            output.write('x');
        }
        assertThat(arrived.size()).isGreaterThan(90_000);
    }
}
