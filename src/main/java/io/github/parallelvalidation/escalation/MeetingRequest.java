package io.github.parallelvalidation.escalation;

import io.github.parallelvalidation.gate.MetricNames;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.luck.RunLuck;
import io.github.parallelvalidation.luck.RunLuckDocument;
import io.github.parallelvalidation.luck.ShiftCaveat;
import io.github.parallelvalidation.result.FailuresFile;
import io.github.parallelvalidation.result.Judgement;
import io.github.parallelvalidation.result.RunSummary;
import io.github.parallelvalidation.result.StrategyResult;
import io.github.parallelvalidation.workspace.OwnFile;
import io.github.parallelvalidation.workspace.YamlText;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// `strategy-meeting-request-{RUN}.yaml`: asks the team for new ideas, with the failure analysis as its agenda.
public final class MeetingRequest {
    private MeetingRequest() {}

    /// @param luck what noise alone would have passed, or null where that is not known
    public static void write(
            Path file, String runId, Tier tier, Instant at, List<StrategyResult> results, @Nullable RunLuck luck) {
        RunSummary summary = RunSummary.of(results, luck);
        Map<String, @Nullable Object> request = new LinkedHashMap<>();
        request.put("run_id", runId);
        request.put("tier", tier.name());
        request.put("requested_at", at.toString());
        request.put("passed", summary.passed());
        request.put("not_passed", summary.total() - summary.passed());
        RunLuckDocument.put(request, luck, summary.passed());
        request.put("failure_reasons", FailuresFile.reasons(results));
        request.put("strategies", results.stream().map(MeetingRequest::strategy).toList());
        OwnFile.write(file, YamlText.dump(Map.of("strategy_meeting", request)));
    }

    private static Map<String, @Nullable Object> strategy(StrategyResult result) {
        Judgement judgement = result.judgement();
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("strategy_id", result.id().value());
        map.put("name", result.name());
        map.put("status", judgement.status().name());
        map.put("luck", judgement.metrics().values().get(MetricNames.LUCK));
        if (ShiftCaveat.appliesTo(judgement.metrics())) {
            map.put("luck_note", ShiftCaveat.line());
        }
        map.put("why", judgement.failure() == null ? null : judgement.failure().message());
        return map;
    }
}
