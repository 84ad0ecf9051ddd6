package io.github.parallelvalidation.journal;

import io.github.parallelvalidation.plan.ChainLink;
import io.github.parallelvalidation.plan.RunWishes;
import io.github.parallelvalidation.settings.EscalationPolicy;
import io.github.parallelvalidation.workspace.YamlMapping;
import io.github.parallelvalidation.workspace.YamlScalar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Converts a run's position in its chain to and from the plan file: `follows` and `wishes`, each only where it is not
/// the default.
final class ChainLinkDocument {
    private static final String FOLLOWS = "follows";
    private static final String WISHES = "wishes";
    private static final String THEN_L1 = "then_l1";
    private static final String ON_ESCALATION = "on_escalation";
    private static final String RELAX = "relax";
    private static final List<String> KEYS = List.of(THEN_L1, ON_ESCALATION, RELAX);

    private ChainLinkDocument() {}

    static Map<String, Object> of(ChainLink link) {
        Map<String, Object> map = new LinkedHashMap<>();
        link.follows().ifPresent(run -> map.put(FOLLOWS, run));
        Map<String, Object> wishes = wishes(link.wishes());
        if (!wishes.isEmpty()) {
            map.put(WISHES, wishes);
        }
        return map;
    }

    private static Map<String, Object> wishes(RunWishes wishes) {
        Map<String, Object> map = new LinkedHashMap<>();
        if (wishes.thenL1()) {
            map.put(THEN_L1, true);
        }
        wishes.onEscalation().ifPresent(policy -> map.put(ON_ESCALATION, policy.code()));
        if (!wishes.relax().isEmpty()) {
            map.put(RELAX, wishes.relax());
        }
        return map;
    }

    /// @param plan the plan file's mapping
    /// @param runId the run of the plan
    static ChainLink read(YamlMapping plan, String runId) {
        return new ChainLink(
                plan.findScalar(FOLLOWS).map(run -> earlier(run, runId)),
                plan.find(WISHES).map(node -> wishes(node.asMapping(WISHES))).orElse(RunWishes.NONE));
    }

    /// It becomes a path.
    private static String earlier(YamlScalar scalar, String runId) {
        if (!RunIds.isRunId(scalar.value()) || scalar.value().equals(runId)) {
            throw scalar.problem("'%s' must be the id of an earlier run such as 2026-11-22-143000, found %s"
                    .formatted(FOLLOWS, scalar.describe()));
        }
        return scalar.value();
    }

    private static RunWishes wishes(YamlMapping map) {
        map.pairs().stream()
                .map(YamlMapping.Pair::key)
                .filter(key -> !KEYS.contains(key.value()))
                .findFirst()
                .ifPresent(key -> {
                    throw key.problem(
                            "'%s' knows %s, found %s".formatted(WISHES, String.join(", ", KEYS), key.describe()));
                });
        return new RunWishes(
                map.truth(THEN_L1), map.findScalar(ON_ESCALATION).map(ChainLinkDocument::policy), map.numbers(RELAX));
    }

    private static EscalationPolicy policy(YamlScalar scalar) {
        return EscalationPolicy.parse(scalar.value())
                .orElseThrow(() -> scalar.problem("'%s' must be one of %s, not %s"
                        .formatted(ON_ESCALATION, String.join(", ", EscalationPolicy.codes()), scalar.describe())));
    }
}
