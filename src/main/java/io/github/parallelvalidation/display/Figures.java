package io.github.parallelvalidation.display;

import io.github.parallelvalidation.gate.MetricNames;
import io.github.parallelvalidation.gate.Metrics;
import io.github.parallelvalidation.luck.ShiftCaveat;
import io.github.parallelvalidation.number.PlainNumber;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.OptionalDouble;

/// Formats numbers for people: few digits, a true minus sign, units where there is no header to say them.
public final class Figures {
    public static final String MISSING = "–";

    private static final double SMALLEST_WITH_THREE_DECIMALS = 0.0005;
    private static final double SMALLEST_WITH_TWO_DECIMALS = 0.0995;
    private static final double LARGEST_WITH_TWO_DECIMALS = 0.995;
    private static final double LARGEST_WITH_THREE_DECIMALS = 0.9995;
    private static final double FEW_SECONDS = 1.95;
    private static final double MINUTE = 60;
    private static final double MANY_MINUTES = 600;
    private static final double FEW = 10;
    /// A share that is a tenth of a percent in full may be a little less in binary.
    private static final double SMALLEST_STEP = 1e-9;

    private static final MathContext SIX_DIGITS = new MathContext(6);

    private Figures() {}

    /// A metric of a result under the rules of its kind, or the reason why it is missing.
    public static Figure metric(Metrics metrics, String name) {
        OptionalDouble value = metrics.number(name);
        if (value.isEmpty()) {
            return Figure.missing(name.replace('_', ' ') + ": " + metrics.whyMissing(name));
        }
        double number = value.getAsDouble();
        String caveat = ShiftCaveat.appliesTo(metrics, name) ? "; by the circular shift, " + ShiftCaveat.WORDS : "";
        return new Figure(text(name, number), exact(number) + caveat, PlainNumber.of(number), number);
    }

    public static String text(String metric, double value) {
        return switch (metric) {
            case MetricNames.SIGNAL_FREQUENCY,
                    MetricNames.TRADES,
                    MetricNames.DSR_TRIALS,
                    MetricNames.DSR_TRIALS_COUNTED -> count(value);
            case MetricNames.IC, MetricNames.IC_NOISE_95 -> coefficient(value);
            case MetricNames.IC_P_VALUE,
                    MetricNames.IC_P_ADJUSTED,
                    MetricNames.IC_Q_VALUE,
                    MetricNames.HIT_RATE_P_VALUE,
                    MetricNames.SHARPE_P_VALUE,
                    MetricNames.SHARPE_P_ADJUSTED -> probability(value);
            case MetricNames.TOTAL_RETURN,
                    MetricNames.BENCHMARK_RETURN,
                    MetricNames.MAX_DRAWDOWN,
                    MetricNames.EXPOSURE -> percent(value, 1);
            case MetricNames.MIN_TRACK_RECORD_DAYS -> fixed(Math.ceil(value), 0);
            case MetricNames.LUCK,
                    MetricNames.AUTOCORRELATION,
                    MetricNames.SHARPE,
                    MetricNames.SHARPE_NOISE_95,
                    MetricNames.PROFIT_FACTOR -> fixed(value, 2);
            default -> rate(value);
        };
    }

    /// 1.5: a number that a person wrote, as it is.
    public static Figure plain(double value) {
        String text = PlainNumber.of(value);
        return new Figure(withMinus(text), text, text, value);
    }

    /// 41
    public static String count(double value) {
        return value == Math.rint(value) ? fixed(value, 0) : fixed(value, 1);
    }

    /// 0.561
    public static String rate(double value) {
        return fixed(value, 3);
    }

    /// 0.031, −0.004, and where three decimals would say nothing two significant digits: 0.00031.
    public static String coefficient(double value) {
        return value == 0 || Math.abs(value) >= SMALLEST_WITH_THREE_DECIMALS ? fixed(value, 3) : twoSignificant(value);
    }

    /// 0.17, 0.031, 0.00031: two significant digits.
    public static String probability(double value) {
        return value == 0 || value >= SMALLEST_WITH_TWO_DECIMALS ? fixed(value, 2) : twoSignificant(value);
    }

    /// 0.93, and near the ends, where two decimals would say certainty, 0.998 or 0.0021; nearer than a thousandth no
    /// digits mean anything.
    public static String probable(double value) {
        if (value > 0 && value < 1 - LARGEST_WITH_THREE_DECIMALS) {
            return "below 0.001";
        }
        boolean isNearOne = value > LARGEST_WITH_TWO_DECIMALS && value < 1;
        return isNearOne ? value > LARGEST_WITH_THREE_DECIMALS ? "above 0.999" : fixed(value, 3) : probability(value);
    }

    /// 0.83, −0.10
    public static String correlation(double value) {
        return fixed(value, 2);
    }

    /// 1.9
    public static String expected(double value) {
        return fixed(value, 1);
    }

    /// How many workers completed: 100 % for all of them, 99.9 % for whatever is just below.
    public static String completion(double rate) {
        double tenths = Math.floor(1000 * rate + SMALLEST_STEP) / 10;
        return fixed(tenths, tenths == Math.rint(tenths) ? 0 : 1) + " %";
    }

    /// 5,000: how many there are of something.
    public static String many(long count) {
        return withMinus(String.format(Locale.ROOT, "%,d", count));
    }

    /// 8,100 an hour; 7.5 where they are few.
    public static String perHour(double count) {
        return count < FEW ? fixed(count, 1) : String.format(Locale.ROOT, "%,.0f", count);
    }

    /// The time of one strategy for a column of them: 0.04, 0.91, 600.00.
    public static Figure columnSeconds(double seconds) {
        return new Figure(fixed(seconds, 2), exact(seconds) + " s", PlainNumber.of(seconds), seconds);
    }

    /// 62 %
    public static String percent(double fraction) {
        return Math.round(100 * fraction) + " %";
    }

    /// Of a hundred: 35; "fewer than 1" and "more than 99" where that is neither none nor all.
    static String ofHundred(double share) {
        long of = Math.round(100 * share);
        return of == 0 && share > 0 ? "fewer than 1" : of == 100 && share < 1 ? "more than 99" : String.valueOf(of);
    }

    /// −12.3 %
    public static String percent(double fraction, int decimals) {
        return fixed(100 * fraction, decimals) + " %";
    }

    /// 0.9 s, 4 s, 1:05 min, 12 min
    public static String seconds(double seconds) {
        if (seconds < FEW_SECONDS) {
            return fixed(seconds, 1) + " s";
        }
        if (Math.round(seconds) < MINUTE) {
            return Math.round(seconds) + " s";
        }
        return seconds < MANY_MINUTES ? clock(seconds) + " min" : Math.round(seconds / MINUTE) + " min";
    }

    /// 0:03
    public static String clock(double seconds) {
        long whole = Math.round(seconds);
        return String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60);
    }

    /// A price or a volume with six significant digits: 30,512.5, 0.00012345.
    public static String amount(double value) {
        if (!Double.isFinite(value)) {
            return MISSING;
        }
        BigDecimal rounded = new BigDecimal(value).round(SIX_DIGITS).stripTrailingZeros();
        return withMinus(String.format(Locale.ROOT, "%,." + Math.max(0, rounded.scale()) + "f", rounded));
    }

    public static String megabytes(long value) {
        return value <= 0 ? MISSING : value + " MB";
    }

    /// Every digit there is, for the tooltip.
    public static String exact(double value) {
        return withMinus(PlainNumber.of(value));
    }

    /// A text of digits with a true minus sign.
    static String signed(String text) {
        return withMinus(text);
    }

    private static String twoSignificant(double value) {
        return fixed(value, 1 - (int) Math.floor(Math.log10(Math.abs(value))));
    }

    private static String fixed(double value, int decimals) {
        return withMinus(PlainNumber.fixed(value, decimals));
    }

    private static String withMinus(String number) {
        return number.replace('-', '−');
    }
}
