package io.github.parallelvalidation.display;

import io.github.parallelvalidation.plan.NextStep;

/// Words where the work goes on.
public final class NextStepText {
    private NextStepText() {}

    /// "4 passed L0", or "nothing awaits L1, 9 await L0"
    public static String of(NextStep step) {
        String there = step.passed() == step.waiting()
                ? Figures.many(step.passed()) + " passed L0"
                : Figures.many(step.waiting()) + (step.waiting() == 1 ? " awaits " : " await ") + step.tier();
        return step.passed() == 0 && step.nothingHere()
                ? "nothing awaits %s, %s".formatted(before(step), there)
                : there;
    }

    /// "Validate 4 at L1"
    public static String action(NextStep step) {
        return "Validate %s at %s".formatted(Figures.many(step.waiting()), step.tier());
    }

    private static String before(NextStep step) {
        return switch (step.tier()) {
            case L0 -> "L1";
            case L1 -> "L0";
        };
    }
}
