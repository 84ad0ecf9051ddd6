package io.github.parallelvalidation.ui.history;

import io.github.parallelvalidation.display.Figures;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.luck.RunLuck;
import io.github.parallelvalidation.metrics.RunMetrics;
import io.github.parallelvalidation.ui.text.Texts;
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
                Texts.of("history.chart.passes.noise"),
                runs.each(run -> ofRange(run, RunLuck.Range::low)),
                runs.each(run -> ofRange(run, RunLuck.Range::high)),
                runs.texts(PassChart::range)));
        Stream.of(Tier.values())
                .map(tier -> Series.dashes(
                        "line-luck",
                        Texts.of("history.chart.passes.luck", tier),
                        runs.of(tier, PassChart::expected),
                        runs.texts(run -> run.tier() == tier ? expectedText(run) : "")))
                .forEach(series::add);
        series.addAll(runs.lines(Texts.of("history.chart.passes.line"), PassChart::passed, PassChart::passedText));
        series.add(Series.rings(
                "ring-decision",
                Texts.of("history.chart.passes.decision"),
                runs.each(run -> decision(run).isEmpty() ? Double.NaN : passed(run)),
                runs.texts(PassChart::decision)));
        return new ChartData(Texts.of("history.chart.passes"), Scale.of(ALL, " %"), series);
    }

    private static double passed(RunMetrics run) {
        return share(run, run.results().passed());
    }

    private static String passedText(RunMetrics run) {
        return Texts.of("history.of", run.results().passed(), run.results().total());
    }

    private static double expected(RunMetrics run) {
        RunLuck luck = run.results().luck();
        return luck == null ? Double.NaN : share(run, luck.expected());
    }

    private static String expectedText(RunMetrics run) {
        RunLuck luck = run.results().luck();
        if (luck == null) {
            return Texts.of("history.chart.passes.unknown");
        }
        String expected = Figures.expected(luck.expected());
        return luck.isBound() ? Texts.of("history.chart.passes.bound", expected) : expected;
    }

    private static double ofRange(RunMetrics run, ToIntFunction<RunLuck.Range> end) {
        RunLuck luck = run.results().luck();
        return luck == null || luck.passes90() == null ? Double.NaN : share(run, end.applyAsInt(luck.passes90()));
    }

    private static String range(RunMetrics run) {
        RunLuck luck = run.results().luck();
        RunLuck.Range range = luck == null ? null : luck.passes90();
        return range == null ? "" : Texts.of("history.range", range.low(), range.high());
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
