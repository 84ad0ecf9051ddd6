package io.github.parallelvalidation.strategy;

import io.github.parallelvalidation.data.Bars;
import io.github.parallelvalidation.data.Timeframe;
import io.github.parallelvalidation.workspace.ProblemException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/// A compiled strategy, ready to compute signals.
public final class Strategy {
    private final StrategySource source;
    private final Map<String, Value> parameters;
    private final boolean scaled;
    private final ProgramRunner runner;
    private final SignalSource signals;
    private final OptionalInt holdBars;
    private final Optional<Integer> programWorlds;

    /// @param scaled whether the parameters are not the file's own
    Strategy(StrategySource source, Map<String, Value> parameters, boolean scaled, ProgramRunner runner) {
        this.source = source;
        this.parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        this.scaled = scaled;
        this.runner = runner;
        this.signals = source.rules().compile(this.parameters, scaled, runner);
        this.holdBars = source.rules().holdBars(this.parameters, scaled);
        this.programWorlds = source.rules().programWorlds();
    }

    public String asset() {
        return source.asset();
    }

    public Timeframe timeframe() {
        return source.timeframe();
    }

    /// How many bars ahead hit rate and IC look, 1 or more.
    public int horizon() {
        return source.horizon();
    }

    /// After how many bars a position is left, 1 or more; empty for never.
    public OptionalInt holdBars() {
        return holdBars;
    }

    /// In the order of the file.
    public Map<String, Value> parameters() {
        return parameters;
    }

    /// Whether its rules need the bars' volume; of a program that is not known.
    public boolean readsVolume() {
        return signals.readsVolume();
    }

    /// The program that the strategy brings, if it brings one.
    public Optional<Program> program() {
        return signals instanceof ProgramRules rules ? Optional.of(rules.program()) : Optional.empty();
    }

    /// On how many rebuilt markets its program is to be run, where the file asks for that.
    public Optional<Integer> programWorlds() {
        return programWorlds;
    }

    /// The same strategy, and its neighbours by [#scaled], with somebody who runs its program.
    public Strategy runBy(ProgramRunner other) {
        return new Strategy(source, parameters, scaled, other);
    }

    /// The strategy's score and when it enters and leaves, for each bar. Without a score it is +1 where only long
    /// holds, -1 where only short does, else 0.
    public Signals signals(Bars bars) {
        return evaluation(bars.length(), true).on(bars);
    }

    /// As [#signals], without the exits.
    public Signals entries(Bars bars) {
        return evaluation(bars.length(), false).on(bars);
    }

    /// The same for many markets of one length, in the same arrays each time.
    public Evaluation evaluation(int length, boolean withExits) {
        return signals.evaluation(length, withExits);
    }

    /// The same with every series disturbed by more than its rounding can have. Not for programs, whose
    /// arithmetic is not known.
    ///
    /// @param probe tells one disturbance from the next
    public Evaluation disturbed(int length, int probe) {
        return switch (signals) {
            case Rules rules -> rules.disturbed(length, new RoundingNoise(probe));
            case ProgramRules _ -> throw new IllegalStateException("the arithmetic of a program is not known");
        };
    }

    /// Tells this strategy from others and from its own variants: 16 hexadecimal digits over all that decides its
    /// signals. Comments, order and spacing of the file do not count.
    public String hash() {
        return StrategyHash.of(source, parameters, program());
    }

    /// The same strategy with varied parameters; where a period is needed they are rounded as by [#scaled].
    ///
    /// @throws io.github.parallelvalidation.workspace.ProblemException when a name is none of its numbers, or
    ///     the rules cannot take such numbers
    public Strategy with(Map<String, Double> numbers) {
        if (numbers.isEmpty()) {
            return this;
        }
        Map<String, Value> values = new LinkedHashMap<>(parameters);
        numbers.forEach((name, number) -> {
            if (!(parameters.get(name) instanceof Value.Amount)) {
                throw source.rules()
                        .root()
                        .problem("'%s' is none of this strategy's numbers; they are %s".formatted(name, amounts()));
            }
            values.put(name, new Value.Amount(number));
        });
        return new Strategy(source, values, true, runner);
    }

    private String amounts() {
        return parameters.entrySet().stream()
                .filter(parameter -> parameter.getValue() instanceof Value.Amount)
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(", "));
    }

    /// The strategy's numbers by what they decide.
    public NumberRoles roles() {
        return NumberRoles.of(source.rules(), parameters);
    }

    /// Whether a number counts bars, so that only whole ones make a difference.
    public boolean isPeriod(String name) {
        if (!(parameters.get(name) instanceof Value.Amount(double value))) {
            return false;
        }
        if (name.equals(RuleSource.HOLD_BARS)) {
            return true;
        }
        if (program().isPresent()) {
            return value == Math.rint(value);
        }
        // Where a period is needed, half a bar is refused.
        Map<String, Value> values = new LinkedHashMap<>(parameters);
        values.put(name, new Value.Amount(Math.rint(value) + 0.5));
        try {
            source.rules().compile(values, false, runner);
            return false;
        } catch (ProblemException refused) {
            return true;
        }
    }

    /// The same strategy with every tunable number multiplied; where a period is needed the product is rounded,
    /// halves to the even side. What a program needs is not known: for it whole numbers stay whole.
    ///
    /// @throws io.github.parallelvalidation.workspace.ProblemException when the rules cannot take such numbers
    public Strategy scaled(double factor) {
        boolean staysWhole = program().isPresent();
        Map<String, Value> values = new LinkedHashMap<>();
        parameters.forEach((name, value) -> values.put(name, value.scaled(factor, staysWhole)));
        return new Strategy(source, values, true, runner);
    }
}
