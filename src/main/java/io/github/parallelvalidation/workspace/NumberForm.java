package io.github.parallelvalidation.workspace;

/// How numbers are written in YAML: `-12`, `1_000`, `.5`, `2.`, `6e-4`. Results consist of numbers, and to match each
/// with a regular expression took longer than to read them.
final class NumberForm {
    private NumberForm() {}

    /// Whether a text is a whole number: a sign, digits, underscores among them.
    static boolean isWhole(String text) {
        int start = behindSign(text, 0);
        return isDigit(text, start) && behindDigits(text, start, true) == text.length();
    }

    /// Whether a text is a number, with a fraction or an exponent or without.
    static boolean isNumber(String text) {
        int start = behindSign(text, 0);
        int end;
        if (isDigit(text, start)) {
            int point = behindDigits(text, start, true);
            end = isAt(text, point, '.') ? behindDigits(text, point + 1, true) : point;
        } else if (isAt(text, start, '.') && isDigit(text, start + 1)) {
            end = behindDigits(text, start + 1, false);
        } else {
            return false;
        }
        return end == text.length() || isExponent(text, end);
    }

    /// Whether the rest is one.
    private static boolean isExponent(String text, int at) {
        if (!isAt(text, at, 'e') && !isAt(text, at, 'E')) {
            return false;
        }
        int start = behindSign(text, at + 1);
        return isDigit(text, start) && behindDigits(text, start, false) == text.length();
    }

    private static int behindSign(String text, int at) {
        return isAt(text, at, '-') || isAt(text, at, '+') ? at + 1 : at;
    }

    private static int behindDigits(String text, int start, boolean grouped) {
        int at = start;
        while (isDigit(text, at) || (grouped && isAt(text, at, '_'))) {
            at++;
        }
        return at;
    }

    private static boolean isDigit(String text, int at) {
        return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    private static boolean isAt(String text, int at, char wanted) {
        return at < text.length() && text.charAt(at) == wanted;
    }
}
