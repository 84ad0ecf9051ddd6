package io.github.parallelvalidation.strategy;

import io.github.parallelvalidation.data.Timeframe;
import io.github.parallelvalidation.strategy.Expression.Logical;
import io.github.parallelvalidation.workspace.YamlMapping;
import io.github.parallelvalidation.workspace.YamlNode;
import io.github.parallelvalidation.workspace.YamlScalar;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;

/// A strategy before compilation, which needs values for its parameters.
///
/// @param root the whole of `parameters.yaml`
/// @param signal its section `signal`
/// @param exit its section `exit`
record StrategySource(
        String asset,
        Timeframe timeframe,
        int horizon,
        YamlMapping root,
        YamlMapping signal,
        Optional<YamlMapping> exit) {
    static final String HOLD_BARS = "hold_bars";

    private static final String PLACEBO = "placebo";
    private static final String PLACEBO_WORLDS = "placebo_worlds";

    /// Keys of `signal` that say how luck is counted, not what the signals are.
    static final Set<String> OF_THE_PLACEBO = Set.of(PLACEBO, PLACEBO_WORLDS);

    private static final int FEWEST_WORLDS = 19;
    private static final int USUAL_WORLDS = 99;
    private static final int MOST_WORLDS = 199;
    static final int LONGEST_HOLD = 10_000_000;

    /// @param scaled whether the parameters are not the file's own: then periods are rounded to whole numbers
    SignalSource compile(Map<String, Value> parameters, boolean scaled, ProgramRunner runner) {
        Compiler forExits = new Compiler(parameters, true, scaled);
        Exits exits = new Exits(
                truth(exit, "long", "exit.long", forExits).orElse(new Expression.Always(false)),
                truth(exit, "short", "exit.short", forExits).orElse(new Expression.Always(false)));
        Optional<YamlNode> command = command();
        boolean hasScore = command.isPresent() || signal.find("score").isPresent();
        Compiler forEntries = new Compiler(parameters, hasScore, scaled);
        Optional<Logical> longs = truth(Optional.of(signal), "long", "signal.long", forEntries);
        Optional<Logical> shorts = truth(Optional.of(signal), "short", "signal.short", forEntries);
        if (command.isPresent()) {
            Program program = ProgramReader.read(root, command.get(), parameters, scaled);
            return new ProgramRules(program, runner, longs, shorts, exits);
        }
        Compiler forScore = new Compiler(parameters, false, scaled);
        return new Rules(
                signal.find("score").map(node -> compile(node, "signal.score", forScore::number)),
                longs.orElse(new Expression.Always(false)),
                shorts.orElse(new Expression.Always(false)),
                exits);
    }

    Optional<YamlNode> command() {
        return signal.find("command");
    }

    /// On how many rebuilt markets a program is run: `signal.placebo: rebuilt`.
    Optional<Integer> programWorlds() {
        Optional<YamlNode> node = signal.find(PLACEBO).filter(found -> !found.isNull());
        Optional<YamlNode> worlds = signal.find(PLACEBO_WORLDS).filter(found -> !found.isNull());
        if (node.isEmpty()) {
            return shifted(worlds);
        }
        YamlScalar method = node.get().asScalar("signal." + PLACEBO);
        if (command().isEmpty()) {
            throw method.problem("signal.placebo is for strategies with their own signal.command; expressions are"
                    + " always computed on rebuilt markets");
        }
        return switch (method.value()) {
            case "rebuilt" ->
                Optional.of(worlds.map(found -> found.asScalar("signal." + PLACEBO_WORLDS)
                                .asInt("signal." + PLACEBO_WORLDS, FEWEST_WORLDS, MOST_WORLDS))
                        .orElse(USUAL_WORLDS));
            case "circular_shift" -> shifted(worlds);
            default ->
                throw method.problem(
                        "signal.placebo must be 'rebuilt' or 'circular_shift', found " + method.describe());
        };
    }

    /// A shift knows no worlds.
    private static Optional<Integer> shifted(Optional<YamlNode> worlds) {
        worlds.ifPresent(found -> {
            throw found.problem("signal.placebo_worlds belongs to 'placebo: rebuilt', which is not there");
        });
        return Optional.empty();
    }

    private static Optional<Logical> truth(Optional<YamlMapping> section, String key, String what, Compiler compiler) {
        return section.flatMap(mapping -> mapping.find(key)).map(node -> compile(node, what, compiler::truth));
    }

    private static <T> T compile(YamlNode node, String what, Function<String, T> compiler) {
        YamlScalar scalar = node.asScalar(what);
        try {
            return compiler.apply(scalar.value());
        } catch (ExpressionException e) {
            throw scalar.problem(e.sentence(what, scalar.value()));
        }
    }

    OptionalInt holdBars(Map<String, Value> parameters, boolean scaled) {
        Optional<YamlNode> node = exit.flatMap(mapping -> mapping.find(HOLD_BARS));
        if (node.isEmpty() || node.get().isNull()) {
            return OptionalInt.empty();
        }
        int written = node.get().asScalar("exit." + HOLD_BARS).asInt("exit." + HOLD_BARS, 1, LONGEST_HOLD);
        return OptionalInt.of(
                scaled && parameters.get(HOLD_BARS) instanceof Value.Amount(double value)
                        ? (int) Math.max(1, Math.rint(value))
                        : written);
    }
}
