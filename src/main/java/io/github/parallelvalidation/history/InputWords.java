package io.github.parallelvalidation.history;

import io.github.parallelvalidation.supervise.Inputs;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Words the parameters, rules and data that two runs did not share.
record InputWords(RunComparison comparison) {

    /// "STR-201: period 14, then 21"
    List<String> parameters() {
        List<String> sentences = new ArrayList<>();
        int unknown = 0;
        for (RunComparison.Pair pair : comparison.both()) {
            if (!pair.hasParameters()) {
                unknown += pair.isMeasured() ? 1 : 0;
            } else if (!hash(pair.before().inputs()).equals(hash(pair.after().inputs()))) {
                sentences.add(pair.id() + ": "
                        + parameters(pair.before().inputs(), pair.after().inputs()));
            }
        }
        if (unknown > 0) {
            sentences.add("For %d of %d it is not recorded what they were measured with."
                    .formatted(unknown, comparison.both().size()));
        }
        return sentences;
    }

    private static String parameters(Inputs before, Inputs after) {
        List<String> changes = Change.of(before.parameters(), after.parameters()).stream()
                .map(change -> change.words(change.name(), text -> text))
                .toList();
        return changes.isEmpty() ? "its rules are others, its parameters are the same" : String.join("; ", changes);
    }

    /// The same change of many strategies' data is said once.
    List<String> data() {
        Map<String, List<String>> byChange = new LinkedHashMap<>();
        for (RunComparison.Pair pair : comparison.both()) {
            Map<String, String> before = pair.before().inputs().data();
            Map<String, String> after = pair.after().inputs().data();
            if (!before.isEmpty() && !after.isEmpty()) {
                List<String> changes = DataWords.changes(before, after);
                if (!changes.isEmpty()) {
                    byChange.computeIfAbsent(String.join("; ", changes), _ -> new ArrayList<>())
                            .add(pair.id().value());
                }
            }
        }
        return byChange.entrySet().stream()
                .map(entry -> String.join(", ", entry.getValue()) + ": " + entry.getKey())
                .toList();
    }

    private static String hash(Inputs inputs) {
        return String.valueOf(inputs.parametersHash());
    }
}
