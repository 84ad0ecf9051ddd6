package io.github.parallelvalidation.strategy;

/// Arithmetic, comparisons and logic bar by bar. A series of length one stands for a constant.
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

    static double[] arithmetic(char operator, int length, double[] a, double[] b) {
        double[] result = new double[length];
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
        return result;
    }

    static double[] negated(double[] a) {
        double[] result = new double[a.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = -a[i];
        }
        return result;
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

    static boolean[] comparison(String operator, int length, double[] a, double[] b) {
        return switch (operator) {
            case "<" -> less(length, a, b);
            case "<=" -> atMost(length, a, b);
            case ">" -> less(length, b, a);
            case ">=" -> atMost(length, b, a);
            default -> {
                boolean[] result = new boolean[length];
                int maskA = mask(a);
                int maskB = mask(b);
                for (int i = 0; i < length; i++) {
                    result[i] = compare(operator, a[i & maskA], b[i & maskB]);
                }
                yield result;
            }
        };
    }

    private static boolean[] less(int length, double[] a, double[] b) {
        boolean[] result = new boolean[length];
        int maskA = mask(a);
        int maskB = mask(b);
        for (int i = 0; i < length; i++) {
            result[i] = a[i & maskA] < b[i & maskB];
        }
        return result;
    }

    private static boolean[] atMost(int length, double[] a, double[] b) {
        boolean[] result = new boolean[length];
        int maskA = mask(a);
        int maskB = mask(b);
        for (int i = 0; i < length; i++) {
            result[i] = a[i & maskA] <= b[i & maskB];
        }
        return result;
    }

    static boolean[] both(boolean[] a, boolean[] b) {
        boolean[] result = new boolean[a.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = a[i] && b[i];
        }
        return result;
    }

    static boolean[] either(boolean[] a, boolean[] b) {
        boolean[] result = new boolean[a.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = a[i] || b[i];
        }
        return result;
    }

    static boolean[] not(boolean[] a) {
        boolean[] result = new boolean[a.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = !a[i];
        }
        return result;
    }

    /// +1 where only long holds, -1 where only short does, else 0.
    static double[] direction(boolean[] longs, boolean[] shorts) {
        double[] result = new double[longs.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = (longs[i] ? 1 : 0) - (shorts[i] ? 1 : 0);
        }
        return result;
    }
}
