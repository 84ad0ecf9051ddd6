package io.github.parallelvalidation.format;

import java.nio.charset.StandardCharsets;

/// Parses decimal numbers from ASCII bytes, exactly as `Double.parseDouble` does but without a string for each.
final class NumberText {
    /// The powers of ten that a double holds exactly.
    static final double[] POWERS = new double[23];

    /// Up to here every whole number is a double.
    static final long EXACT = 1L << 53;

    /// So many digits always fit into a long.
    static final int DIGITS = 18;

    static {
        double power = 1;
        for (int i = 0; i < POWERS.length; i++) {
            POWERS[i] = power;
            power *= 10;
        }
    }

    private NumberText() {}

    /// The number, or NaN for a text that is none.
    ///
    /// @param decimal the decimal point or comma
    static double parse(byte[] text, int from, int end, char decimal) {
        int first = from;
        int last = end;
        while (first < last && text[first] == ' ') {
            first++;
        }
        while (last > first && text[last - 1] == ' ') {
            last--;
        }
        boolean negative = first < last && text[first] == '-';
        long digits = 0;
        int count = 0;
        int decimals = -1;
        for (int i = negative ? first + 1 : first; i < last; i++) {
            int digit = text[i] - '0';
            if (digit >= 0 && digit <= 9) {
                digits = digits * 10 + digit;
                count++;
                decimals += decimals < 0 ? 0 : 1;
            } else if (text[i] == decimal && decimals < 0) {
                decimals = 0;
            } else {
                return slow(text, first, last, decimal);
            }
        }
        if (count == 0 || count > DIGITS || digits > EXACT) {
            return slow(text, first, last, decimal);
        }
        // Both are exact doubles, so the one division rounds correctly.
        double value = digits / POWERS[Math.max(decimals, 0)];
        return negative ? -value : value;
    }

    private static double slow(byte[] text, int from, int end, char decimal) {
        String number = new String(text, from, end - from, StandardCharsets.ISO_8859_1);
        if (decimal != '.') {
            if (number.indexOf('.') >= 0) {
                return Double.NaN;
            }
            number = number.replace(decimal, '.');
        }
        // Java would also read 1f, 1d and 0x1p3, which nobody means.
        boolean plain = number.chars().allMatch(c -> "0123456789+-.eE".indexOf(c) >= 0);
        if (!plain && !number.endsWith("Infinity")) {
            return Double.NaN;
        }
        try {
            return Double.parseDouble(number);
        } catch (NumberFormatException notANumber) {
            return Double.NaN;
        }
    }
}
