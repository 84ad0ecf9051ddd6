package io.github.parallelvalidation.metrics;

import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.luck.RunLuck;
import io.github.parallelvalidation.plan.Estimates;
import io.github.parallelvalidation.plan.L0Passes;
import io.github.parallelvalidation.plan.UsualTimes;
import io.github.parallelvalidation.queue.Status;
import io.github.parallelvalidation.result.StrategyResult;
import io.github.parallelvalidation.workspace.OwnFile;
import io.github.parallelvalidation.workspace.Source;
import io.github.parallelvalidation.workspace.StrategyId;
import io.github.parallelvalidation.workspace.YamlDocument;
import io.github.parallelvalidation.workspace.YamlMapping;
import io.github.parallelvalidation.workspace.YamlNode;
import io.github.parallelvalidation.workspace.YamlText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// `parallel-validation-metrics.yaml`: the last thirty runs, newest last, keyed by run id so that a
/// repeated write is harmless.
public final class MetricsHistory {
    public static final int RUNS_KEPT = 30;

    /// The file must not become too large to be read.
    private static final int MOST_ITEMS = 30_000;

    private static final String ROOT = "parallel_validation_metrics";

    /// What was read last: thirty long runs take a while to be taken apart, and a run asks for them at many of its
    /// steps.
    private static final AtomicReference<@Nullable Known> LAST = new AtomicReference<>();

    private final Path file;

    private record Known(Source source, List<RunMetrics> runs) {}

    public MetricsHistory(Path file) {
        this.file = file;
    }

    /// @throws io.github.parallelvalidation.workspace.ProblemException when the file is not a history
    public List<RunMetrics> read() {
        if (!Files.exists(file)) {
            return List.of();
        }
        Source source = YamlDocument.source(file);
        Known known = LAST.get();
        if (known != null && known.source().equals(source)) {
            return known.runs();
        }
        List<RunMetrics> runs = read(YamlDocument.parse(source));
        LAST.set(new Known(source, runs));
        return runs;
    }

    private static List<RunMetrics> read(YamlNode root) {
        if (root.isNull()) {
            return List.of();
        }
        return root.asMapping("the history")
                .find(ROOT)
                .map(MetricsHistory::runs)
                .orElse(List.of());
    }

    /// A single run may stand there by itself.
    private static List<RunMetrics> runs(YamlNode node) {
        if (node instanceof YamlMapping single) {
            return List.of(RunMetricsDocument.read(single));
        }
        return node.asSequence(ROOT).items().stream()
                .map(item -> RunMetricsDocument.read(item.asMapping("a run")))
                .toList();
    }

    /// As it stands in the file, for `--json` too.
    public static Map<String, Object> document(List<RunMetrics> runs) {
        return Map.of(ROOT, runs.stream().map(RunMetricsDocument::of).toList());
    }

    /// Adds a run, or replaces the one with the same id.
    public void put(RunMetrics run) {
        put(run, read());
    }

    private void put(RunMetrics run, List<RunMetrics> before) {
        List<RunMetrics> runs = new ArrayList<>(before);
        int same = runs.stream().map(RunMetrics::runId).toList().indexOf(run.runId());
        if (same >= 0) {
            runs.set(same, run);
        } else {
            runs.add(run);
        }
        List<RunMetrics> kept = runs.subList(Math.max(0, runs.size() - RUNS_KEPT), runs.size());
        OwnFile.write(file, YamlText.dump(document(bounded(kept))));
    }

    /// Of the newest runs every strategy; of older ones, where that would be too many, only how many passed.
    private static List<RunMetrics> bounded(List<RunMetrics> runs) {
        List<RunMetrics> bounded = new ArrayList<>();
        int left = MOST_ITEMS;
        for (RunMetrics run : runs.reversed()) {
            left -= run.results().strategies().size();
            bounded.add(left >= 0 ? run : run.withoutStrategies());
        }
        return bounded.reversed();
    }

    /// Records the decision about a run and the verdicts that follow from it.
    ///
    /// @param luck what noise alone passes under the gates that then hold, or null where that is not known
    /// @param alerts what there is to say of the run then
    public void decide(
            String runId, String decision, List<StrategyResult> results, @Nullable RunLuck luck, List<String> alerts) {
        List<RunMetrics> before = read();
        before.stream()
                .filter(run -> run.runId().equals(runId))
                .findFirst()
                .ifPresent(run -> put(run.decided(decision, results, luck, alerts), before));
    }

    /// The duration of each strategy's last attempt at this tier.
    public static Estimates estimates(List<RunMetrics> runs, Tier tier) {
        Map<StrategyId, Double> seconds = new HashMap<>();
        runs.stream()
                .filter(run -> run.tier() == tier)
                .flatMap(run -> run.results().strategies().stream())
                .filter(item -> item.seconds() > 0)
                .forEach(item -> seconds.put(item.id(), item.seconds()));
        return new Estimates(seconds);
    }

    /// What the newest of these runs that had a strategy says of it: at L0 its verdict, at L1 that it had passed L0,
    /// unless it was insisted on.
    public static L0Passes l0Passes(List<RunMetrics> runs) {
        Map<StrategyId, Boolean> passes = new HashMap<>();
        for (RunMetrics run : runs) {
            for (RunMetrics.Item item : run.results().strategies()) {
                passes.put(item.id(), run.tier() == Tier.L0 ? item.status().isPassed() : !item.withoutL0Pass());
            }
        }
        return new L0Passes(passes);
    }

    /// The durations of each strategy at this tier, of all runs that gave a result.
    public static UsualTimes usualTimes(List<RunMetrics> runs, Tier tier) {
        return new UsualTimes(runs.stream()
                .filter(run -> run.tier() == tier)
                .flatMap(run -> run.results().strategies().stream())
                // Older versions do not say which had no result.
                .filter(item -> item.hasResult()
                        && item.seconds() > 0
                        && item.status() != Status.FAILED_TIMEOUT
                        && item.status() != Status.ERROR)
                .collect(Collectors.groupingBy(
                        RunMetrics.Item::id, Collectors.mapping(RunMetrics.Item::seconds, Collectors.toList()))));
    }
}
