package io.github.parallelvalidation.supervise;

import io.github.parallelvalidation.gate.MetricNames;
import io.github.parallelvalidation.gate.Metrics;
import io.github.parallelvalidation.worker.ResultDocument;
import io.github.parallelvalidation.workspace.Printable;
import io.github.parallelvalidation.workspace.YamlMapping;
import io.github.parallelvalidation.workspace.YamlNode;
import io.github.parallelvalidation.workspace.YamlScalar;
import io.github.parallelvalidation.workspace.YamlSequence;
import io.github.parallelvalidation.workspace.YamlValues;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads metrics or an error from a results document, within limits that fit our own files.
final class ReportReader {
    /// Values and characters that the summary of a run takes over from one strategy.
    private static final int MOST_VALUES = 2_000;
    private static final int LONGEST_TEXT = 1_000;
    private static final int MOST_INPUTS = 64;
    private static final int LONGEST_INPUT = 120;

    private final Set<String> required;

    /// @param required the metrics without which results count as malformed
    ReportReader(Set<String> required) {
        this.required = Set.copyOf(required);
    }

    WorkerReport read(YamlMapping results) {
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
        // First: what follows quotes what it finds.
        if (countValues(metrics) > MOST_VALUES) {
            throw metrics.problem("the metrics hold more than " + MOST_VALUES + " values; leave series out of them");
        }
        checkRequired(metrics);
        MetricForms.check(metrics);
        return new WorkerReport.Measured(metrics(metrics, results.find("reasons")), inputs(results), null);
    }

    private static Inputs inputs(YamlMapping results) {
        return new Inputs(
                text(results, ResultDocument.PARAMETERS_HASH).orElse(null),
                texts(results, ResultDocument.PARAMETERS),
                texts(results, ResultDocument.DATA));
    }

    /// The single values of a mapping; whatever else a foreign worker writes there is its own.
    private static Map<String, String> texts(YamlMapping results, String key) {
        Map<String, String> texts = new LinkedHashMap<>();
        results.find(key)
                .filter(YamlMapping.class::isInstance)
                .map(node -> node.asMapping(key))
                .ifPresent(mapping -> mapping.pairs().stream()
                        .filter(pair -> pair.value() instanceof YamlScalar)
                        .limit(MOST_INPUTS)
                        .forEach(pair -> texts.put(
                                line(pair.key().value()),
                                line(pair.value().asScalar(key).value()))));
        return texts;
    }

    private static String line(String text) {
        return Printable.cut(Printable.line(text), LONGEST_INPUT);
    }

    private void checkRequired(YamlMapping metrics) {
        for (String name : required) {
            YamlMapping.Pair pair =
                    metrics.own(name).orElseThrow(() -> metrics.problem("the metric '" + name + "' is missing"));
            if (!pair.value().isNull()) {
                MetricForms.figure(name, pair.value(), -Double.MAX_VALUE, Double.MAX_VALUE);
            }
        }
    }

    /// How many values there are; a long text among them is refused.
    private static int countValues(YamlNode node) {
        return switch (node) {
            case YamlMapping mapping ->
                mapping.pairs().stream()
                        .mapToInt(pair -> countValues(pair.value()) + countValues(pair.key()))
                        .sum();
            case YamlSequence list ->
                list.items().stream().mapToInt(ReportReader::countValues).sum();
            case YamlScalar scalar -> {
                if (scalar.value().length() > LONGEST_TEXT) {
                    throw scalar.problem("a metric of " + scalar.value().length() + " characters is not a metric");
                }
                yield 1;
            }
        };
    }

    private static Metrics metrics(YamlMapping metrics, Optional<YamlNode> reasons) {
        Map<String, String> why = new LinkedHashMap<>();
        reasons.filter(YamlMapping.class::isInstance)
                .map(node -> node.asMapping("reasons"))
                .ifPresent(mapping -> mapping.pairs().stream()
                        .limit(MOST_VALUES)
                        .forEach(pair -> reason(pair.value())
                                .ifPresent(text -> why.put(pair.key().value(), text))));
        Metrics reported = new Metrics(YamlValues.map(metrics), why);
        for (String name : MetricNames.OF_THE_RUN) {
            reported = reported.leavingOut(name);
        }
        return reported;
    }

    /// A blank one says nothing, and is as good as none.
    private static Optional<String> reason(YamlNode node) {
        return Optional.of(node)
                .filter(value -> !value.isNull())
                .map(value -> Printable.cut(value.asScalar("a reason").value(), LONGEST_TEXT))
                .filter(text -> !text.isBlank());
    }

    /// What a worker says is shown on terminals: no control characters, and not without end.
    private static Optional<String> text(YamlMapping mapping, String key) {
        return mapping.find(key)
                .map(node -> Printable.cut(Printable.line(node.asScalar(key).value()), LONGEST_TEXT))
                .filter(text -> !text.isBlank());
    }
}
