package io.github.parallelvalidation.data;

/// Reads decimal numbers from characters, exactly as `Double.parseDouble` does but without a string for each.
final class NumberText {
    /// The powers of ten that a double holds exactly.
    private static final double[] POWERS = new double[23];

    /// Up to here every whole number is a double.
    private static final long EXACT = 1L << 53;

    static {
        double power = 1;
        for (int i = 0; i < POWERS.length; i++) {
            POWERS[i] = power;
            power *= 10;
        }
    }

    private NumberText() {}

    /// The number, or NaN for a text that is none.
    static double parse(char[] text, int from, int length) {
        long digits = 0;
        int decimals = 0;
        boolean point = false;
        boolean any = false;
        boolean negative = length > 0 && text[from] == '-';
        int end = from + length;
        for (int i = negative ? from + 1 : from; i < end; i++) {
            char c = text[i];
            if (c >= '0' && c <= '9') {
                any = true;
                digits = digits * 10 + (c - '0');
                decimals += point ? 1 : 0;
                if (digits > EXACT) {
                    return slow(text, from, length);
                }
            } else if (c == '.' && !point) {
                point = true;
            } else {
                return slow(text, from, length);
            }
        }
        if (!any || decimals >= POWERS.length) {
            return slow(text, from, length);
        }
        // Both are exact doubles, so the one division rounds correctly.
        double value = digits / POWERS[decimals];
        return negative ? -value : value;
    }

    private static double slow(char[] text, int from, int length) {
        try {
            return Double.parseDouble(new String(text, from, length).strip());
        } catch (NumberFormatException notANumber) {
            return Double.NaN;
        }
    }
}
