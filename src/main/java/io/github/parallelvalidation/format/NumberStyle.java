package io.github.parallelvalidation.format;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The decimal and thousands separators of one file: `1234.5`, `1,234.5`, `1.234,5`, `1 234,5`. Detected from all of
/// its first rows together; `1,234` alone is ambiguous.
///
/// @param decimal point or comma
/// @param group between thousands, or 0 where there is nothing
record NumberStyle(char decimal, char group) {
    static final NumberStyle PLAIN = new NumberStyle('.', (char) 0);

    private static final Pattern NUMBER = Pattern.compile("-?[0-9][0-9.,'\u00a0\u202f ]*");
    private static final Pattern CURRENCY = Pattern.compile("^\\p{Sc}|\\p{Sc}$");
    private static final Pattern GROUPED =
            Pattern.compile("-?[0-9]{1,3}([.,'\u00a0\u202f ])[0-9]{3}(?:\\1[0-9]{3})*(?:[.,][0-9]*)?");
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]*([.,])[0-9]*");
    private static final String UNITS = "KMBT";

    /// @param numbers as they are written
    static NumberStyle of(List<String> numbers) {
        // Nearly all files are so; the other way is slow.
        if (numbers.stream().allMatch(NumberStyle::isPlain)) {
            return PLAIN;
        }
        char decimal = 0;
        char group = 0;
        for (String written : numbers) {
            String number = bare(written, true);
            if (NUMBER.matcher(number).matches() && !isUncertain(number)) {
                Matcher grouped = GROUPED.matcher(number);
                int mark = Math.max(number.lastIndexOf('.'), number.lastIndexOf(','));
                if (grouped.matches()) {
                    group = grouped.group(1).charAt(0);
                    decimal = group == ',' ? '.' : group == '.' ? ',' : decimal;
                }
                if (mark >= 0 && number.charAt(mark) != group) {
                    decimal = number.charAt(mark);
                }
            }
        }
        return new NumberStyle(decimal == 0 ? '.' : decimal, group);
    }

    private static boolean isPlain(String number) {
        int points = 0;
        for (int i = 0; i < number.length(); i++) {
            char c = number.charAt(i);
            points += c == '.' ? 1 : 0;
            if (c != '.' && (c < '0' || c > '9')) {
                return false;
            }
        }
        return points < 2;
    }

    /// `1,234` and `1.234`: a group of thousands or three decimals.
    private static boolean isUncertain(String number) {
        return GROUPED.matcher(number).matches()
                && number.chars().filter(c -> c == ',' || c == '.').count() == 1
                && DECIMAL.matcher(number).matches()
                && !number.startsWith("0")
                && !number.startsWith("-0");
    }

    /// A number with thousands apart, a sign of a currency, or `K` or `M` for a thousand or a million; or NaN.
    ///
    /// @param isVolume whether such a letter is allowed; a price that is rounded so is none
    double parse(String written, boolean isVolume) {
        String number = bare(written, isVolume);
        int unit = isVolume ? unit(written.strip()) : 0;
        if (group != 0) {
            Matcher grouped = GROUPED.matcher(number);
            if (grouped.matches() && grouped.group(1).charAt(0) == group) {
                number = number.replace(String.valueOf(group), "");
            }
        }
        Matcher plain = DECIMAL.matcher(number);
        boolean isPlain = plain.matches() && plain.group(1).charAt(0) == decimal && number.length() > 1;
        if (!isPlain && !number.matches("-?[0-9]+")) {
            return Double.NaN;
        }
        return new BigDecimal(number.replace(decimal, '.'))
                .scaleByPowerOfTen(3 * unit)
                .doubleValue();
    }

    /// Without a currency and, in a volume, the letter behind it.
    private static String bare(String written, boolean isVolume) {
        String number = CURRENCY.matcher(written.strip()).replaceAll("").strip();
        return isVolume && unit(number) > 0
                ? number.substring(0, number.length() - 1).strip()
                : number;
    }

    /// How often the number is to be taken a thousand times.
    private static int unit(String number) {
        return number.isEmpty() ? 0 : UNITS.indexOf(Character.toUpperCase(number.charAt(number.length() - 1))) + 1;
    }
}
