package io.github.parallelvalidation.cli;

import io.github.parallelvalidation.escalation.Decision;
import io.github.parallelvalidation.escalation.RetryChoice;
import io.github.parallelvalidation.result.StrategyResult;
import io.github.parallelvalidation.settings.EscalationOption;
import io.github.parallelvalidation.workspace.StrategyId;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/// Parses a decision as a person types it: "continue", "relax ic=0.008", "retry STR-209 STR-210", "meeting".
final class DecisionWords {
    private DecisionWords() {}

    /// @param choice what can be run again
    /// @throws IllegalArgumentException that says what was not understood
    static Decision parse(String line, RetryChoice choice, Instant now) {
        List<String> words = Arrays.asList(line.strip().split("\\s+"));
        EscalationOption option = EscalationOption.parse(words.getFirst())
                .orElseThrow(() -> new IllegalArgumentException(
                        "'%s' is none of %s".formatted(words.getFirst(), String.join(", ", EscalationOption.codes()))));
        List<String> rest = words.subList(1, words.size());
        return switch (option) {
            case RELAX -> new Decision(option, Decision.By.CLI, now, thresholds(rest));
            case RETRY ->
                new Decision(
                        option,
                        Decision.By.CLI,
                        now,
                        Map.of(),
                        new Decision.Retry(strategies(rest, choice), OptionalInt.empty()));
            case CONTINUE, MEETING -> {
                if (!rest.isEmpty()) {
                    throw new IllegalArgumentException(
                            option.code() + " takes no more words, found '" + rest.getFirst() + "'");
                }
                yield new Decision(option, Decision.By.CLI, now, Map.of());
            }
        };
    }

    private static Map<String, Double> thresholds(List<String> words) {
        Map<String, Double> thresholds = new LinkedHashMap<>();
        for (String word : words) {
            int equals = word.indexOf('=');
            try {
                thresholds.put(word.substring(0, Math.max(0, equals)), Double.valueOf(word.substring(equals + 1)));
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException("a threshold is written NAME=VALUE, not '" + word + "'", e);
            }
        }
        return thresholds;
    }

    /// @param choice what can be run again
    /// @throws IllegalArgumentException when one of them did pass, or is not of the run
    static List<StrategyId> strategies(List<String> words, RetryChoice choice) {
        return words.stream().map(word -> strategy(word, choice)).toList();
    }

    /// One that did not pass.
    private static StrategyId strategy(String word, RetryChoice choice) {
        return choice.all().stream()
                .map(StrategyResult::id)
                .filter(id -> id.value().equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'%s' is none of those that did not pass: %s"
                        .formatted(
                                word,
                                choice.all().stream()
                                        .map(result -> result.id().value())
                                        .collect(Collectors.joining(", ")))));
    }
}
