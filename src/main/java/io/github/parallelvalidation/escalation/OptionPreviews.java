package io.github.parallelvalidation.escalation;

import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.gate.TierGates;
import io.github.parallelvalidation.result.Failure;
import io.github.parallelvalidation.result.RunSummary;
import io.github.parallelvalidation.result.StrategyResult;
import io.github.parallelvalidation.settings.EscalationOption;
import io.github.parallelvalidation.workspace.StrategyId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Computes the preview of each choice about a run; nothing is run for it.
///
/// @param gates those by which the run judged
/// @param workers at once
/// @param results as the run judged them: those that a decision can still change
/// @param evidence what is known of their luck
/// @param changed those that are others now than the run judged: no gate is relaxed for them
public record OptionPreviews(
        Tier tier,
        TierGates gates,
        int workers,
        List<StrategyResult> results,
        RunEvidence evidence,
        Set<StrategyId> changed) {
    public OptionPreviews {
        results = List.copyOf(results);
        changed = Set.copyOf(changed);
    }

    /// The counts of the results that the choices are about.
    public RunSummary summary() {
        return RunSummary.of(results, evidence.luck());
    }

    /// The preview of a choice with its default options.
    public OptionPreview of(EscalationOption option) {
        return switch (option) {
            case CONTINUE -> goOn();
            case RETRY -> retry(choice().byDefault());
            case RELAX -> relax(Map.of());
            case MEETING -> meeting();
        };
    }

    public OptionPreview.Continue goOn() {
        List<StrategyResult> unsuccessful = choice().all();
        return new OptionPreview.Continue(
                ids(results.stream().filter(StrategyResult::passed).toList()),
                unsuccessful.size(),
                (int) unsuccessful.stream().filter(OptionPreviews::isFixable).count(),
                evidence.luck());
    }

    public OptionPreview.Retry retry(List<StrategyId> chosen) {
        RetryChoice choice = choice();
        return new OptionPreview.Retry(choice, chosen, choice.seconds(chosen, workers));
    }

    /// @param thresholds empty: every failed one looser by [Relaxation#DEFAULT_SHARE]
    /// @throws IllegalArgumentException when one is no gate of the tier, or would be stricter
    public OptionPreview.Relax relax(Map<String, Double> thresholds) {
        return relax(
                thresholds.isEmpty()
                        ? Relaxation.byDefault(tier, gates, results)
                        : Relaxation.to(tier, gates, thresholds));
    }

    public OptionPreview.Relax relax(Relaxation asked) {
        Relaxation relaxation = asked.sparing(changed);
        return new OptionPreview.Relax(relaxation, RelaxationImpact.of(relaxation, results, evidence));
    }

    public OptionPreview.Meeting meeting() {
        return new OptionPreview.Meeting(ids(choice().all()));
    }

    public RetryChoice choice() {
        return RetryChoice.of(results);
    }

    private static boolean isFixable(StrategyResult result) {
        Failure failure = result.judgement().failure();
        return failure != null && failure.fixable();
    }

    private static List<StrategyId> ids(List<StrategyResult> results) {
        return results.stream().map(StrategyResult::id).toList();
    }
}
