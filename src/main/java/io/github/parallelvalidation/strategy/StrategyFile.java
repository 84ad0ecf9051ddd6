package io.github.parallelvalidation.strategy;

import io.github.parallelvalidation.data.Timeframe;
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

    static final int LONGEST_HORIZON = 100_000;

    private static final String ASSET = "asset";

    private StrategyFile() {}

    /// The strategy and the warnings about its file.
    public record Loaded(Strategy strategy, List<Problem> warnings) {
        public Loaded {
            warnings = List.copyOf(warnings);
        }
    }

    /// @throws io.github.parallelvalidation.workspace.ProblemException when the file says no strategy
    public static Loaded read(Path file) {
        return of(YamlDocument.read(file));
    }

    /// The same of a text that was read already, or that is not written yet.
    ///
    /// @throws io.github.parallelvalidation.workspace.ProblemException when it says no strategy
    public static Loaded of(YamlNode document) {
        YamlMapping root = root(document);
        checkVersion(root);
        String asset = asset(root);
        Timeframe timeframe = timeframe(root);
        YamlMapping signal = signal(root);
        checkSignal(signal);
        List<Problem> warnings = new ArrayList<>();
        Map<String, Value> parameters = ParameterReader.read(root, warnings);
        StrategySource source =
                new StrategySource(asset, timeframe, horizon(signal), new RuleSource(root, signal, exit(root)));
        return new Loaded(new Strategy(source, parameters, false, ProgramRunner.NONE), warnings);
    }

    static YamlMapping root(YamlNode document) {
        return document.asMapping("the strategy");
    }

    static void checkVersion(YamlMapping root) {
        root.find("version").ifPresent(node -> node.asScalar("version").asInt("version", 1, 1));
    }

    static Timeframe timeframe(YamlMapping root) {
        YamlScalar label = scalar(root, "timeframe");
        return Timeframe.parse(label.value())
                .orElseThrow(() -> label.problem(
                        "timeframe must be one of %s, found %s".formatted(Timeframe.labels(), label.describe())));
    }

    static YamlMapping signal(YamlMapping root) {
        return need(root, "signal").asMapping("signal");
    }

    static int horizon(YamlMapping signal) {
        return scalar(signal, "horizon").asInt("signal.horizon", 1, LONGEST_HORIZON);
    }

    static Optional<YamlMapping> exit(YamlMapping root) {
        return root.find("exit").map(node -> node.asMapping("exit"));
    }

    /// Whether the file may name a program: a quick look at its text, for most name none. The key is either
    /// there as it is, or with an escape sequence.
    ///
    /// @throws io.github.parallelvalidation.workspace.ProblemException when the file cannot be read
    public static boolean mayNameProgram(Path file) {
        String text = YamlDocument.source(file).text();
        return text.contains("command") || text.indexOf('\\') >= 0;
    }

    /// What it must say, whatever it says.
    static void checkSignal(YamlMapping signal) {
        boolean hasProgram = signal.find("command").isPresent();
        signal.find("score").filter(score -> hasProgram).ifPresent(score -> {
            throw score.problem("signal has a 'command', which gives the score, and a 'score'; one of them must go");
        });
        if (!hasProgram && signal.find("long").isEmpty() && signal.find("short").isEmpty()) {
            throw signal.problem("signal needs 'long' or 'short', or both: when a signal holds, such as 'score > 1'");
        }
    }

    private static YamlScalar scalar(YamlMapping mapping, String key) {
        return need(mapping, key).asScalar(key);
    }

    /// A name, which may be one of the words that YAML has for nothing: there are assets called NULL.
    static String asset(YamlMapping root) {
        YamlScalar word = root.own(ASSET)
                .map(YamlMapping.Pair::value)
                .filter(node -> node instanceof YamlScalar written && !written.isBlank())
                .orElseGet(() -> need(root, ASSET))
                .asScalar(ASSET);
        if (word.isBlank()) {
            throw word.problem("%s must be a name, found %s".formatted(ASSET, word.describe()));
        }
        return word.value();
    }

    private static YamlNode need(YamlMapping mapping, String key) {
        return mapping.find(key).orElseThrow(() -> mapping.problem("the key '" + key + "' is missing"));
    }
}
