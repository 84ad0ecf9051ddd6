package io.github.parallelvalidation.ui.history;

import io.github.parallelvalidation.display.Figures;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.luck.RunLuck;
import io.github.parallelvalidation.metrics.RunMetrics;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/// How much of each run passed, and how much of it noise alone passes.
record PassChart(RunSeries runs) {
    private static final double ALL = 100;

    ChartData chart() {
        List<Series> series = new ArrayList<>();
        series.add(new Series(
                Series.Kind.BAND,
                "band-luck",
                "noise in 9 of 10",
                runs.each(run -> ofRange(run, RunLuck.Range::low)),
                runs.each(run -> ofRange(run, RunLuck.Range::high)),
                runs.texts(PassChart::range)));
        Stream.of(Tier.values())
                .map(tier -> Series.dashes(
                        "line-luck",
                        "by luck " + tier,
                        runs.of(tier, PassChart::expected),
                        runs.texts(run -> run.tier() == tier ? expectedText(run) : "")))
                .forEach(series::add);
        series.addAll(runs.lines("passed", PassChart::passed, PassChart::passedText));
        series.add(Series.rings(
                "ring-decision",
                "decision",
                runs.each(run -> decision(run).isEmpty() ? Double.NaN : passed(run)),
                runs.texts(PassChart::decision)));
        return new ChartData("Pass rate", Scale.of(ALL, " %"), series);
    }

    private static double passed(RunMetrics run) {
        return share(run, run.results().passed());
    }

    private static String passedText(RunMetrics run) {
        return run.results().passed() + " of " + run.results().total();
    }

    private static double expected(RunMetrics run) {
        RunLuck luck = run.results().luck();
        return luck == null ? Double.NaN : share(run, luck.expected());
    }

    private static String expectedText(RunMetrics run) {
        RunLuck luck = run.results().luck();
        return luck == null ? "not known" : (luck.isBound() ? "at most " : "") + Figures.expected(luck.expected());
    }

    private static double ofRange(RunMetrics run, ToIntFunction<RunLuck.Range> end) {
        RunLuck luck = run.results().luck();
        return luck == null || luck.passes90() == null ? Double.NaN : share(run, end.applyAsInt(luck.passes90()));
    }

    private static String range(RunMetrics run) {
        RunLuck luck = run.results().luck();
        RunLuck.Range range = luck == null ? null : luck.passes90();
        return range == null ? "" : range.low() + " to " + range.high();
    }

    private static String decision(RunMetrics run) {
        String decision = run.results().decision();
        return decision == null ? "" : decision;
    }

    private static double share(RunMetrics run, double count) {
        // A foreign history may count more lucky ones than strategies.
        return Math.min(ALL, ALL * count / Math.max(1, run.results().total()));
    }
}
