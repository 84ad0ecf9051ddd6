package io.github.parallelvalidation.supervise;

import io.github.parallelvalidation.gate.MetricNames;
import io.github.parallelvalidation.gate.Variant;
import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.YamlMapping;
import io.github.parallelvalidation.workspace.YamlNode;
import io.github.parallelvalidation.workspace.YamlScalar;
import io.github.parallelvalidation.workspace.YamlValues;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The form that each metric with a name of ours has, as the schema of runs publishes it; each may be null. What a
/// worker measures under another name is its own. So is what only a whole run can tell, for no worker is believed in
/// that, and `placebo`, which makes sense as a grid or is passed over.
final class MetricForms {
    private static final Form ANY_NUMBER = new Form.Figure(-Double.MAX_VALUE, Double.MAX_VALUE);
    private static final Form COUNT = new Form.Figure(0, Double.MAX_VALUE);
    private static final Form SHARE = new Form.Figure(0, 1);

    private static final Map<String, Form> FORMS = forms();

    private MetricForms() {}

    /// @throws ProblemException when a metric has another form than its name says
    static void check(YamlMapping metrics) {
        for (YamlMapping.Pair pair : metrics.pairs()) {
            String name = pair.key().value();
            Form form = FORMS.get(name);
            if (form != null && !pair.value().isNull()) {
                check(name, form, pair.value());
            }
        }
    }

    private static void check(String name, Form form, YamlNode value) {
        switch (form) {
            case Form.Figure(double least, double most) -> figure(name, value, least, most);
            case Form.Word _ -> value.asScalar(name);
            case Form.Words _ -> value.asSequence(name).items().forEach(item -> word(name, item));
            case Form.Series _ ->
                value.asMapping(name).pairs().stream()
                        .filter(pair -> !pair.value().isNull())
                        .forEach(pair -> figure(
                                "%s of %s".formatted(name, pair.key().value()),
                                pair.value(),
                                -Double.MAX_VALUE,
                                Double.MAX_VALUE));
            case Form.Variants _ -> value.asSequence(name).items().forEach(MetricForms::variant);
        }
    }

    /// @throws ProblemException when it is something else, or beyond these bounds
    static void figure(String name, YamlNode value, double least, double most) {
        if (!(value instanceof YamlScalar scalar)) {
            throw value.problem("%s must be a number, found %s".formatted(name, value.describe()));
        }
        scalar.asDouble(name, least, most);
    }

    private static void word(String name, YamlNode item) {
        if (!(YamlValues.of(item) instanceof String)) {
            throw item.problem("%s must be a list of words, found %s in it".formatted(name, item.describe()));
        }
    }

    private static void variant(YamlNode item) {
        item.asMapping("one of " + MetricNames.VARIANTS)
                .own(Variant.FACTOR)
                .ifPresent(factor -> figure(
                        "the %s of a variant".formatted(Variant.FACTOR),
                        factor.value(),
                        -Double.MAX_VALUE,
                        Double.MAX_VALUE));
    }

    private static Map<String, Form> forms() {
        Map<String, Form> forms = new HashMap<>();
        List.of(
                        MetricNames.HIT_RATE_BASE,
                        MetricNames.IC_NOISE_95,
                        MetricNames.OBSERVATIONS,
                        MetricNames.CONFLICTS,
                        MetricNames.SHARPE,
                        MetricNames.SHARPE_NOISE_95,
                        MetricNames.PROFIT_FACTOR,
                        MetricNames.TRADES,
                        MetricNames.WIN_RATE,
                        MetricNames.TOTAL_RETURN,
                        MetricNames.MAX_DRAWDOWN,
                        MetricNames.EXPOSURE,
                        MetricNames.BENCHMARK_RETURN,
                        MetricNames.DAYS,
                        MetricNames.SKEWNESS,
                        MetricNames.KURTOSIS,
                        MetricNames.AUTOCORRELATION)
                .forEach(name -> forms.put(name, ANY_NUMBER));
        List.of(MetricNames.SIGNAL_FREQUENCY, MetricNames.PLACEBO_WORLDS).forEach(name -> forms.put(name, COUNT));
        List.of(
                        MetricNames.HIT_RATE,
                        MetricNames.HIT_RATE_P_VALUE,
                        MetricNames.IC_P_VALUE,
                        MetricNames.SHARPE_P_VALUE,
                        MetricNames.LUCK)
                .forEach(name -> forms.put(name, SHARE));
        forms.put(MetricNames.IC, new Form.Figure(-1, 1));
        forms.put(MetricNames.PLACEBO_METHOD, new Form.Word());
        List.of(MetricNames.PLACEBO_LIMITS, MetricNames.SANITY_FLAGS)
                .forEach(name -> forms.put(name, new Form.Words()));
        List.of(MetricNames.IC_BY_MONTH, MetricNames.RETURN_BY_SCORE_DECILE)
                .forEach(name -> forms.put(name, new Form.Series()));
        forms.put(MetricNames.VARIANTS, new Form.Variants());
        return Map.copyOf(forms);
    }

    /// What stands under a name.
    private sealed interface Form {
        /// A finite number within bounds.
        record Figure(double least, double most) implements Form {}

        /// A single value.
        record Word() implements Form {}

        /// A list of words.
        record Words() implements Form {}

        /// Numbers by month, or by tenth of the score.
        record Series() implements Form {}

        /// Mappings, each with the factor of its parameters.
        record Variants() implements Form {}
    }
}
