package io.github.parallelvalidation.worker;

import io.github.parallelvalidation.data.Bars;
import io.github.parallelvalidation.gate.FailureReason;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.strategy.Program;
import io.github.parallelvalidation.strategy.ProgramException;
import io.github.parallelvalidation.strategy.ProgramOutput;
import io.github.parallelvalidation.strategy.ProgramRunner;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Detects look-ahead by running a program again on bars that are cut off inside the window: its output for earlier
/// bars must not change, since a change means that it used later bars. A strategy's variants are the same program and
/// are not checked again.
///
/// @param start index of the window's first bar
public record LookaheadCheck(ProgramRunner runner, int start, Tier tier) implements ProgramRunner {
    public static final String SAYS_SOMETHING_ELSE = "the program says something else";

    @Override
    public ProgramOutput run(Program program, Bars bars, int length) {
        ProgramOutput whole = runner.run(program, bars, length);
        if (program.scaledFile().isEmpty() && length == bars.length() && length > 1) {
            CutPoint cuts = new CutPoint(bars, whole, start);
            for (double share : shares()) {
                check(program, bars, cuts.near(share), whole);
            }
        }
        return whole;
    }

    private List<Double> shares() {
        return switch (tier) {
            case L0 -> List.of(0.5);
            case L1 -> List.of(0.5, 1 / 3.0, 0.75);
        };
    }

    private void check(Program program, Bars bars, int cut, ProgramOutput whole) {
        ProgramOutput part = runner.run(program, bars, cut);
        Optional<OutputDifference> difference = OutputDifference.first(whole, part, cut);
        if (difference.isEmpty()) {
            return;
        }
        ProgramOutput again = runner.run(program, bars, cut);
        Optional<OutputDifference> noise = OutputDifference.first(part, again, cut);
        if (noise.isPresent()) {
            throw new ProgramException(
                    FailureReason.STRATEGY_ERROR,
                    SAYS_SOMETHING_ELSE
                            + " each time it is given the same bars, so nothing can be judged; at"
                            + " %s %s; fix its random seed"
                                    .formatted(
                                            time(bars, noise.get().bar()),
                                            noise.get().values("once", "then")));
        }
        throw new ProgramException(
                FailureReason.LOOKAHEAD_BIAS,
                "the program looks ahead: at %s %s; what is said of a bar may use that bar and earlier ones only"
                        .formatted(
                                time(bars, difference.get().bar()),
                                difference
                                        .get()
                                        .values(
                                                "with all bars",
                                                "with the bars before %s only".formatted(time(bars, cut)))));
    }

    private static Instant time(Bars bars, int index) {
        return Instant.ofEpochMilli(bars.time()[index]);
    }
}
