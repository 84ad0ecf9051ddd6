package io.github.parallelvalidation.strategy;

import io.github.parallelvalidation.strategy.Expression.Logical;
import io.github.parallelvalidation.strategy.Expression.Numeric;
import io.github.parallelvalidation.workspace.YamlMapping;
import io.github.parallelvalidation.workspace.YamlNode;
import io.github.parallelvalidation.workspace.YamlScalar;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/// The rules of a strategy before compilation, which needs values for its parameters.
///
/// @param root the whole of `parameters.yaml`
/// @param signal its section `signal`
/// @param exit its section `exit`
record RuleSource(YamlMapping root, YamlMapping signal, Optional<YamlMapping> exit) {
    static final String HOLD_BARS = "hold_bars";

    private static final String LONG = "long";
    private static final String SHORT = "short";
    private static final String SCORE = "score";

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
        Exits exits = new Exits(
                leaves(LONG, parameters, scaled).orElse(new Expression.Always(false)),
                leaves(SHORT, parameters, scaled).orElse(new Expression.Always(false)));
        Optional<Logical> longs = enters(LONG, parameters, scaled);
        Optional<Logical> shorts = enters(SHORT, parameters, scaled);
        Optional<Program> program = program(parameters, scaled);
        return program.isPresent()
                ? new ProgramRules(program.get(), runner, longs, shorts, exits)
                : new Rules(
                        score(parameters, scaled),
                        longs.orElse(new Expression.Always(false)),
                        shorts.orElse(new Expression.Always(false)),
                        exits);
    }

    /// The rules and numbers, each on its own, as a look at all that is wrong reads them.
    Stream<Runnable> parts(Map<String, Value> parameters) {
        return Stream.of(
                () -> score(parameters, false),
                () -> enters(LONG, parameters, false),
                () -> enters(SHORT, parameters, false),
                () -> program(parameters, false),
                () -> leaves(LONG, parameters, false),
                () -> leaves(SHORT, parameters, false),
                () -> holdBars(parameters, false),
                this::programWorlds);
    }

    private Optional<Logical> leaves(String side, Map<String, Value> parameters, boolean scaled) {
        return exit.flatMap(rules -> truth(rules, side, "exit." + side, new Compiler(parameters, true, scaled)));
    }

    private Optional<Logical> enters(String side, Map<String, Value> parameters, boolean scaled) {
        boolean hasScore = command().isPresent() || signal.find(SCORE).isPresent();
        return truth(signal, side, "signal." + side, new Compiler(parameters, hasScore, scaled));
    }

    private Optional<Numeric> score(Map<String, Value> parameters, boolean scaled) {
        Compiler compiler = new Compiler(parameters, false, scaled);
        return signal.find(SCORE).map(node -> compile(node, "signal." + SCORE, compiler::number));
    }

    private Optional<Program> program(Map<String, Value> parameters, boolean scaled) {
        return command().map(node -> ProgramReader.read(root, node, parameters, scaled));
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

    private static Optional<Logical> truth(YamlMapping section, String key, String what, Compiler compiler) {
        return section.find(key).map(node -> compile(node, what, compiler::truth));
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
