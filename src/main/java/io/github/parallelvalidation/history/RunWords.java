package io.github.parallelvalidation.history;

import io.github.parallelvalidation.display.InsistedText;
import io.github.parallelvalidation.display.MetricColumn;
import io.github.parallelvalidation.gate.GateResult;
import io.github.parallelvalidation.gate.Requirement;
import io.github.parallelvalidation.journal.RunOutcome;
import io.github.parallelvalidation.result.StrategyResult;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Words of a run that both pages need.
final class RunWords {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH);
    private static final int MOST_NAMED = 6;

    private RunWords() {}

    /// "27 Nov 2026, 05:42"
    static String when(Instant at, ZoneId zone) {
        return DAY.format(at.atZone(zone));
    }

    /// "passed", "passed under relaxed thresholds", "failed", "timed out", "ended in error"
    static String verdict(StrategyResult result) {
        return switch (result.judgement().verdict()) {
            case PASS -> result.isRelaxed() ? "passed under relaxed thresholds" : "passed";
            case FAIL -> "failed";
            case TIMEOUT -> "timed out";
            case ERROR -> "ended in error";
        };
    }

    /// "✓ passed, relaxed", "✗ timed out", "✓ passed, no L0"
    static String shortly(StrategyResult result) {
        return (result.isRelaxed() ? "✓ passed, relaxed" : (result.passed() ? "✓ " : "✗ ") + verdict(result))
                + (result.withoutL0Pass() ? ", " + InsistedText.BRIEF : "");
    }

    /// The gates by which a run judged, by the metric's name; those of relaxed passes are left out.
    static Map<String, Requirement> gates(RunOutcome run) {
        Map<String, Requirement> gates = new LinkedHashMap<>();
        run.strategies().stream()
                .filter(result -> !result.isRelaxed())
                .flatMap(result -> result.judgement().gates().stream())
                .forEach(gate -> gates.putIfAbsent(gate.name(), gate.requirement()));
        return gates;
    }

    /// "ic 0.0035"; nothing where there is no value
    static String figure(GateResult gate) {
        Double actual = gate.actual();
        return MetricColumn.label(gate.name())
                + (actual == null ? " not known" : " " + gate.requirement().valueText(actual));
    }

    /// "STR-201, STR-202 and 4 others"
    static String names(List<StrategyResult> results) {
        String first = String.join(
                ", ",
                results.stream()
                        .limit(MOST_NAMED)
                        .map(result -> result.id().value())
                        .toList());
        int more = results.size() - MOST_NAMED;
        return more <= 0 ? first : first + (more == 1 ? " and 1 other" : " and " + more + " others");
    }
}
