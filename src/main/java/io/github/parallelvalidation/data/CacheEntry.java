package io.github.parallelvalidation.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Writes a file of the bar cache while the bars are being read. A failure to write it never stops the reading.
final class CacheEntry implements BarSink, AutoCloseable {
    private final BarCache cache;
    private final Path temporary;
    private final ColumnWriter writer;
    private final Fingerprint fingerprint;
    private final Timeframe timeframe;
    private boolean isBroken;

    CacheEntry(BarCache cache, Path temporary, ColumnWriter writer, Fingerprint fingerprint, Timeframe timeframe) {
        this.cache = cache;
        this.temporary = temporary;
        this.writer = writer;
        this.fingerprint = fingerprint;
        this.timeframe = timeframe;
    }

    @Override
    public void add(long time, double open, double high, double low, double close, double volume) {
        if (!isBroken) {
            try {
                writer.add(time, open, high, low, close, volume);
            } catch (CacheFailure e) {
                giveUp(e);
            }
        }
    }

    @Override
    public void duplicate(long time) {
        writer.duplicate(time);
    }

    /// Ends the writing and renames the file to its final name.
    void finish() {
        if (isBroken) {
            return;
        }
        try {
            writer.finish(fingerprint, timeframe);
            writer.close();
            cache.keep(temporary, fingerprint, timeframe);
        } catch (CacheFailure e) {
            giveUp(e);
        } catch (IOException e) {
            giveUp(new CacheFailure(e));
        }
    }

    private void giveUp(CacheFailure failure) {
        isBroken = true;
        cache.unusable(failure.reason());
    }

    @Override
    public void close() {
        try {
            writer.close();
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            cache.unusable(e);
        }
    }
}
