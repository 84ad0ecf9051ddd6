package io.github.parallelvalidation.ui;

import io.github.parallelvalidation.gate.MetricNames;
import io.github.parallelvalidation.gate.Metrics;
import io.github.parallelvalidation.run.RunSentence;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/// How numbers are shown. Full precision is in the tooltips and in what is copied.
final class Figures {
    /// What stands where there is no number.
    static final String MISSING = "–";

    private static final char MINUS = '−';
    private static final Pattern HYPHEN_MINUS = Pattern.compile("(?<![\\w-])-(?=[0-9.])");

    private Figures() {}

    /// A metric of a table: counts whole, the others as [#fine] or [#rate].
    static String metric(Metrics metrics, String name) {
        OptionalDouble value = metrics.number(name);
        if (value.isEmpty()) {
            return MISSING;
        }
        return switch (name) {
            case MetricNames.SIGNAL_FREQUENCY -> count(value.getAsDouble());
            case MetricNames.HIT_RATE -> rate(value.getAsDouble());
            case MetricNames.LUCK -> share(value.getAsDouble());
            default -> fine(value.getAsDouble());
        };
    }

    /// The metric in full, or why it is missing.
    static String full(Metrics metrics, String name) {
        OptionalDouble value = metrics.number(name);
        return value.isPresent() ? String.valueOf(value.getAsDouble()) : metrics.whyMissing(name);
    }

    /// Three decimals, or two significant digits where that says more: 0.031, 0.0064, −0.111.
    static String fine(double value) {
        BigDecimal exact = BigDecimal.valueOf(value);
        BigDecimal three = exact.setScale(3, RoundingMode.HALF_EVEN);
        BigDecimal two = exact.round(new MathContext(2, RoundingMode.HALF_EVEN));
        boolean small = Math.abs(value) < 0.01 && value != 0;
        return signed(
                small && two.scale() <= 6 ? two.toPlainString() : small ? "%.1e".formatted(value) : three.toString());
    }

    /// As people write it in a file: 0.009, 10.
    static String threshold(double value) {
        return signed(BigDecimal.valueOf(value)
                .round(new MathContext(6))
                .stripTrailingZeros()
                .toPlainString());
    }

    /// 0.561
    static String rate(double value) {
        return signed(String.format(Locale.ROOT, "%.3f", value));
    }

    /// 0.39
    static String share(double value) {
        return signed(String.format(Locale.ROOT, "%.2f", value));
    }

    /// 1.9
    static String passes(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    static String count(double value) {
        return signed(String.format(Locale.ROOT, "%.0f", value));
    }

    /// 0.9 s, 4 s, 1:05 min, 12 min.
    static String duration(double seconds) {
        return RunSentence.duration(seconds);
    }

    /// A running clock: 0:03.
    static String clock(Duration duration) {
        long seconds = Math.max(0, duration.toSeconds());
        return String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
    }

    /// A sentence with true minus signs before its numbers; a hyphen within a name stays one.
    static String prose(String sentence) {
        return HYPHEN_MINUS.matcher(sentence).replaceAll(String.valueOf(MINUS));
    }

    private static String signed(String text) {
        return text.startsWith("-") ? MINUS + text.substring(1) : text;
    }
}
