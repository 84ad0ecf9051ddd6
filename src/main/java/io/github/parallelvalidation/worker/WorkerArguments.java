package io.github.parallelvalidation.worker;

import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.workspace.StrategyId;
import io.github.parallelvalidation.workspace.Workspace;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads the worker's command line and environment, by hand: a command line library would take longer to load than the
/// strategy takes to judge.
final class WorkerArguments {
    private static final Set<String> OPTIONS = Set.of("--tier", "--strategy-id", "--config-override", "--output-dir");

    private WorkerArguments() {}

    /// @throws IllegalArgumentException with a sentence, when something is missing or wrong
    static WorkerTask task(List<String> arguments, Map<String, String> environment) {
        Map<String, String> options = options(arguments);
        StrategyId id = Optional.ofNullable(options.get("--strategy-id"))
                .flatMap(StrategyId::parse)
                .orElseThrow(() -> new IllegalArgumentException("--strategy-id STR-NNN is needed"));
        Tier tier = Tier.parse(options.getOrDefault("--tier", "L0"))
                .orElseThrow(() -> new IllegalArgumentException("--tier must be L0 or L1"));
        Workspace workspace = Optional.ofNullable(environment.get("PV_WORKSPACE"))
                .map(folder -> new Workspace(Path.of(folder)))
                .or(() -> Workspace.find(Path.of("")))
                .orElseThrow(() -> new IllegalArgumentException("neither this folder nor one above it holds .crypto"));
        String output = options.get("--output-dir");
        Path folder = output == null
                ? workspace
                        .strategy(id)
                        .orElseThrow(
                                () -> new IllegalArgumentException(id + " has no folder in " + workspace.strategies()))
                : Optional.ofNullable(
                                Path.of(output).toAbsolutePath().normalize().getParent())
                        .orElseThrow(() -> new IllegalArgumentException("--output-dir must be a folder of a strategy"));
        return new WorkerTask(
                workspace,
                id,
                tier,
                environment.getOrDefault("PV_RUN_ID", "manual"),
                environment.getOrDefault("PV_WORKER_ID", "manual"),
                number(environment.getOrDefault("PV_ATTEMPT", "1")),
                folder,
                Duration.ZERO);
    }

    private static Map<String, String> options(List<String> arguments) {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i < arguments.size(); i += 2) {
            String name = arguments.get(i);
            if (!OPTIONS.contains(name) || i + 1 == arguments.size()) {
                throw new IllegalArgumentException(
                        "'%s' is not understood; the worker takes --tier L0 --strategy-id STR-NNN [--config-override JSON] [--output-dir DIR]"
                                .formatted(name));
            }
            options.put(name, arguments.get(i + 1));
        }
        return options;
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("PV_ATTEMPT must be a whole number, found '" + text + "'", e);
        }
    }
}
