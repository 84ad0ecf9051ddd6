package io.github.parallelvalidation.strategy;

/// Arithmetic, comparisons and logic bar by bar, into a given array. A series of length one stands for a constant.
final class Elementwise {
    private Elementwise() {}

    /// What to `&` the number of a bar with: in a constant every bar is the first.
    static int mask(double[] series) {
        return series.length == 1 ? 0 : -1;
    }

    /// One step of arithmetic. `%` takes the sign of the divisor, as in Python.
    static double apply(char operator, double a, double b) {
        return switch (operator) {
            case '+' -> a + b;
            case '-' -> a - b;
            case '*' -> a * b;
            case '/' -> a / b;
            case '^' -> Math.pow(a, b);
            case '%' -> {
                double rest = a % b;
                yield rest != 0 && (rest < 0) != (b < 0) ? rest + b : rest;
            }
            default -> throw new IllegalArgumentException("no operator " + operator);
        };
    }

    static void arithmetic(char operator, double[] a, double[] b, double[] result) {
        int length = result.length;
        int maskA = mask(a);
        int maskB = mask(b);
        // One loop for each of the frequent operators: choosing again for every bar would take longer than the sum.
        switch (operator) {
            case '+' -> {
                for (int i = 0; i < length; i++) {
                    result[i] = a[i & maskA] + b[i & maskB];
                }
            }
            case '-' -> {
                for (int i = 0; i < length; i++) {
                    result[i] = a[i & maskA] - b[i & maskB];
                }
            }
            case '*' -> {
                for (int i = 0; i < length; i++) {
                    result[i] = a[i & maskA] * b[i & maskB];
                }
            }
            case '/' -> {
                for (int i = 0; i < length; i++) {
                    result[i] = a[i & maskA] / b[i & maskB];
                }
            }
            default -> {
                for (int i = 0; i < length; i++) {
                    result[i] = apply(operator, a[i & maskA], b[i & maskB]);
                }
            }
        }
    }

    static void negated(double[] a, double[] result) {
        for (int i = 0; i < result.length; i++) {
            result[i] = -a[i];
        }
    }

    /// A comparison with NaN is false, `!=` too.
    static boolean compare(String operator, double a, double b) {
        return switch (operator) {
            case "<" -> a < b;
            case "<=" -> a <= b;
            case ">" -> a > b;
            case ">=" -> a >= b;
            case "==" -> a == b;
            case "!=" -> a < b || a > b;
            default -> throw new IllegalArgumentException("no operator " + operator);
        };
    }

    static void comparison(String operator, double[] a, double[] b, boolean[] result) {
        switch (operator) {
            case "<" -> less(a, b, result);
            case "<=" -> atMost(a, b, result);
            case ">" -> less(b, a, result);
            case ">=" -> atMost(b, a, result);
            default -> {
                int maskA = mask(a);
                int maskB = mask(b);
                for (int i = 0; i < result.length; i++) {
                    result[i] = compare(operator, a[i & maskA], b[i & maskB]);
                }
            }
        }
    }

    private static void less(double[] a, double[] b, boolean[] result) {
        int length = result.length;
        int maskA = mask(a);
        int maskB = mask(b);
        for (int i = 0; i < length; i++) {
            result[i] = a[i & maskA] < b[i & maskB];
        }
    }

    private static void atMost(double[] a, double[] b, boolean[] result) {
        int length = result.length;
        int maskA = mask(a);
        int maskB = mask(b);
        for (int i = 0; i < length; i++) {
            result[i] = a[i & maskA] <= b[i & maskB];
        }
    }

    static void both(boolean[] a, boolean[] b, boolean[] result) {
        for (int i = 0; i < result.length; i++) {
            result[i] = a[i] && b[i];
        }
    }

    static void either(boolean[] a, boolean[] b, boolean[] result) {
        for (int i = 0; i < result.length; i++) {
            result[i] = a[i] || b[i];
        }
    }

    static void not(boolean[] a, boolean[] result) {
        for (int i = 0; i < result.length; i++) {
            result[i] = !a[i];
        }
    }

    /// +1 where only long holds, -1 where only short does, else 0.
    static void direction(boolean[] longs, boolean[] shorts, double[] result) {
        for (int i = 0; i < result.length; i++) {
            result[i] = (longs[i] ? 1 : 0) - (shorts[i] ? 1 : 0);
        }
    }
}
