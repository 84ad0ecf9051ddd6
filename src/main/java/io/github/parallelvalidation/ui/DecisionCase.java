package io.github.parallelvalidation.ui;

import io.github.parallelvalidation.escalation.Escalation;
import io.github.parallelvalidation.escalation.EscalationOption;
import io.github.parallelvalidation.escalation.EscalationReason;
import io.github.parallelvalidation.escalation.Relaxation;
import io.github.parallelvalidation.gate.TierGates;
import io.github.parallelvalidation.merge.Failure;
import io.github.parallelvalidation.merge.RunSummary;
import io.github.parallelvalidation.merge.StrategyResult;
import io.github.parallelvalidation.run.RunOutcome;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A decision put to the researcher: evidence, and choices with their prices.
///
/// @param reasons why the run asks
/// @param gates failed gates with their need and how many failed them
/// @param failures failure reasons, counted
/// @param luck what noise alone would have done
record DecisionCase(
        RunOutcome outcome,
        Relaxation relaxation,
        List<String> reasons,
        List<Count> gates,
        List<Count> failures,
        String luck,
        List<Choice> choices) {

    /// Something that was counted.
    record Count(String what, long count) {}

    /// One choice.
    ///
    /// @param price what it costs and what it may bring, in numbers
    record Choice(EscalationOption option, String title, String price) {}

    /// @param threshold the share of failures above which a run asks
    static DecisionCase of(RunOutcome outcome, double threshold, TierGates gates) {
        Relaxation relaxation = Relaxation.byDefault(outcome.plan().tier(), gates, outcome.strategies());
        Prices prices = new Prices(outcome, gates, relaxation);
        Optional<Escalation> escalation = Optional.ofNullable(outcome.escalation());
        return new DecisionCase(
                outcome,
                relaxation,
                escalation.map(Escalation::reasons).orElse(List.of()).stream()
                        .map(reason -> words(reason, outcome, threshold))
                        .toList(),
                counted(outcome.strategies().stream()
                        .flatMap(result -> result.gates().stream())
                        .filter(gate -> !gate.passed())
                        .map(gate -> MetricColumn.label(gate.name()) + ", needs "
                                + Needs.of(gate.name(), gate.operator(), gate.threshold(), gate.tolerance()))),
                counted(outcome.strategies().stream()
                        .map(StrategyResult::failure)
                        .filter(Objects::nonNull)
                        .map(DecisionCase::reason)),
                luck(outcome.summary()),
                escalation.map(Escalation::options).orElse(List.of()).stream()
                        .sorted(Comparator.comparingInt(DecisionCase::place))
                        .map(prices::of)
                        .toList());
    }

    String title() {
        RunSummary summary = outcome.summary();
        return "%d of %d did not pass %s"
                .formatted(
                        summary.total() - summary.passed(),
                        summary.total(),
                        outcome.plan().tier());
    }

    private static String reason(Failure failure) {
        return StrategyRow.reason(failure.reason().code()) + (failure.fixable() ? ", fixable" : "");
    }

    /// The least dangerous choice first.
    private static int place(EscalationOption option) {
        return switch (option) {
            case CONTINUE -> 0;
            case RETRY -> 1;
            case RELAX -> 2;
            case MEETING -> 3;
        };
    }

    private static List<Count> counted(Stream<String> words) {
        Map<String, Long> counts =
                words.collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .map(entry -> new Count(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingLong(Count::count).reversed())
                .toList();
    }

    private static String words(EscalationReason reason, RunOutcome outcome, double threshold) {
        RunSummary summary = outcome.summary();
        return switch (reason) {
            case FAILURE_RATE ->
                Figures.percent((double) (summary.total() - summary.passed()) / summary.total())
                        + " did not pass; the settings ask above " + Figures.percent(threshold);
            case ALL_FAILED -> "Not one passed";
            case TIMEOUTS ->
                outcome.strategies().stream().mapToInt(StrategyResult::timeouts).sum() + " workers timed out";
            case RECOVERY_EXHAUSTED -> "A worker vanished again and again until it was given up";
        };
    }

    private static String luck(RunSummary summary) {
        Double expected = summary.expectedLuckyPasses();
        return expected == null
                ? "What noise alone would have passed is not known here."
                : "Noise alone would have passed about %s of %d; %d passed."
                        .formatted(Figures.expected(expected), summary.total(), summary.passed());
    }
}
