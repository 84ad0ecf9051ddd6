package io.github.parallelvalidation.format;

import java.util.Iterator;
import java.util.List;

/// Whether day or month comes first in a date such as `01/02/2025`. One row does not tell; a file does as soon as one
/// of its days is after the twelfth.
enum DayOrder {
    /// No such days have been seen, or nothing tells how they are meant.
    UNKNOWN,
    DAY_FIRST,
    MONTH_FIRST,
    /// In every row day and month are the same number.
    EITHER;

    private static final int MONTHS = 12;

    /// Whether a text begins with two short numbers between slashes or hyphens.
    static boolean isAsked(String time) {
        return !first(time).isEmpty();
    }

    /// What the first days of a file say; [#EITHER] where all of them have to be asked.
    static DayOrder ofFirst(List<String> times) {
        if (times.stream().noneMatch(DayOrder::isAsked)) {
            return UNKNOWN;
        }
        DayOrder order = of(times.iterator());
        return order == UNKNOWN ? EITHER : order;
    }

    /// What all days of a file together say.
    static DayOrder of(Iterator<String> times) {
        boolean isSame = true;
        while (times.hasNext()) {
            String time = times.next().strip();
            String first = first(time);
            if (first.isEmpty()) {
                continue;
            }
            int left = Integer.parseInt(first);
            int right = Integer.parseInt(number(time, first.length() + 1));
            if (left > MONTHS || right > MONTHS) {
                return left > MONTHS ? DAY_FIRST : MONTH_FIRST;
            }
            isSame &= left == right;
        }
        return isSame ? EITHER : UNKNOWN;
    }

    private static String first(String time) {
        String text = time.strip();
        String first = number(text, 0);
        int next = first.length() + 1;
        boolean isShort = !first.isEmpty() && text.length() > next && "/-".indexOf(text.charAt(next - 1)) >= 0;
        String second = isShort ? number(text, next) : "";
        int after = next + second.length();
        boolean isDay = !second.isEmpty() && text.length() > after && text.charAt(after) == text.charAt(next - 1);
        return isDay ? first : "";
    }

    /// One or two digits, or empty.
    private static String number(String text, int from) {
        int end = from;
        while (end < text.length() && end - from < 3 && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end - from > 2 ? "" : text.substring(from, end);
    }
}
