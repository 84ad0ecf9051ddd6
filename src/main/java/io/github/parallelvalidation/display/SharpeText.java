package io.github.parallelvalidation.display;

import io.github.parallelvalidation.gate.MetricNames;
import io.github.parallelvalidation.gate.Metrics;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// Words what a Sharpe ratio says: how sure it is, how much longer a record it takes, how much the search took away.
public final class SharpeText {
    private static final double DAYS_OF_A_YEAR = 365.25;
    private static final double DAYS_OF_A_MONTH = DAYS_OF_A_YEAR / 12;
    private static final int FEW_MONTHS = 2;
    private static final int MANY_MONTHS = 36;
    private static final int MANY_YEARS = 100;

    private SharpeText() {}

    /// Without a capital and a full stop; empty where there is no Sharpe ratio.
    public static Optional<String> of(Metrics metrics) {
        OptionalDouble psr = metrics.number(MetricNames.PSR);
        if (psr.isEmpty()) {
            return Optional.empty();
        }
        List<String> parts = new ArrayList<>();
        parts.add("probability that the true Sharpe ratio is above 0: " + Figures.probable(psr.getAsDouble()));
        record(metrics).ifPresent(parts::add);
        metrics.number(MetricNames.SHARPE_POWER)
                .ifPresent(power -> parts.add("a true one as high as the gate's would show in %s of 100 such records"
                        .formatted(Figures.ofHundred(Math.clamp(power, Double.MIN_VALUE, Math.nextDown(1.0))))));
        deflated(metrics).ifPresent(parts::add);
        return Optional.of(String.join("; ", parts));
    }

    /// "31 more months of the same would be needed to say so at 95 %"
    private static Optional<String> record(Metrics metrics) {
        OptionalDouble needed = metrics.number(MetricNames.MIN_TRACK_RECORD_DAYS);
        OptionalDouble days = metrics.number(MetricNames.DAYS);
        if (days.isEmpty()) {
            return Optional.empty();
        }
        if (needed.isEmpty()) {
            return Optional.of("no record of the same, however long, would say so");
        }
        double more = needed.getAsDouble() - days.getAsDouble();
        return Optional.of(
                more <= 0
                        ? "its %s days are enough to say so at 95 %%".formatted(Figures.count(days.getAsDouble()))
                        : more(more) + " of the same would be needed to say so at 95 %");
    }

    private static String more(double days) {
        double months = Math.ceil(days / DAYS_OF_A_MONTH);
        double years = Math.ceil(days / DAYS_OF_A_YEAR);
        if (months <= FEW_MONTHS) {
            return counted(Math.ceil(days), "more day");
        }
        return months <= MANY_MONTHS
                ? counted(months, "more month")
                : years <= MANY_YEARS ? counted(years, "more year") : "more than a hundred more years";
    }

    private static String counted(double count, String what) {
        return Figures.count(count) + " " + what + (count == 1 ? "" : "s");
    }

    /// "that it is above what the best of 24 trials, which count as 9.3, would show by luck: 0.41"
    private static Optional<String> deflated(Metrics metrics) {
        OptionalDouble dsr = metrics.number(MetricNames.DSR);
        OptionalDouble counted = metrics.number(MetricNames.DSR_TRIALS_COUNTED);
        OptionalDouble effective = metrics.number(MetricNames.DSR_TRIALS);
        if (dsr.isEmpty() || counted.isEmpty() || effective.isEmpty()) {
            return Optional.empty();
        }
        String asMany = Math.abs(effective.getAsDouble() - counted.getAsDouble()) < 0.05
                ? ""
                : ", which count as %s,".formatted(Figures.expected(effective.getAsDouble()));
        return Optional.of("that it is above what the best of %s without skill%s would show: %s"
                .formatted(counted(counted.getAsDouble(), "trial"), asMany, Figures.probable(dsr.getAsDouble())));
    }
}
