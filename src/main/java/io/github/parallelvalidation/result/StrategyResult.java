package io.github.parallelvalidation.result;

import io.github.parallelvalidation.gate.Metrics;
import io.github.parallelvalidation.supervise.Inputs;
import io.github.parallelvalidation.workspace.StrategyId;
import java.util.List;

/// The result of one strategy in a run: its attempts, which stay, and its judgement, which a decision may replace.
///
/// @param inputs what it was measured with
/// @param withoutL0Pass whether somebody insisted: L1 was run although it had not passed L0
public record StrategyResult(
        StrategyId id, String name, Judgement judgement, Effort effort, Inputs inputs, boolean withoutL0Pass) {

    public StrategyResult(StrategyId id, String name, Judgement judgement, Effort effort, Inputs inputs) {
        this(id, name, judgement, effort, inputs, false);
    }

    /// Without a word on what it was measured with.
    public StrategyResult(StrategyId id, String name, Judgement judgement, Effort effort) {
        this(id, name, judgement, effort, Inputs.UNKNOWN);
    }

    /// The same attempts with another judgement.
    public StrategyResult judged(Judgement otherwise) {
        return new StrategyResult(id, name, otherwise, effort, inputs, withoutL0Pass);
    }

    /// The same result with metrics that depend on the whole run.
    public StrategyResult withMetrics(Metrics known) {
        return judged(judgement.withMetrics(known));
    }

    public StrategyResult withCards(List<AttemptCard> known) {
        return new StrategyResult(id, name, judgement, effort.withCards(known), inputs, withoutL0Pass);
    }

    /// The same result without a word on what it was measured with.
    public StrategyResult withoutInputs() {
        return new StrategyResult(id, name, judgement, effort, Inputs.UNKNOWN, withoutL0Pass);
    }

    /// The same, run at L1 although it had not passed L0.
    public StrategyResult insistedOn() {
        return new StrategyResult(id, name, judgement, effort, inputs, true);
    }

    public boolean isRelaxed() {
        return !judgement.relaxedGates().isEmpty();
    }

    /// Whether a worker gave metrics or an error to judge.
    public boolean hasResult() {
        return passed() || judgement.verdict() == Verdict.FAIL;
    }

    /// Whether a worker gave metrics, and gates were applied to them.
    public boolean isMeasured() {
        return !judgement.gates().isEmpty();
    }

    /// Whether nothing could be judged, for its bars are missing or a file cannot be read. That says nothing of the
    /// idea.
    public boolean isUnjudged() {
        Failure failure = judgement.failure();
        return failure != null && failure.reason().isOfInput();
    }

    public boolean passed() {
        return judgement.verdict() == Verdict.PASS;
    }
}
