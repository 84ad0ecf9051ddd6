package io.github.parallelvalidation.number;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/// Formats and parses numbers for files and input fields, the same under every locale: `10`, `0.01`, `-0.00031`; no
/// `.0` behind a whole number, and an exponent only where the digits would be too many.
public final class PlainNumber {
    /// Beyond it, and below its reciprocal, digits are no help.
    private static final double LARGE = 1e15;

    private PlainNumber() {}

    /// Every digit there is: reads back as the same number.
    public static String of(double value) {
        double size = Math.abs(value);
        boolean isReadable = size < LARGE && (size > 1 / LARGE || size == 0);
        return isReadable ? text(BigDecimal.valueOf(value)) : String.valueOf(value);
    }

    /// Rounded half up, without zeros at the end.
    ///
    /// @param decimals at most so many
    public static String rounded(double value, int decimals) {
        return Math.abs(value) < LARGE
                ? text(BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP))
                : of(value);
    }

    /// Rounded half up, with zeros at the end: the same number of decimals for every number of a column.
    public static String fixed(double value, int decimals) {
        String text = Math.abs(value) < LARGE
                ? BigDecimal.valueOf(value)
                        .setScale(decimals, RoundingMode.HALF_UP)
                        .toPlainString()
                : String.format(Locale.ROOT, "%." + decimals + "f", value);
        // "-0.000" would claim a sign that the shown digits do not have.
        boolean isZero = text.chars().noneMatch(c -> c >= '1' && c <= '9');
        return isZero ? text.replace("-", "") : text;
    }

    /// For documents: a whole number as a `Long`, any other as it is.
    public static Object value(double value) {
        return value == Math.rint(value) && Math.abs(value) < LARGE ? (Object) (long) value : (Object) value;
    }

    private static String text(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
