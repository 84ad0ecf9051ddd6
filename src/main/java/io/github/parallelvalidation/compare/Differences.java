package io.github.parallelvalidation.compare;

import io.github.parallelvalidation.evidence.MeasuredMarket;
import io.github.parallelvalidation.evidence.StrategyIdea;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Finds what of the rules and markets of strategies is not the same for all.
final class Differences {
    private Differences() {}

    static List<Difference> of(List<ComparedStrategy> strategies) {
        List<Map<String, String>> facts =
                strategies.stream().map(Differences::facts).toList();
        Set<String> names = new LinkedHashSet<>();
        facts.forEach(each -> names.addAll(each.keySet()));
        List<Difference> differences = new ArrayList<>();
        for (String name : names) {
            List<String> values =
                    facts.stream().map(each -> each.getOrDefault(name, "")).toList();
            if (values.stream().distinct().count() > 1) {
                differences.add(new Difference(name, values));
            }
        }
        return differences;
    }

    private static Map<String, String> facts(ComparedStrategy strategy) {
        Map<String, String> facts = new LinkedHashMap<>();
        strategy.evidence()
                .idea()
                .map(StrategyIdea::rules)
                .ifPresent(rules -> rules.forEach(rule -> facts.put(rule.name(), rule.text())));
        strategy.evidence().market().ifPresent(market -> market(market, facts));
        return facts;
    }

    private static void market(MeasuredMarket market, Map<String, String> facts) {
        facts.put("first bar, warm-up included", market.first());
        facts.put("last bar", market.last());
        facts.put("bars that count", String.valueOf(market.windowBars()));
        facts.put("gaps", String.valueOf(market.gaps()));
    }
}
