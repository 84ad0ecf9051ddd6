package io.github.parallelvalidation.strategy;

import io.github.parallelvalidation.data.Bars;
import io.github.parallelvalidation.number.PlainNumber;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;

/// A function that expressions can call.
///
/// @param name lower case
/// @param parameters the series first, then the constants
/// @param output index of its series in the kernel's output; functions with one kernel are computed together
/// @param elementwise whether a bar's value needs that bar alone: such a kernel accepts a series of length one for a
///     constant
record Function(String name, List<Parameter> parameters, Kernel kernel, int output, boolean elementwise) {
    /// These choose among the values they are given, or count: there is no rounding in them.
    private static final Set<String> EXACT = Set.of(
            "abs",
            "min",
            "max",
            "clip",
            "sign",
            "shift",
            "rolling_min",
            "rolling_max",
            "rolling_rank",
            "minmax_min",
            "minmax_max");

    /// The largest period that TA-Lib takes.
    static final int LONGEST = 100_000;

    /// Computes numbers for each bar from that bar and earlier ones only.
    interface Kernel {
        /// @param out one array of the bars' length for each output, to be filled; none of them is an input
        void apply(Bars bars, double[][] series, double[] constants, double[][] out, Scratch scratch);

        /// How many series it gives.
        default int outputs() {
            return 1;
        }

        /// Whether it reads the volume of the bars beside its series.
        default boolean readsVolume() {
            return false;
        }

        /// Whether it reads prices of the bars beside its series.
        default boolean readsPrices() {
            return false;
        }
    }

    /// The kind of an argument.
    enum Kind {
        SERIES,
        WHOLE,
        REAL
    }

    /// @param fallback the value of an argument that is left out, or empty where it must be given
    record Parameter(String name, Kind kind, double least, double most, OptionalDouble fallback) {
        static Parameter series(String name) {
            return new Parameter(name, Kind.SERIES, 0, 0, OptionalDouble.empty());
        }

        static Parameter period(String name, int least) {
            return new Parameter(name, Kind.WHOLE, least, LONGEST, OptionalDouble.empty());
        }

        static Parameter period(String name, int least, int fallback) {
            return new Parameter(name, Kind.WHOLE, least, LONGEST, OptionalDouble.of(fallback));
        }

        static Parameter real(String name, double fallback) {
            return new Parameter(name, Kind.REAL, -Double.MAX_VALUE, Double.MAX_VALUE, OptionalDouble.of(fallback));
        }

        boolean accepts(double value) {
            return value >= least && value <= most && (kind != Kind.WHOLE || value == Math.rint(value));
        }

        /// The nearest value that may be legal: a whole number for a period, not below the least.
        double rounded(double value) {
            return kind == Kind.WHOLE ? Math.max(least, Math.rint(value)) : value;
        }

        /// What is legal, for a message.
        String range() {
            if (kind == Kind.REAL && least == -Double.MAX_VALUE) {
                return "a finite number";
            }
            String from = (kind == Kind.WHOLE ? "a whole number from " : "a number from ") + PlainNumber.of(least);
            return most == Double.MAX_VALUE ? from : from + " to " + PlainNumber.of(most);
        }
    }

    public Function {
        parameters = List.copyOf(parameters);
    }

    /// Whether equal values stay equal in it, whatever the rounding of what it is given.
    boolean isExact() {
        return EXACT.contains(name);
    }

    long required() {
        return parameters.stream().filter(p -> p.fallback().isEmpty()).count();
    }

    /// `rsi(real, time_period=14)`.
    String signature() {
        return parameters.stream().map(Function::text).collect(Collectors.joining(", ", name + "(", ")"));
    }

    private static String text(Parameter parameter) {
        OptionalDouble fallback = parameter.fallback();
        return fallback.isEmpty() ? parameter.name() : parameter.name() + "=" + PlainNumber.of(fallback.getAsDouble());
    }
}
