package io.github.parallelvalidation.ui.history;

import io.github.parallelvalidation.display.Figures;
import io.github.parallelvalidation.metrics.RunMetrics;
import io.github.parallelvalidation.ui.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// How long runs and their workers took.
record TimeCharts(RunSeries runs) {
    private static final double SECONDS = 60;
    private static final double MINUTES_FROM = 180;

    /// A run's time, what its attempts would have taken one after another, and between them what was saved.
    ChartData run() {
        List<Double> alone = runs.each(TimeCharts::alone);
        List<Series> series = new ArrayList<>();
        series.add(new Series(
                Series.Kind.BAND,
                "band-saved",
                Texts.of("history.chart.time.saved"),
                runs.each(run -> saved(run) > 0 ? wall(run) : Double.NaN),
                runs.each(run -> saved(run) > 0 ? alone(run) : Double.NaN),
                runs.texts(
                        run -> saved(run) > 0 ? Figures.seconds(saved(run)) : Texts.of("history.chart.time.nothing"))));
        series.add(Series.dashes(
                "line-alone", Texts.of("history.chart.time.alone"), alone, RunSeries.texts(alone, Figures::seconds)));
        series.addAll(
                runs.lines(Texts.of("history.chart.time.line"), TimeCharts::wall, run -> Figures.seconds(wall(run))));
        return scaled(Texts.of("history.chart.time"), series);
    }

    private static double wall(RunMetrics run) {
        return run.times().wallClockMinutes() * SECONDS;
    }

    private static double alone(RunMetrics run) {
        return run.times().sequentialEquivalentMinutes() * SECONDS;
    }

    private static double saved(RunMetrics run) {
        return run.times().computeSavedMinutes() * SECONDS;
    }

    /// The mean time of a worker, and the fastest and the slowest.
    ChartData workers() {
        List<Double> slowest = ofWorkers(RunMetrics.WorkerSeconds::max);
        List<Double> fastest = ofWorkers(RunMetrics.WorkerSeconds::min);
        List<String> ends = new ArrayList<>();
        for (int i = 0; i < slowest.size(); i++) {
            ends.add(
                    slowest.get(i).isNaN()
                            ? ""
                            : Texts.of(
                                    "history.range", Figures.seconds(fastest.get(i)), Figures.seconds(slowest.get(i))));
        }
        List<Series> series = new ArrayList<>();
        series.add(new Series(
                Series.Kind.BAR, "bar-range", Texts.of("history.chart.workers.range"), fastest, slowest, ends));
        series.addAll(runs.lines(
                Texts.of("history.chart.workers.line"), run -> seconds(run, RunMetrics.WorkerSeconds::average), run -> {
                    double mean = seconds(run, RunMetrics.WorkerSeconds::average);
                    return Double.isNaN(mean) ? "" : Figures.seconds(mean);
                }));
        return scaled(Texts.of("history.chart.workers"), series);
    }

    private List<Double> ofWorkers(ToDoubleFunction<RunMetrics.WorkerSeconds> value) {
        return runs.each(run -> seconds(run, value));
    }

    /// Not a number where the run did not record it.
    private static double seconds(RunMetrics run, ToDoubleFunction<RunMetrics.WorkerSeconds> value) {
        RunMetrics.Performance performance = run.workers().performance();
        // Where no worker gave a result, there is no time of one either.
        return performance == null || run.workers().completed() == 0
                ? Double.NaN
                : value.applyAsDouble(performance.seconds());
    }

    /// In seconds, or in minutes where seconds would be many.
    private static ChartData scaled(String title, List<Series> series) {
        double largest = Series.largest(series);
        if (largest < MINUTES_FROM) {
            // Where nothing took any time an axis of one second is as good as any.
            return new ChartData(
                    title, Scale.of(largest == 0 ? 1 : largest, " " + Texts.of("history.axis.seconds")), series);
        }
        return new ChartData(
                title,
                Scale.of(largest / SECONDS, " " + Texts.of("history.axis.minutes")),
                series.stream().map(TimeCharts::inMinutes).toList());
    }

    private static Series inMinutes(Series series) {
        return new Series(
                series.kind(),
                series.style(),
                series.meaning(),
                series.low().stream().map(value -> value / SECONDS).toList(),
                series.high().stream().map(value -> value / SECONDS).toList(),
                series.texts());
    }
}
