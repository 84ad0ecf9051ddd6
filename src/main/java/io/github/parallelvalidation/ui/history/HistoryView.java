package io.github.parallelvalidation.ui.history;

import io.github.parallelvalidation.display.Figures;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.metrics.MetricsHistory;
import io.github.parallelvalidation.metrics.RunMetrics;
import io.github.parallelvalidation.ui.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the history page shows: the last runs, charts over them, and in a sentence what would be an empty chart.
///
/// @param runs newest last, thirty at most
/// @param total how many there are
record HistoryView(List<RunMetrics> runs, int total, List<ChartData> charts, List<String> folded) {
    HistoryView {
        runs = List.copyOf(runs);
        charts = List.copyOf(charts);
        folded = List.copyOf(folded);
    }

    /// @param tier whose runs are shown; empty for both
    static HistoryView of(List<RunMetrics> history, Optional<Tier> tier) {
        List<RunMetrics> all = history.stream()
                .filter(run -> tier.isEmpty() || run.tier() == tier.get())
                .toList();
        List<RunMetrics> last = all.subList(Math.max(0, all.size() - MetricsHistory.RUNS_KEPT), all.size());
        if (last.isEmpty()) {
            return new HistoryView(last, 0, List.of(), List.of());
        }
        RunSeries series = new RunSeries(last);
        TimeCharts times = new TimeCharts(series);
        List<ChartData> charts = new ArrayList<>(List.of(new PassChart(series).chart(), times.run(), rate(series)));
        List<String> folded = new ArrayList<>();
        if (last.stream().allMatch(run -> run.workers().performance() == null)) {
            folded.add(Texts.of("history.folded.times"));
        } else {
            charts.add(times.workers());
        }
        if (last.stream().allMatch(run -> run.workers().completionRate().orElse(1) == 1)) {
            folded.add(Texts.of("history.folded.results"));
        } else {
            charts.add(completion(series));
        }
        if (last.stream()
                .allMatch(run -> run.workers().timeout() + run.workers().retries() == 0)) {
            folded.add(Texts.of("history.folded.timeouts"));
        } else {
            charts.add(timeouts(series));
        }
        return new HistoryView(last, all.size(), charts, folded);
    }

    private static ChartData rate(RunSeries runs) {
        List<Series> series = runs.lines(
                Texts.of("history.chart.pace.line"),
                run -> run.strategiesPerHour().orElse(Double.NaN),
                run -> run.strategiesPerHour().isPresent()
                        ? Figures.perHour(run.strategiesPerHour().getAsDouble())
                        : "");
        return new ChartData(Texts.of("history.chart.pace"), Scale.of(Math.max(1, Series.largest(series)), ""), series);
    }

    private static ChartData completion(RunSeries runs) {
        return new ChartData(
                Texts.of("history.chart.completion"),
                Scale.of(100, " %"),
                runs.lines(
                        Texts.of("history.chart.completion.line"),
                        run -> 100 * run.workers().completionRate().orElse(Double.NaN),
                        run -> Texts.of(
                                "history.of",
                                run.workers().completed(),
                                run.workers().spawned())));
    }

    private static ChartData timeouts(RunSeries runs) {
        List<Double> timeouts = runs.each(run -> run.workers().timeout());
        List<Double> retries = runs.each(run -> run.workers().retries());
        // Retries stand wide behind time-outs, which they often follow.
        List<Series> series = List.of(
                Series.bars(
                        "bar-retry",
                        Texts.of("history.chart.timeouts.retries"),
                        retries,
                        RunSeries.texts(retries, Figures::count)),
                Series.bars(
                        "bar-timeout",
                        Texts.of("history.chart.timeouts.timeouts"),
                        timeouts,
                        RunSeries.texts(timeouts, Figures::count)));
        return new ChartData(
                Texts.of("history.chart.timeouts"), Scale.of(Math.max(2, Series.largest(series)), ""), series);
    }

    /// The same where so many runs are known to be on disk; of a few it says nothing new.
    HistoryView among(int onDisk) {
        // A plan that was discarded is no run of the history.
        boolean isMore = runs.size() == MetricsHistory.RUNS_KEPT && onDisk > total;
        return isMore ? new HistoryView(runs, onDisk, charts, folded) : this;
    }

    /// "12 runs", "the last 30 of 112 runs"
    String count() {
        if (total > runs.size()) {
            return Texts.of("history.last", runs.size(), Figures.many(total));
        }
        return Texts.counted("history.runs", total, total);
    }
}
