package io.github.parallelvalidation.strategy;

import io.github.parallelvalidation.data.Timeframe;
import io.github.parallelvalidation.strategy.Expression.Logical;
import io.github.parallelvalidation.strategy.Expression.Numeric;
import io.github.parallelvalidation.workspace.Problem;
import io.github.parallelvalidation.workspace.YamlDocument;
import io.github.parallelvalidation.workspace.YamlMapping;
import io.github.parallelvalidation.workspace.YamlNode;
import io.github.parallelvalidation.workspace.YamlScalar;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads and compiles `parameters.yaml`.
public final class StrategyFile {
    public static final String NAME = "parameters.yaml";

    private static final int LONGEST_HORIZON = 100_000;

    private StrategyFile() {}

    /// The strategy, and what a person should know about the file.
    public record Loaded(Strategy strategy, List<Problem> warnings) {
        public Loaded {
            warnings = List.copyOf(warnings);
        }
    }

    /// @throws io.github.parallelvalidation.workspace.ProblemException when the file says no strategy
    public static Loaded read(Path file) {
        YamlMapping root = YamlDocument.read(file).asMapping("the strategy");
        root.find("version").ifPresent(node -> node.asScalar("version").asInt("version", 1, 1));
        YamlScalar asset = scalar(root, "asset");
        YamlScalar timeframe = scalar(root, "timeframe");
        YamlMapping signal = need(root, "signal").asMapping("signal");
        signal.find("command").ifPresent(node -> {
            throw node.problem("signal.command is not supported yet; write signal.score, signal.long and signal.short");
        });
        List<Problem> warnings = new ArrayList<>();
        Map<String, Value> parameters = ParameterReader.read(root, warnings);
        int horizon = scalar(signal, "horizon").asInt("signal.horizon", 1, LONGEST_HORIZON);
        Strategy strategy = new Strategy(
                asset.value(),
                Timeframe.parse(timeframe.value())
                        .orElseThrow(() -> timeframe.problem("timeframe must be one of %s, found %s"
                                .formatted(Timeframe.labels(), timeframe.describe()))),
                horizon,
                parameters,
                number(signal, parameters),
                truth(signal, "long", "signal.long", parameters),
                truth(signal, "short", "signal.short", parameters));
        if (signal.find("long").isEmpty() && signal.find("short").isEmpty()) {
            throw signal.problem("signal needs 'long' or 'short', or both: when a signal holds, such as 'score > 1'");
        }
        checkExits(root, parameters);
        return new Loaded(strategy, warnings);
    }

    private static void checkExits(YamlMapping root, Map<String, Value> parameters) {
        Optional<YamlMapping> exit = root.find("exit").map(node -> node.asMapping("exit"));
        for (String side : List.of("long", "short")) {
            exit.flatMap(mapping -> mapping.find(side))
                    .ifPresent(node -> compile(node, "exit." + side, new Compiler(parameters, true)::truth));
        }
    }

    private static Optional<Numeric> number(YamlMapping signal, Map<String, Value> parameters) {
        Compiler compiler = new Compiler(parameters, false);
        return signal.find("score").map(node -> compile(node, "signal.score", compiler::number));
    }

    private static Optional<Logical> truth(
            YamlMapping section, String key, String what, Map<String, Value> parameters) {
        boolean hasScore = section.find("score").isPresent();
        Compiler compiler = new Compiler(parameters, hasScore);
        return section.find(key).map(node -> compile(node, what, compiler::truth));
    }

    private static <T> T compile(YamlNode node, String what, java.util.function.Function<String, T> compiler) {
        YamlScalar scalar = node.asScalar(what);
        try {
            return compiler.apply(scalar.value());
        } catch (ExpressionException e) {
            throw scalar.problem(e.sentence(what, scalar.value().strip()));
        }
    }

    private static YamlScalar scalar(YamlMapping mapping, String key) {
        return need(mapping, key).asScalar(key);
    }

    private static YamlNode need(YamlMapping mapping, String key) {
        return mapping.find(key).orElseThrow(() -> mapping.problem("the key '" + key + "' is missing"));
    }
}
