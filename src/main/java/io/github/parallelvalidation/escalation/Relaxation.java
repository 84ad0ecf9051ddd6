package io.github.parallelvalidation.escalation;

import io.github.parallelvalidation.gate.GateCheck;
import io.github.parallelvalidation.gate.GateResult;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.gate.TierGates;
import io.github.parallelvalidation.luck.RunLuck;
import io.github.parallelvalidation.number.PlainNumber;
import io.github.parallelvalidation.queue.Status;
import io.github.parallelvalidation.result.Judgement;
import io.github.parallelvalidation.result.StrategyResult;
import io.github.parallelvalidation.result.Verdict;
import io.github.parallelvalidation.workspace.StrategyId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Applies relaxed thresholds to existing results; nothing is run again.
///
/// @param tier the tier of the run
/// @param original the gates of the run
/// @param relaxed the gates with moved thresholds
/// @param spared strategies that stay under the original ones
public record Relaxation(Tier tier, TierGates original, TierGates relaxed, Set<StrategyId> spared) {
    /// What is relaxed without saying how far, is relaxed by this share of its size.
    public static final double DEFAULT_SHARE = 0.1;

    /// Why a strategy has no luck under relaxed thresholds.
    public static final String NOT_STORED = "not known under relaxed thresholds: its worlds are not stored";

    public Relaxation {
        spared = Set.copyOf(spared);
    }

    private Relaxation(Tier tier, TierGates original, TierGates relaxed) {
        this(tier, original, relaxed, Set.of());
    }

    /// The same, but for these strategies too.
    public Relaxation sparing(Set<StrategyId> more) {
        Set<StrategyId> all = new HashSet<>(spared);
        all.addAll(more);
        return new Relaxation(tier, original, relaxed, all);
    }

    /// Every threshold that some strategy failed, a tenth of its size looser.
    public static Relaxation byDefault(Tier tier, TierGates gates, List<StrategyResult> results) {
        Set<String> failed = results.stream()
                .filter(Relaxation::failedByGates)
                .flatMap(result -> result.judgement().gates().stream())
                .filter(gate -> !gate.passed() && gates.thresholds().containsKey(gate.name()))
                .map(GateResult::name)
                .collect(Collectors.toSet());
        return new Relaxation(tier, gates, gates.looser(failed, DEFAULT_SHARE));
    }

    /// Relaxes to the given thresholds.
    ///
    /// @throws IllegalArgumentException when a name is no gate, or a threshold is not finite or is stricter
    public static Relaxation to(Tier tier, TierGates gates, Map<String, Double> thresholds) {
        TierGates moved = gates;
        for (Map.Entry<String, Double> threshold : thresholds.entrySet()) {
            moved = moved.with(threshold.getKey(), threshold.getValue());
            Optional<String> refusal = refusal(gates, threshold.getKey(), threshold.getValue());
            if (refusal.isPresent()) {
                throw new IllegalArgumentException(refusal.get());
            }
        }
        return new Relaxation(tier, gates, moved);
    }

    /// Why a threshold cannot be the relaxed one of a gate; empty where it can.
    public static Optional<String> refusal(TierGates gates, String gate, double threshold) {
        double before = gates.thresholds().getOrDefault(gate, Double.NaN);
        if (!Double.isFinite(threshold)) {
            return Optional.of("%s must be a finite number, not %s".formatted(gate, PlainNumber.of(threshold)));
        }
        return threshold <= before
                ? Optional.empty()
                : Optional.of("%s %s is not looser than the %s of the run"
                        .formatted(gate, PlainNumber.of(threshold), PlainNumber.of(before)));
    }

    /// The thresholds that differ from the run's, by gate name.
    public Map<String, Double> moved() {
        Map<String, Double> moved = new LinkedHashMap<>(relaxed.thresholds());
        moved.entrySet()
                .removeIf(entry -> entry.getValue().equals(original.thresholds().get(entry.getKey())));
        return moved;
    }

    /// What [the moved ones][#moved] are in the run.
    public Map<String, Double> insteadOf() {
        Map<String, Double> before = new LinkedHashMap<>(original.thresholds());
        before.keySet().retainAll(moved().keySet());
        return before;
    }

    /// The results that would turn into passes, as they would then be.
    public List<StrategyResult> passes(List<StrategyResult> results) {
        return results.stream().flatMap(result -> relaxedPass(result).stream()).toList();
    }

    /// All results, with those that pass under the relaxed gates marked so. Their luck, and that of all others, is
    /// that of the relaxed gates: the passes of noise are counted as those of strategies are.
    ///
    /// @param evidence of the run
    public List<StrategyResult> apply(List<StrategyResult> results, RunEvidence evidence) {
        if (moved().isEmpty()) {
            return results;
        }
        RelaxedLuck luck = luck(evidence);
        return judged(results).stream()
                .map(result -> spared.contains(result.id()) ? result : luck.counted(result))
                .toList();
    }

    /// How much of the passes under the relaxed gates is luck.
    ///
    /// @param results under the relaxed gates
    /// @param evidence of the run
    /// @return null where nothing is known
    public @Nullable RunLuck runLuck(List<StrategyResult> results, RunEvidence evidence) {
        return runLuck(results, evidence, Set.of());
    }

    /// The same where some strategies stay under the run's own gates.
    ///
    /// @param kept those
    public @Nullable RunLuck runLuck(List<StrategyResult> results, RunEvidence evidence, Set<StrategyId> kept) {
        Set<StrategyId> all = new HashSet<>(kept);
        all.addAll(spared);
        return moved().isEmpty()
                ? evidence.luck()
                : luck(evidence).ofRun(results, new RelaxedLuck(original, evidence), all);
    }

    /// The results with their verdicts under the relaxed gates.
    List<StrategyResult> judged(List<StrategyResult> results) {
        return results.stream()
                .map(result -> relaxedPass(result).orElse(result))
                .toList();
    }

    RelaxedLuck luck(RunEvidence evidence) {
        return new RelaxedLuck(relaxed, evidence);
    }

    private GateCheck judge(StrategyResult result) {
        // Gates that cannot be relaxed, such as the q-value's, keep their word.
        List<GateResult> kept = result.judgement().gates().stream()
                .filter(gate -> !original.thresholds().containsKey(gate.name()))
                .toList();
        List<GateResult> gates =
                new ArrayList<>(relaxed.check(result.judgement().metrics()));
        gates.addAll(kept);
        return new GateCheck(gates);
    }

    /// Empty where the relaxed gates change nothing.
    private Optional<StrategyResult> relaxedPass(StrategyResult result) {
        if (!failedByGates(result) || spared.contains(result.id())) {
            return Optional.empty();
        }
        GateCheck check = judge(result);
        return check.passed() ? Optional.of(asPass(result, check)) : Optional.empty();
    }

    private StrategyResult asPass(StrategyResult result, GateCheck check) {
        Map<String, Double> needed = moved();
        needed.keySet()
                .retainAll(result.judgement().gates().stream()
                        .filter(gate -> !gate.passed())
                        .map(GateResult::name)
                        .collect(Collectors.toSet()));
        return result.judged(
                Judgement.passed(Status.passed(tier), result.judgement().metrics(), check.gates(), needed));
    }

    private static boolean failedByGates(StrategyResult result) {
        return result.judgement().verdict() == Verdict.FAIL
                && !result.judgement().gates().isEmpty();
    }
}
