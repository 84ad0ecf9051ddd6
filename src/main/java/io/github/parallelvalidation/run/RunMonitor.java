package io.github.parallelvalidation.run;

import io.github.parallelvalidation.metrics.MetricsHistory;
import io.github.parallelvalidation.plan.UsualTimes;
import io.github.parallelvalidation.process.MachineMemory;
import io.github.parallelvalidation.supervise.Attempt;
import io.github.parallelvalidation.workspace.StrategyId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Watches the workers of a run for remarks: who waits for memory, who takes unusually long. It never ends a worker.
final class RunMonitor {
    private final Admission admission;
    private final UsualTimes usual;
    private final boolean saysWhoIsSlow;
    private final List<Double> peers = new ArrayList<>();
    private final Map<StrategyId, String> slow = new LinkedHashMap<>();
    private final Map<StrategyId, String> waited = new LinkedHashMap<>();
    /// Each with how often it was made.
    private final Map<String, Integer> remarks = new LinkedHashMap<>();
    private final Map<String, String> firstOf = new LinkedHashMap<>();

    /// @param saysWhoIsSlow whether anybody wants to hear of slow workers
    RunMonitor(Admission admission, UsualTimes usual, boolean saysWhoIsSlow) {
        this.admission = admission;
        this.usual = usual;
        this.saysWhoIsSlow = saysWhoIsSlow;
    }

    /// @param slots workers at once
    static RunMonitor of(RunInputs inputs, MachineMemory machine, int slots) {
        return new RunMonitor(
                new Admission(machine, inputs.settings().resources().memoryPerWorkerMb(), slots),
                MetricsHistory.usualTimes(inputs.history(), inputs.tier()),
                inputs.settings().monitoring().alertOnOutliers());
    }

    Admission admission() {
        return admission;
    }

    /// Why an attempt that has run so long is a straggler, if it is one. What its peers take changes while it runs;
    /// the first finding is kept.
    synchronized Optional<String> straggler(StrategyId id, double seconds) {
        if (!saysWhoIsSlow) {
            return Optional.empty();
        }
        usual.remark(id, seconds, peers).ifPresent(remark -> slow.putIfAbsent(id, remark));
        return Optional.ofNullable(slow.get(id));
    }

    synchronized void ended(Attempt attempt) {
        if (attempt.gaveResult()) {
            peers.add(attempt.seconds());
        }
    }

    /// A strategy had to wait for memory.
    synchronized void waits(StrategyId id, String why) {
        waited.putIfAbsent(id, why);
    }

    /// Adds a remark to the alerts of the run; repeated remarks count once.
    void remark(String sentence) {
        remark(sentence, sentence);
    }

    /// Adds one of which only the first of its kind is told in full.
    synchronized void remark(String kind, String sentence) {
        firstOf.putIfAbsent(kind, sentence);
        remarks.merge(kind, kind.equals(sentence) ? 0 : 1, Integer::sum);
    }

    /// All but those about slow workers.
    synchronized List<String> remarks() {
        List<String> sentences = new ArrayList<>();
        if (!waited.isEmpty()) {
            Map.Entry<StrategyId, String> first = waited.entrySet().iterator().next();
            String others = waited.size() == 1 ? "" : " and %d more".formatted(waited.size() - 1);
            sentences.add("%s%s had to wait for memory: %s".formatted(first.getKey(), others, first.getValue()));
        }
        remarks.forEach((kind, times) ->
                sentences.add(firstOf.get(kind) + (times > 1 ? " (the first of %d times)".formatted(times) : "")));
        return sentences;
    }

    /// Strategies that took unusually long while they ran, and compared with what.
    synchronized Map<StrategyId, String> slow() {
        return Map.copyOf(slow);
    }
}
