package io.github.parallelvalidation.worker;

import io.github.parallelvalidation.gate.MetricNames;
import io.github.parallelvalidation.gate.Metrics;
import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.Sha256;
import io.github.parallelvalidation.workspace.Source;
import io.github.parallelvalidation.workspace.StrategyId;
import io.github.parallelvalidation.workspace.YamlDocument;
import io.github.parallelvalidation.workspace.YamlMapping;
import io.github.parallelvalidation.workspace.YamlNode;
import io.github.parallelvalidation.workspace.YamlScalar;
import io.github.parallelvalidation.workspace.YamlValues;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads what a worker left and believes it only where it is this worker's and whole.
public final class ResultReader {
    private static final Map<String, Limits> LIMITS = Map.of(
            MetricNames.SIGNAL_FREQUENCY, new Limits(0, Double.MAX_VALUE),
            MetricNames.HIT_RATE, new Limits(0, 1),
            MetricNames.HIT_RATE_P_VALUE, new Limits(0, 1),
            MetricNames.IC, new Limits(-1, 1),
            MetricNames.IC_P_VALUE, new Limits(0, 1),
            MetricNames.LUCK, new Limits(0, 1));

    private final ResultFiles files;
    private final String runId;
    private final String workerId;
    private final int attempt;
    private final StrategyId strategy;
    private final Set<String> required;

    /// @param required the metrics without which results count as malformed
    public ResultReader(WorkerTask task, Set<String> required) {
        this.files = new ResultFiles(task.outputFolder(), task.tier());
        this.runId = task.runId();
        this.workerId = task.workerId();
        this.attempt = task.attempt();
        this.strategy = task.strategyId();
        this.required = Set.copyOf(required);
    }

    /// The report, or empty while there is no flag.
    ///
    /// @throws ProblemException when there is a flag but the results are not this worker's, damaged or incomplete
    public Optional<WorkerReport> read() {
        if (!Files.exists(files.flag())) {
            return Optional.empty();
        }
        YamlMapping flag = YamlDocument.read(files.flag()).asMapping("the complete flag");
        checkOwner(flag);
        Source source = YamlDocument.source(files.results());
        checkSum(flag, source);
        YamlMapping results = YamlDocument.parse(source).asMapping("the results");
        checkOwner(results);
        check(results, "strategy_id", strategy.value());
        return Optional.of(report(results));
    }

    private WorkerReport report(YamlMapping results) {
        Optional<YamlNode> error = results.find("error");
        if (error.isPresent()) {
            YamlMapping mapping = error.get().asMapping("error");
            return new WorkerReport.Failed(
                    text(mapping, "category").orElse("STRATEGY_ERROR"),
                    text(mapping, "message").orElse("the worker gave no message"));
        }
        YamlMapping metrics = results.find("metrics")
                .orElseThrow(() -> results.problem("the results have neither metrics nor an error"))
                .asMapping("metrics");
        for (String name : required) {
            YamlMapping.Pair pair =
                    metrics.own(name).orElseThrow(() -> metrics.problem("the metric '" + name + "' is missing"));
            if (!pair.value().isNull()) {
                pair.value().asScalar(name).asDouble(name, -Double.MAX_VALUE, Double.MAX_VALUE);
            }
        }
        LIMITS.forEach((name, limits) -> metrics.own(name)
                .map(YamlMapping.Pair::value)
                .filter(value -> !value.isNull())
                .ifPresent(value -> value.asScalar(name).asDouble(name, limits.least(), limits.most())));
        return new WorkerReport.Measured(
                metrics(metrics, results.find("reasons")),
                text(results, ResultDocument.PARAMETERS_HASH).orElse(null));
    }

    private static Metrics metrics(YamlMapping metrics, Optional<YamlNode> reasons) {
        Map<String, String> why = new LinkedHashMap<>();
        reasons.filter(YamlMapping.class::isInstance)
                .map(node -> node.asMapping("reasons"))
                .ifPresent(mapping -> mapping.pairs()
                        .forEach(pair -> why.put(
                                pair.key().value(),
                                pair.value().asScalar("a reason").value())));
        return new Metrics(YamlValues.map(metrics), why);
    }

    /// A foreign worker may leave these out; what is there must match.
    private void checkOwner(YamlMapping document) {
        check(document, "run_id", runId);
        check(document, "worker_id", workerId);
        check(document, "attempt", String.valueOf(attempt));
    }

    private static void check(YamlMapping document, String key, String expected) {
        Optional<YamlNode> found = document.find(key);
        if (found.isPresent()) {
            YamlScalar scalar = found.get().asScalar(key);
            if (!scalar.value().equals(expected)) {
                throw scalar.problem("%s is %s, but this worker's is '%s': these are not its results"
                        .formatted(key, scalar.describe(), expected));
            }
        }
    }

    private static void checkSum(YamlMapping flag, Source results) {
        Optional<YamlNode> expected = flag.find("results_sha256");
        if (expected.isPresent()) {
            YamlScalar scalar = expected.get().asScalar("results_sha256");
            if (!scalar.value().equalsIgnoreCase(Sha256.of(results.text()))) {
                throw scalar.problem("the checksum does not match the results file: it was changed or cut");
            }
        }
    }

    /// What a worker says is shown on terminals: no control characters.
    private static Optional<String> text(YamlMapping mapping, String key) {
        return mapping.find(key).map(node -> Printable.line(node.asScalar(key).value()));
    }

    /// What a metric can be at all.
    private record Limits(double least, double most) {}
}
