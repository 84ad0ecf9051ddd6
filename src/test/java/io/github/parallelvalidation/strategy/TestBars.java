package io.github.parallelvalidation.strategy;

import io.github.parallelvalidation.data.Bars;
import io.github.parallelvalidation.data.Timeframe;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Bars by formula, which a Python script can make as well.
final class TestBars {
    static final long START = Instant.parse("2025-01-01T00:00:00Z").toEpochMilli();

    private TestBars() {}

    static Bars of(int length) {
        long[] time = new long[length];
        double[] open = new double[length];
        double[] high = new double[length];
        double[] low = new double[length];
        double[] close = new double[length];
        double[] volume = new double[length];
        for (int i = 0; i < length; i++) {
            time[i] = START + i * Timeframe.H1.millis();
            close[i] = 100 + (i * 7919L % 101) / 10.0;
            open[i] = 100 + (i * 104729L % 97) / 10.0;
            high[i] = Math.max(open[i], close[i]) + 1 + i % 3;
            low[i] = Math.min(open[i], close[i]) - 1 - i % 2;
            volume[i] = 1000 + i * 31 % 17;
        }
        return new Bars("TEST", Timeframe.H1, "formula", time, open, high, low, close, volume);
    }

    static Bars first(Bars bars, int length) {
        return new Bars(
                bars.symbol(),
                bars.timeframe(),
                bars.source(),
                Arrays.copyOf(bars.time(), length),
                Arrays.copyOf(bars.open(), length),
                Arrays.copyOf(bars.high(), length),
                Arrays.copyOf(bars.low(), length),
                Arrays.copyOf(bars.close(), length),
                Arrays.copyOf(bars.volume(), length));
    }

    /// Bars whose closes are these, and whose other prices are as well.
    static Bars closing(double... close) {
        double[] volume = new double[close.length];
        long[] time = new long[close.length];
        for (int i = 0; i < close.length; i++) {
            time[i] = START + i * Timeframe.H1.millis();
        }
        return new Bars("TEST", Timeframe.H1, "given", time, close, close, close, close, volume);
    }

    static double[] numbers(Bars bars, String expression, Map<String, Value> parameters) {
        EvaluationPlan plan = new EvaluationPlan();
        int step = plan.add(new Compiler(parameters, false, false).number(expression));
        return run(plan, bars, step).numbers(step);
    }

    static double[] numbers(Bars bars, String expression) {
        return numbers(bars, expression, Map.of());
    }

    static boolean[] truths(Bars bars, String expression) {
        return truths(bars, expression, Map.of());
    }

    static boolean[] truths(Bars bars, String expression, Map<String, Value> parameters) {
        EvaluationPlan plan = new EvaluationPlan();
        int step = plan.add(new Compiler(parameters, false, false).truth(expression));
        return run(plan, bars, step).truths(step);
    }

    static Evaluator run(EvaluationPlan plan, Bars bars, Integer... wanted) {
        Evaluator evaluator = new Evaluator(plan, bars.length(), List.of(wanted), Optional.empty());
        evaluator.run(bars);
        return evaluator;
    }
}
