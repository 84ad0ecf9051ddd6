package io.github.parallelvalidation.result;

import io.github.parallelvalidation.gate.FailureReason;
import io.github.parallelvalidation.gate.GateCheck;
import io.github.parallelvalidation.gate.GateResult;
import io.github.parallelvalidation.gate.MetricNames;
import io.github.parallelvalidation.gate.Metrics;
import io.github.parallelvalidation.gate.Requirement;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.luck.RunLuck;
import io.github.parallelvalidation.luck.RunWorlds;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// Adds the results that depend on the whole run: the luck of the run and each strategy's p-value adjusted for it; at
/// L0 the false-discovery q-value of each strategy, over all that have a p-value (crashed and timed-out strategies have
/// none and are left out), at L1 the deflated Sharpe ratio.
///
/// @param maxFdrQ the largest q-value that passes, or null: shown, not a gate
public record Merger(Judge judge, @Nullable Double maxFdrQ, Deflation deflation) {

    /// @param worlds those of the strategies, as their workers wrote them
    public Merged merge(List<StrategyResult> results, RunWorlds worlds) {
        List<StrategyResult> verdicts = verdicts(results);
        RunLuck luck = ResultsLuck.asJudged(worlds, judge.gates()).of(verdicts);
        return new Merged(
                new AdjustedP(judge.tier(), worlds).add(verdicts),
                luck == null || !judgesTheRun(judge.tier(), maxFdrQ, deflation.minDsr()) ? luck : luck.atMost());
    }

    /// Whether a gate needs all results of the run: until then no verdict is known, and in worlds, which know no other
    /// strategies, it is not applied.
    public static boolean judgesTheRun(Tier tier, @Nullable Double maxFdrQ, @Nullable Double minDsr) {
        return switch (tier) {
            case L0 -> maxFdrQ != null;
            case L1 -> minDsr != null;
        };
    }

    /// The verdicts alone, with all that gates are applied to.
    public List<StrategyResult> verdicts(List<StrategyResult> results) {
        return switch (judge.tier()) {
            case L0 -> withQValues(results);
            case L1 -> results.stream().map(this::deflated).toList();
        };
    }

    private StrategyResult deflated(StrategyResult result) {
        Judgement judgement = result.judgement();
        if (!result.hasResult() || judgement.gates().isEmpty()) {
            return result;
        }
        Metrics metrics = deflation.deflate(SharpeEvidence.of(judgement.metrics(), judge.gates()));
        List<GateResult> gates = new ArrayList<>(judgement.gates());
        gates.addAll(deflation.gate(metrics));
        return result.judged(judge.judgement(metrics, new GateCheck(gates)));
    }

    private List<StrategyResult> withQValues(List<StrategyResult> results) {
        double[] q = BenjaminiHochberg.qValues(results.stream()
                .map(Merger::pValue)
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .toArray());
        List<StrategyResult> tested = new ArrayList<>();
        int test = 0;
        for (StrategyResult result : results) {
            if (pValue(result).isPresent()) {
                tested.add(judged(result, result.judgement().metrics().with(MetricNames.IC_Q_VALUE, q[test++])));
            } else {
                tested.add(result.isMeasured() ? judged(result, withoutQ(result)) : result);
            }
        }
        return tested;
    }

    private static OptionalDouble pValue(StrategyResult result) {
        return result.judgement().metrics().number(MetricNames.IC_P_VALUE);
    }

    private static Metrics withoutQ(StrategyResult result) {
        Metrics metrics = result.judgement().metrics();
        return metrics.without(
                MetricNames.IC_Q_VALUE, "there is no ic_p_value: " + metrics.whyMissing(MetricNames.IC_P_VALUE));
    }

    /// With the gate that the protocol may ask for. Without a q-value it fails, as any gate does whose metric is
    /// missing.
    private StrategyResult judged(StrategyResult result, Metrics metrics) {
        List<GateResult> gates = new ArrayList<>(result.judgement().gates());
        if (maxFdrQ != null) {
            gates.add(GateResult.of(
                    MetricNames.IC_Q_VALUE, metrics, new Requirement.LessThan(maxFdrQ), FailureReason.IC_Q_VALUE_HIGH));
        }
        return result.judged(judge.judgement(metrics, new GateCheck(gates)));
    }
}
