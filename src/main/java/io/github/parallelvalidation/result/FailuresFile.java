package io.github.parallelvalidation.result;

import io.github.parallelvalidation.gate.FailureReason;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.workspace.OwnFile;
import io.github.parallelvalidation.workspace.YamlText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// `parallel-validation-failures-{RUN}.yaml`: why strategies failed, the most common reason first.
public final class FailuresFile {
    private FailuresFile() {}

    public static void write(Path file, String runId, Tier tier, List<StrategyResult> results) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("run_id", runId);
        document.put("tier", tier.name());
        document.put("strategies_total", results.size());
        document.put("reasons", reasons(results));
        document.put("strategies", failures(results).map(FailuresFile::strategy).toList());
        OwnFile.write(file, YamlText.dump(document));
    }

    /// The failures of a run by reason, the most common first.
    public static List<Map<String, Object>> reasons(List<StrategyResult> results) {
        Map<FailureReason, List<Failed>> groups = new LinkedHashMap<>();
        failures(results)
                .forEach(failed -> groups.computeIfAbsent(failed.failure().reason(), reason -> new ArrayList<>())
                        .add(failed));
        return groups.entrySet().stream()
                .sorted(Comparator.comparingInt(group -> -group.getValue().size()))
                .map(group -> reason(group.getKey(), group.getValue()))
                .toList();
    }

    private static Map<String, Object> reason(FailureReason reason, List<Failed> failed) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("reason", reason.code());
        map.put("count", failed.size());
        map.put("fixable", failed.stream().allMatch(item -> item.failure().fixable()));
        map.put(
                "strategies",
                failed.stream().map(item -> item.result().id().value()).toList());
        return map;
    }

    private static Map<String, Object> strategy(Failed failed) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("strategy_id", failed.result().id().value());
        map.put("name", failed.result().name());
        map.put("status", failed.result().judgement().status().name());
        map.put("reason", failed.failure().reason().code());
        map.put("fixable", failed.failure().fixable());
        map.put("message", failed.failure().message());
        // A strategy that was measured and failed by its gates has nothing to look into.
        if (failed.result().effort().cards().stream()
                .anyMatch(card -> card.ending().kind() != null)) {
            map.put("attempts", AttemptCardDocument.of(failed.result().effort().cards()));
        }
        return map;
    }

    private static Stream<Failed> failures(List<StrategyResult> results) {
        return results.stream().<Failed>mapMulti((result, sink) -> {
            if (result.judgement().failure() != null) {
                sink.accept(new Failed(result, result.judgement().failure()));
            }
        });
    }

    private record Failed(StrategyResult result, Failure failure) {}
}
