package io.github.parallelvalidation.data;

import io.github.parallelvalidation.format.DataException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Loads the bars of a source, checked, at the requested timeframe, as far back as they are needed.
///
/// @param cache spares reading a file twice; empty to do without
public record BarLoader(Optional<BarCache> cache) {

    /// @param folder what paths are shown relative to
    /// @throws DataException when a file is missing, damaged, or holds a bar that cannot be
    public Bars load(BarSource source, String symbol, Timeframe timeframe, Lookback history, Path folder) {
        Request request = new Request(source, symbol, timeframe, history, source.describe(folder));
        Bars bars = cache.isPresent() ? cached(cache.get(), request) : read(request, Optional.empty());
        if (bars.length() == 0) {
            throw DataException.invalid(
                    source.files().getFirst(),
                    "the bars of %s do not make one whole bar of %s".formatted(source.timeframe(), timeframe));
        }
        return bars;
    }

    /// The requested symbol, timeframe and lookback.
    record Request(BarSource source, String symbol, Timeframe timeframe, Lookback history, String name) {
        boolean isFiner() {
            return source.timeframe() != timeframe;
        }
    }

    private static Bars cached(BarCache cache, Request request) {
        BarSource source = request.source();
        for (Path file : source.files()) {
            if (!Files.isReadable(file) || !Files.isRegularFile(file)) {
                return read(request, Optional.empty());
            }
        }
        Fingerprint fingerprint;
        List<FileState> states;
        try {
            states = FileState.of(source.files());
            fingerprint = KnownContents.OF_PROCESS.fingerprint(source.files(), states, cache.fingerprints());
        } catch (IOException e) {
            throw DataException.unreadable(source.files().getFirst(), e);
        }
        Optional<Bars> inUse = KnownBars.OF_PROCESS.find(fingerprint, request);
        if (inUse.isPresent()) {
            return inUse.get();
        }
        Optional<Bars> known = cache.read(fingerprint, source.timeframe(), columns -> fromColumns(columns, request));
        if (known.isPresent()) {
            KnownBars.OF_PROCESS.remember(fingerprint, request, known.get());
            return known.get();
        }
        Optional<CacheEntry> entry = cache.start(fingerprint, source.timeframe());
        try {
            Bars bars = read(request, entry);
            // What was read while somebody wrote it must not be kept under the name of what was there before.
            if (states.equals(FileState.of(source.files()))) {
                entry.ifPresent(CacheEntry::finish);
            }
            return bars;
        } catch (IOException e) {
            throw DataException.unreadable(source.files().getFirst(), e);
        } finally {
            entry.ifPresent(CacheEntry::close);
        }
    }

    private static Bars read(Request request, Optional<CacheEntry> entry) {
        BarSource source = request.source();
        BarBuffer buffer = new BarBuffer(request.history());
        Resampler resampler = new Resampler(source.timeframe(), request.timeframe(), buffer);
        BarSink wanted = request.isFiner() ? resampler : buffer;
        BarSink sink = entry.isPresent() ? new Tee(wanted, entry.get()) : wanted;
        BarMerger.read(source.files(), source.timeframe(), sink);
        if (request.isFiner()) {
            resampler.finish();
        }
        return buffer.bars(request.symbol(), request.timeframe(), request.name());
    }

    private static Bars fromColumns(ColumnReader reader, Request request)
            throws IOException, ColumnReader.DamagedException {
        return request.isFiner() ? resampled(reader, request) : asTheyAre(reader, request);
    }

    private static Bars asTheyAre(ColumnReader reader, Request request)
            throws IOException, ColumnReader.DamagedException {
        Lookback history = request.history();
        long row = reader.rowAfter(history.start(reader.last())) - history.warmupBars();
        Columns columns = reader.from(Math.max(0, row));
        int repeated = columns.repeated().from(columns.time()[0]);
        return new Bars(request.symbol(), request.timeframe(), request.name(), columns, repeated);
    }

    /// Takes so many finer bars that the coarser ones suffice; where gaps make them too few, twice as many, and so on.
    private static Bars resampled(ColumnReader reader, Request request)
            throws IOException, ColumnReader.DamagedException {
        Lookback history = request.history();
        Timeframe timeframe = request.timeframe();
        long ratio = timeframe.millis() / request.source().timeframe().millis();
        // The last coarser bar may be left out as unfinished: the window then begins one bar earlier.
        long window = reader.rowAfter(history.start(reader.last() - 2 * timeframe.millis()));
        for (long back = (history.warmupBars() + 2) * ratio; ; back *= 2) {
            long row = Math.max(0, window - back);
            // Begins with a whole coarser bar.
            long first = row == 0
                    ? 0
                    : reader.rowAfter(timeframe.firstOpen(request.source().timeframe(), reader.time(row)) - 1);
            Columns columns = reader.from(first);
            BarBuffer buffer = new BarBuffer(history);
            Resampler resampler = new Resampler(request.source().timeframe(), timeframe, buffer);
            columns.into(resampler);
            resampler.finish();
            if (first == 0 || buffer.isEnough()) {
                return buffer.bars(request.symbol(), timeframe, request.name());
            }
        }
    }

    /// Passes every bar to two sinks.
    private record Tee(BarSink first, BarSink second) implements BarSink {
        @Override
        public void add(long time, double open, double high, double low, double close, double volume) {
            first.add(time, open, high, low, close, volume);
            second.add(time, open, high, low, close, volume);
        }

        @Override
        public void duplicate(long time) {
            first.duplicate(time);
            second.duplicate(time);
        }
    }
}
