package io.github.parallelvalidation.worker;

import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.settings.Settings;
import io.github.parallelvalidation.trust.Acceptances;
import io.github.parallelvalidation.trust.Accepted;
import io.github.parallelvalidation.trust.WorkspacePrograms;
import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.Source;
import io.github.parallelvalidation.workspace.StrategyId;
import io.github.parallelvalidation.workspace.Workspace;
import io.github.parallelvalidation.workspace.YamlDocument;
import io.github.parallelvalidation.workspace.YamlScalar;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The parsed arguments of the built-in worker.
///
/// @param numbers values that replace some of the strategy's parameters
/// @param accepted what of the strategy's programs may be started
record WorkerArguments(
        Workspace workspace,
        StrategyId strategyId,
        Tier tier,
        Path strategyFolder,
        Path outputFolder,
        Owner owner,
        Map<String, Double> numbers,
        Accepted accepted) {
    static final String WORKER_ID = "PV_WORKER_ID";

    private static final List<String> OPTIONS = List.of("--tier", "--strategy-id", "--config-override", "--output-dir");
    private static final String MANUAL = "manual";
    private static final String TRUST = "--trust";
    private static final String USAGE = "worker --strategy-id STR-NNN [--tier L0] [--output-dir DIR] [--trust]";

    /// The run and attempt that the results belong to.
    record Owner(String runId, String workerId, int attempt) {}

    /// @param current the folder to look for a workspace from, where the environment names none
    /// @throws IllegalArgumentException with a sentence for people
    static WorkerArguments of(List<String> arguments, Map<String, String> environment, Path current) {
        Map<String, String> options = options(arguments);
        StrategyId id = StrategyId.parse(options.getOrDefault("--strategy-id", ""))
                .orElseThrow(() -> new IllegalArgumentException("--strategy-id STR-NNN is needed: " + USAGE));
        String tierText = options.getOrDefault("--tier", "L0");
        Tier tier = Tier.parse(tierText)
                .orElseThrow(() -> new IllegalArgumentException("--tier must be L0 or L1, found '" + tierText + "'"));
        Workspace workspace = workspace(environment, current);
        Path folder = workspace
                .strategy(id)
                .orElseThrow(() -> new IllegalArgumentException(
                        "there is no folder %s in %s".formatted(id, workspace.strategies())));
        Path output = options.containsKey("--output-dir")
                ? current.resolve(options.get("--output-dir"))
                : folder.resolve(Workspace.RESULTS);
        return new WorkerArguments(
                workspace,
                id,
                tier,
                folder,
                output,
                owner(environment),
                numbers(options.getOrDefault("--config-override", "{}")),
                accepted(workspace, id, environment, options.containsKey(TRUST)));
    }

    /// A run says what it was begun with; by hand it is what the person accepts now, or did before.
    private static Accepted accepted(
            Workspace workspace, StrategyId id, Map<String, String> environment, boolean trust) {
        Optional<Accepted> told = Accepted.told(environment);
        if (told.isPresent()) {
            return told.get();
        }
        Acceptances acceptances = Acceptances.ofUser();
        if (trust) {
            acceptances.acceptOnce(
                    workspace, new WorkspacePrograms(workspace, Settings.DEFAULT.programs()).ofRun(List.of(id)));
        }
        return acceptances.of(workspace);
    }

    /// JSON is YAML too; of the settings in it only the numbers concern this worker.
    private static Map<String, Double> numbers(String override) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        try {
            YamlDocument.parse(new Source(Path.of("config-override"), override))
                    .asMapping("the value")
                    .find("parameters")
                    .ifPresent(node -> node.asMapping("parameters").pairs().forEach(pair -> {
                        String name = pair.key().value();
                        YamlScalar number = pair.value().asScalar(name);
                        numbers.put(name, number.asDouble(name, -Double.MAX_VALUE, Double.MAX_VALUE));
                    }));
        } catch (ProblemException e) {
            throw new IllegalArgumentException(
                    "--config-override must be JSON such as {\"parameters\": {\"lookback\": 48}}: "
                            + e.problem().message(),
                    e);
        }
        return numbers;
    }

    private static Workspace workspace(Map<String, String> environment, Path current) {
        String named = environment.get("PV_WORKSPACE");
        Optional<Workspace> found =
                named == null ? Workspace.find(current) : Optional.of(Workspace.named(Path.of(named)));
        return found.orElseThrow(() -> new IllegalArgumentException(
                "there is no .crypto folder in %s or above; start the worker in a workspace".formatted(current)));
    }

    /// Whether a run started this worker, and not a person.
    boolean isOfRun() {
        return !owner.workerId().equals(MANUAL);
    }

    private static Owner owner(Map<String, String> environment) {
        String attempt = environment.getOrDefault("PV_ATTEMPT", "1");
        try {
            return new Owner(
                    environment.getOrDefault("PV_RUN_ID", MANUAL),
                    environment.getOrDefault(WORKER_ID, MANUAL),
                    Integer.parseInt(attempt));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("PV_ATTEMPT must be a whole number, found '" + attempt + "'", e);
        }
    }

    private static Map<String, String> options(List<String> arguments) {
        Map<String, String> options = new TreeMap<>();
        for (int i = 0; i < arguments.size(); i++) {
            String word = arguments.get(i);
            int equals = word.indexOf('=');
            String name = equals < 0 ? word : word.substring(0, equals);
            if (word.equals(TRUST)) {
                options.put(TRUST, "");
                continue;
            }
            if (!OPTIONS.contains(name)) {
                throw new IllegalArgumentException("the option '%s' is not known: %s".formatted(word, USAGE));
            }
            if (equals < 0 && i + 1 == arguments.size()) {
                throw new IllegalArgumentException("a value is missing after " + name);
            }
            options.put(name, equals < 0 ? arguments.get(++i) : word.substring(equals + 1));
        }
        return options;
    }
}
