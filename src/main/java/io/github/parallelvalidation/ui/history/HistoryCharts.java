package io.github.parallelvalidation.ui.history;

import io.github.parallelvalidation.luck.RunLuck;
import io.github.parallelvalidation.metrics.RunMetrics;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// Builds the charts of the history, all over the same runs.
final class HistoryCharts {
    private static final double SECONDS = 60;
    private static final double MINUTES_FROM = 180;

    private final List<RunMetrics> history;

    HistoryCharts(List<RunMetrics> history) {
        this.history = history;
    }

    /// A chart with title and legend.
    ///
    /// @param legend style class and meaning of each line
    record Titled(String title, List<Key> legend, RunChart chart) {}

    /// A legend entry: the meaning of a line or bar.
    record Key(String style, String meaning) {}

    List<Titled> all() {
        return List.of(passRate(), times(), throughput(), workers(), timeouts());
    }

    private Titled passRate() {
        RunChart chart = chart().scale(100, " %")
                .line("line-luck", each(run -> {
                    RunLuck luck = run.results().luck();
                    return luck == null
                            ? Double.NaN
                            : 100 * luck.expected() / Math.max(1, run.results().total());
                }))
                .line(
                        "line-main",
                        each(run -> 100.0
                                * run.results().passed()
                                / Math.max(1, run.results().total())));
        return new Titled(
                "Pass rate",
                List.of(new Key("line-main", "passed"), new Key("line-luck", "expected by luck alone")),
                chart);
    }

    private Titled times() {
        List<Double> wall = each(run -> run.times().wallClockMinutes() * SECONDS);
        List<Double> sequential = each(run -> run.times().sequentialEquivalentMinutes() * SECONDS);
        Scale scale = Scale.of(sequential, wall);
        RunChart chart = chart().scale(scale.largest(), scale.unit())
                .line("line-second", scale.of(sequential))
                .line("line-main", scale.of(wall));
        return new Titled(
                "Time of a run",
                List.of(new Key("line-main", "in parallel"), new Key("line-second", "one by one")),
                chart);
    }

    private Titled throughput() {
        List<Double> rates = each(run -> run.strategiesPerHour().orElse(Double.NaN));
        double largest = Scale.largest(rates);
        return new Titled(
                "Strategies an hour",
                List.of(),
                chart().scale(Math.max(1, largest), "").line("line-main", rates));
    }

    private Titled workers() {
        List<Double> slowest = ofWorkers(RunMetrics.WorkerSeconds::max);
        List<Double> mean = ofWorkers(RunMetrics.WorkerSeconds::average);
        List<Double> fastest = ofWorkers(RunMetrics.WorkerSeconds::min);
        Scale scale = Scale.of(slowest, mean);
        RunChart chart = chart().scale(scale.largest(), scale.unit());
        for (int i = 0; i < history.size(); i++) {
            if (!mean.get(i).isNaN()) {
                chart.bar(
                        "bar-range",
                        i,
                        scale.of(fastest).get(i),
                        scale.of(slowest).get(i));
            }
        }
        chart.line("line-main", scale.of(mean));
        return new Titled(
                "Time of a worker",
                List.of(new Key("line-main", "mean"), new Key("bar-range", "fastest to slowest")),
                chart);
    }

    private Titled timeouts() {
        List<Double> timeouts = each(run -> run.workers().timeout());
        List<Double> retries = each(run -> run.workers().retries());
        double largest = Math.max(Scale.largest(timeouts), Scale.largest(retries));
        RunChart chart = chart().scale(Math.max(3, largest), "");
        for (int i = 0; i < history.size(); i++) {
            // Retries stand wide behind time-outs, which they often follow.
            chart.bar("bar-timeout", i, 0, timeouts.get(i));
            chart.bar("bar-retry", i, 0, retries.get(i));
        }
        return new Titled(
                "Time-outs and retries",
                List.of(new Key("bar-timeout", "time-outs"), new Key("bar-retry", "retries")),
                chart);
    }

    /// Not a number where a run did not record it.
    private List<Double> ofWorkers(ToDoubleFunction<RunMetrics.WorkerSeconds> value) {
        return each(run -> {
            RunMetrics.Performance performance = run.workers().performance();
            return performance == null ? Double.NaN : value.applyAsDouble(performance.seconds());
        });
    }

    private RunChart chart() {
        return new RunChart(history.size());
    }

    private List<Double> each(ToDoubleFunction<RunMetrics> value) {
        List<Double> values = new ArrayList<>();
        history.forEach(run -> values.add(value.applyAsDouble(run)));
        return values;
    }

    /// Scales durations to seconds, or to minutes where seconds would be many.
    private record Scale(double divisor, String unit, double largest) {
        static Scale of(List<Double> first, List<Double> second) {
            // Where nothing took any time an axis of one second is as good as any.
            double largest = Math.max(largest(first), largest(second));
            largest = largest == 0 ? 1 : largest;
            return largest >= MINUTES_FROM
                    ? new Scale(SECONDS, " min", largest / SECONDS)
                    : new Scale(1, " s", largest);
        }

        List<Double> of(List<Double> seconds) {
            return seconds.stream().map(value -> value / divisor).toList();
        }

        static double largest(List<Double> values) {
            return values.stream()
                    .filter(value -> !value.isNaN())
                    .mapToDouble(Double::doubleValue)
                    .max()
                    .orElse(0);
        }
    }
}
