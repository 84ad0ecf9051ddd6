package io.github.parallelvalidation.run;

import io.github.parallelvalidation.metrics.MetricsHistory;
import io.github.parallelvalidation.plan.UsualTimes;
import io.github.parallelvalidation.process.MachineMemory;
import io.github.parallelvalidation.supervise.Attempt;
import io.github.parallelvalidation.workspace.StrategyId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Watches the workers of a run for remarks: who waits for memory, who takes unusually long. It never ends a worker.
final class RunMonitor {
    private final Admission admission;
    private final UsualTimes usual;
    private final List<Double> peers = new ArrayList<>();
    private final Set<String> remarks = new LinkedHashSet<>();

    RunMonitor(Admission admission, UsualTimes usual) {
        this.admission = admission;
        this.usual = usual;
    }

    /// @param slots workers at once
    static RunMonitor of(RunInputs inputs, MachineMemory machine, int slots) {
        return new RunMonitor(
                new Admission(machine, inputs.settings().resources().memoryPerWorkerMb(), slots),
                MetricsHistory.usualTimes(inputs.history(), inputs.tier()));
    }

    Admission admission() {
        return admission;
    }

    /// Why an attempt that has run so long is a straggler, if it is one.
    synchronized Optional<String> straggler(StrategyId id, double seconds) {
        return usual.remark(id, seconds, peers);
    }

    synchronized void ended(Attempt attempt) {
        if (attempt.gaveResult()) {
            peers.add(attempt.seconds());
        }
    }

    /// Adds a remark to the alerts of the run; repeated remarks count once.
    synchronized void remark(String sentence) {
        remarks.add(sentence);
    }

    synchronized List<String> remarks() {
        return List.copyOf(remarks);
    }
}
