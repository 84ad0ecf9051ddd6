package io.github.parallelvalidation.display;

import io.github.parallelvalidation.result.RunSummary;
import org.jspecify.annotations.Nullable;

/// Words how many passes noise alone would have produced.
public final class NoiseText {
    private NoiseText() {}

    /// A sentence to stand behind another one: " Noise alone would have passed about 1.8.", or nothing where that is
    /// not known.
    public static String after(@Nullable Double expectedLuckyPasses) {
        return expectedLuckyPasses == null
                ? ""
                : " Noise alone would have passed about " + Figures.expected(expectedLuckyPasses) + ".";
    }

    /// Beside what did pass.
    public static String of(RunSummary summary) {
        Double expected = summary.expectedLuckyPasses();
        return expected == null
                ? "What noise alone would have passed is not known here."
                : "Noise alone would have passed about %s of %d; %d passed."
                        .formatted(Figures.expected(expected), summary.total(), summary.passed());
    }
}
