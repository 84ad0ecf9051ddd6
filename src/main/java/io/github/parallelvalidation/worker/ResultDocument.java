package io.github.parallelvalidation.worker;

import io.github.parallelvalidation.backtest.Measured;
import io.github.parallelvalidation.data.Bars;
import io.github.parallelvalidation.data.Quality;
import io.github.parallelvalidation.gate.MetricNames;
import io.github.parallelvalidation.gate.Metrics;
import io.github.parallelvalidation.luck.Worlds;
import io.github.parallelvalidation.luck.WorldsFile;
import io.github.parallelvalidation.number.PlainNumber;
import io.github.parallelvalidation.strategy.Strategy;
import io.github.parallelvalidation.strategy.Value;
import io.github.parallelvalidation.trace.EquityFile;
import io.github.parallelvalidation.trace.EventsFile;
import io.github.parallelvalidation.trace.Trace;
import io.github.parallelvalidation.trace.TradesFile;
import io.github.parallelvalidation.trials.ReturnSeries;
import io.github.parallelvalidation.trials.ReturnsFile;
import io.github.parallelvalidation.workspace.OwnFile;
import io.github.parallelvalidation.workspace.Sha256;
import io.github.parallelvalidation.workspace.YamlText;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Writes the result files of the built-in worker, the completion flag last. The flag's checksum says whether they are
/// whole, so nobody waits for the disk.
public final class ResultDocument {
    public static final String PARAMETERS_HASH = "parameters_hash";
    public static final String PARAMETERS = "parameters";
    public static final String DATA = "data";

    private final WorkerArguments task;
    private final Map<String, ReturnSeries> dailyReturns = new LinkedHashMap<>();

    ResultDocument(WorkerArguments task) {
        this.task = task;
    }

    /// Takes up the daily returns of the strategy or a variant, which have a file of their own.
    ///
    /// @param factor of all tunable parameters
    /// @param days of the returns, counted from 1970-01-01
    void returned(double factor, long[] days, double[] returns) {
        dailyReturns.put(PlainNumber.of(factor), new ReturnSeries(days, returns));
    }

    /// @param windowStart index of the first bar that counts
    void measured(Measured measured, Strategy strategy, Bars bars, int windowStart) {
        Metrics metrics = measured.metrics();
        Map<String, @Nullable Object> document = head();
        document.put("metrics", metrics.values());
        if (!metrics.reasons().isEmpty()) {
            document.put("reasons", metrics.reasons());
        }
        document.put(PARAMETERS, Value.plain(strategy.parameters()));
        document.put(PARAMETERS_HASH, strategy.hash());
        document.put(DATA, data(bars, windowStart));
        document.put("error", null);
        write(document, measured.worlds(), Optional.of(measured.trace()), "COMPLETED");
    }

    void failed(String category, String message) {
        Map<String, @Nullable Object> document = head();
        Map<String, String> error = new LinkedHashMap<>();
        error.put("category", category);
        error.put("message", message);
        document.put("error", error);
        dailyReturns.clear();
        write(document, Optional.empty(), Optional.empty(), "ERROR");
    }

    /// Makes sure, before anything is computed, that the results may be written where they belong.
    ///
    /// @throws io.github.parallelvalidation.workspace.ProblemException when they may not
    void require() {
        OwnFile.requireFolder(task.outputFolder());
    }

    private Map<String, @Nullable Object> head() {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("strategy_id", task.strategyId().value());
        document.put("tier", task.tier().name());
        putOwner(document);
        return document;
    }

    private void putOwner(Map<String, @Nullable Object> document) {
        document.put("run_id", task.owner().runId());
        document.put("worker_id", task.owner().workerId());
        document.put("attempt", task.owner().attempt());
    }

    private void write(
            Map<String, @Nullable Object> document, Optional<Worlds> worlds, Optional<Trace> trace, String status) {
        ResultFiles files = new ResultFiles(task.outputFolder(), task.tier());
        Optional<String> placebo = worlds.map(WorldsFile::text);
        document.put(MetricNames.PLACEBO_SHA256, placebo.map(Sha256::of).orElse(null));
        String text = YamlText.dump(document);
        files.unlink();
        placebo.ifPresent(kept -> OwnFile.writeUnforced(files.placebo(), kept));
        if (!dailyReturns.isEmpty()) {
            OwnFile.writeUnforced(files.dailyReturns(), ReturnsFile.text(dailyReturns));
        }
        trace.ifPresent(told -> write(files, told));
        OwnFile.writeUnforced(files.results(), text);
        Map<String, @Nullable Object> flag = new LinkedHashMap<>();
        flag.put("status", status);
        putOwner(flag);
        flag.put("results_sha256", Sha256.of(text));
        flag.put("finished_at", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        OwnFile.writeUnforced(files.flag(), YamlText.dump(flag));
    }

    private static void write(ResultFiles files, Trace trace) {
        switch (trace) {
            case Trace.Screened screened -> OwnFile.writeUnforced(files.events(), EventsFile.text(screened.events()));
            case Trace.Traded traded -> {
                OwnFile.writeUnforced(files.trades(), TradesFile.text(traded.trades()));
                OwnFile.writeUnforced(files.equity(), EquityFile.text(traded.equity()));
            }
        }
    }

    private static Map<String, Object> data(Bars bars, int windowStart) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("symbol", bars.symbol());
        data.put("timeframe", bars.timeframe().label());
        data.put("source", bars.source());
        data.put("first", time(bars, 0));
        data.put("last", time(bars, bars.length() - 1));
        data.put("bars", bars.length());
        data.put("window_first", time(bars, windowStart));
        data.put("window_bars", bars.length() - windowStart);
        Quality quality = bars.quality();
        data.put("gaps", quality.gaps().count());
        data.put("missing_bars", quality.gaps().missingBars());
        data.put("duplicates", quality.duplicates());
        data.put("zero_volume_bars", quality.zeroVolume());
        data.put("outliers", quality.outliers().count());
        return data;
    }

    private static String time(Bars bars, int index) {
        return Instant.ofEpochMilli(bars.time()[index]).toString();
    }
}
