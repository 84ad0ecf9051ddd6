package io.github.parallelvalidation.journal;

import io.github.parallelvalidation.gate.Requirement;
import io.github.parallelvalidation.number.PlainNumber;
import io.github.parallelvalidation.workspace.YamlMapping;
import io.github.parallelvalidation.workspace.YamlScalar;
import java.util.LinkedHashMap;
import java.util.Map;

/// Converts a gate's requirement to and from files and `--json`: `operator` and `threshold`, and with `!=` a
/// `tolerance`.
public final class RequirementDocument {
    private static final String OPERATOR = "operator";
    private static final String THRESHOLD = "threshold";
    private static final String TOLERANCE = "tolerance";
    private static final String MORE = ">";
    private static final String LESS = "<";
    private static final String AWAY = "!=";

    private RequirementDocument() {}

    static Map<String, Object> of(Requirement requirement) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put(OPERATOR, operator(requirement));
        map.put(THRESHOLD, PlainNumber.value(threshold(requirement)));
        if (requirement instanceof Requirement.AwayFrom away) {
            map.put(TOLERANCE, PlainNumber.value(away.tolerance()));
        }
        return map;
    }

    /// What stands under `threshold`: for `!=` the centre.
    public static double threshold(Requirement requirement) {
        return switch (requirement) {
            case Requirement.MoreThan(double threshold) -> threshold;
            case Requirement.LessThan(double threshold) -> threshold;
            case Requirement.AwayFrom(double centre, double _) -> centre;
        };
    }

    /// @throws io.github.parallelvalidation.workspace.ProblemException when the operator is none that we know, or a
    ///     number is missing
    static Requirement read(YamlMapping gate) {
        YamlScalar operator = gate.scalar(OPERATOR);
        return switch (operator.value()) {
            case MORE -> new Requirement.MoreThan(number(gate, THRESHOLD));
            case LESS -> new Requirement.LessThan(number(gate, THRESHOLD));
            case AWAY -> new Requirement.AwayFrom(number(gate, THRESHOLD), number(gate, TOLERANCE));
            default ->
                throw operator.problem("'operator' must be '%s', '%s' or '%s', found %s"
                        .formatted(MORE, LESS, AWAY, operator.describe()));
        };
    }

    private static String operator(Requirement requirement) {
        return switch (requirement) {
            case Requirement.MoreThan _ -> MORE;
            case Requirement.LessThan _ -> LESS;
            case Requirement.AwayFrom _ -> AWAY;
        };
    }

    private static double number(YamlMapping gate, String key) {
        return gate.scalar(key).asDouble(key, -Double.MAX_VALUE, Double.MAX_VALUE);
    }
}
