package io.github.parallelvalidation.escalation;

import io.github.parallelvalidation.gate.MetricNames;
import io.github.parallelvalidation.result.RunSummary;
import io.github.parallelvalidation.result.StrategyResult;
import io.github.parallelvalidation.settings.EscalationOption;
import io.github.parallelvalidation.workspace.OwnFile;
import io.github.parallelvalidation.workspace.StrategyId;
import io.github.parallelvalidation.workspace.YamlText;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// `knowledge/decisions/{RUN}.yaml`: what was asked, what the choices would have done, what was chosen, by whom, when.
public final class DecisionFile {
    private DecisionFile() {}

    /// @param relaxation what relaxing would do, or did
    /// @param before the results as the question was asked
    public static void write(
            Path file,
            String runId,
            Escalation escalation,
            Decision decision,
            Relaxation relaxation,
            List<StrategyResult> before) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("run_id", runId);
        document.put("tier", relaxation.tier().name());
        document.put("reasons", escalation.reasons().stream().map(Enum::name).toList());
        document.put(
                "options",
                escalation.options().stream()
                        .map(option -> option(option, relaxation, before))
                        .toList());
        document.put("decision", decision.option().code());
        document.put("decided_by", decision.decidedBy().code());
        document.put("decided_at", decision.at().toString());
        if (decision.option() == EscalationOption.RELAX) {
            document.put("thresholds", relaxation.moved());
        }
        if (decision.option() == EscalationOption.RETRY) {
            document.put(
                    "strategies",
                    decision.retry().strategies().stream()
                            .map(StrategyId::value)
                            .toList());
            decision.retry().timeoutSeconds().ifPresent(seconds -> document.put("timeout_seconds", seconds));
        }
        OwnFile.write(file, YamlText.dump(document));
    }

    private static Map<String, @Nullable Object> option(
            EscalationOption option, Relaxation relaxation, List<StrategyResult> before) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("option", option.code());
        List<String> unsuccessful =
                ids(before.stream().filter(result -> !result.passed()).toList());
        switch (option) {
            case RETRY -> {
                map.put("could_run_again", unsuccessful);
                map.put("without_a_result", ids(RetryChoice.of(before).hopeful()));
            }
            case RELAX -> relax(map, relaxation, RelaxationImpact.of(relaxation, before));
            case MEETING -> map.put("on_the_agenda", unsuccessful);
            case CONTINUE -> {
                map.put(
                        "goes_on_with",
                        ids(before.stream().filter(StrategyResult::passed).toList()));
                map.put("expected_lucky_passes", RunSummary.of(before).expectedLuckyPasses());
            }
        }
        return map;
    }

    private static void relax(Map<String, @Nullable Object> map, Relaxation relaxation, RelaxationImpact price) {
        map.put("thresholds", relaxation.moved());
        map.put("passes_before", price.before());
        map.put("passes_after", price.after());
        map.put("would_pass", price.bought().stream().map(DecisionFile::bought).toList());
        map.put("expected_lucky_passes_before", price.luckBefore());
        map.put("expected_lucky_passes_after", price.luckAfter());
        map.put("expected_lucky_passes_after_is_upper_bound", !price.exact());
        map.put("warning", price.warning().orElse(null));
    }

    private static Map<String, @Nullable Object> bought(RelaxationImpact.Bought bought) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("strategy_id", bought.result().id().value());
        map.put(MetricNames.LUCK, bought.luck());
        map.put(MetricNames.IC_Q_VALUE, bought.q());
        map.put(MetricNames.DSR, bought.dsr());
        return map;
    }

    private static List<String> ids(List<StrategyResult> results) {
        return results.stream().map(result -> result.id().value()).toList();
    }
}
