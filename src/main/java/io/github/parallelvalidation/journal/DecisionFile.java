package io.github.parallelvalidation.journal;

import io.github.parallelvalidation.display.RelaxationText;
import io.github.parallelvalidation.escalation.Decision;
import io.github.parallelvalidation.escalation.Escalation;
import io.github.parallelvalidation.escalation.OptionPreview;
import io.github.parallelvalidation.escalation.OptionPreviews;
import io.github.parallelvalidation.escalation.Relaxation;
import io.github.parallelvalidation.escalation.RelaxationImpact;
import io.github.parallelvalidation.escalation.RetryChoice;
import io.github.parallelvalidation.gate.MetricNames;
import io.github.parallelvalidation.luck.RunLuckDocument;
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

/// `knowledge/decisions/{RUN}.yaml`: the question, the preview of each choice, and the decision with its author and
/// time.
public final class DecisionFile {
    private DecisionFile() {}

    /// @param previews what each choice would have done to the results as the question was asked
    /// @param relaxation what relaxing would do, or did
    public static void write(
            Path file,
            String runId,
            Escalation escalation,
            Decision decision,
            OptionPreviews previews,
            Relaxation relaxation) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("run_id", runId);
        document.put("tier", relaxation.tier().name());
        document.put("reasons", escalation.reasons().stream().map(Enum::name).toList());
        document.put(
                "options",
                escalation.options().stream()
                        .map(option ->
                                option == EscalationOption.RELAX ? previews.relax(relaxation) : previews.of(option))
                        .map(DecisionFile::option)
                        .toList());
        document.put("decision", decision.option().code());
        document.put("decided_by", decision.decidedBy().code());
        document.put("decided_at", decision.at().toString());
        if (decision.option() == EscalationOption.RELAX) {
            document.put("thresholds", relaxation.moved());
            document.put("instead_of", relaxation.insteadOf());
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

    private static Map<String, @Nullable Object> option(OptionPreview preview) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("option", preview.option().code());
        switch (preview) {
            case OptionPreview.Retry(RetryChoice choice, List<StrategyId> _, double _) -> {
                map.put("could_run_again", values(choice.all()));
                map.put("without_a_result", values(choice.hopeful()));
            }
            case OptionPreview.Relax relax -> relax(map, relax.relaxation(), relax.impact());
            case OptionPreview.Meeting(List<StrategyId> agenda) -> map.put("on_the_agenda", ids(agenda));
            case OptionPreview.Continue goOn -> {
                map.put("goes_on_with", ids(goOn.passed()));
                RunLuckDocument.putFigures(map, goOn.luck(), "");
            }
        }
        return map;
    }

    private static void relax(Map<String, @Nullable Object> map, Relaxation relaxation, RelaxationImpact price) {
        map.put("thresholds", relaxation.moved());
        map.put("passes_before", price.before());
        map.put("passes_after", price.after());
        map.put("would_pass", price.bought().stream().map(DecisionFile::bought).toList());
        RunLuckDocument.putFigures(map, price.luckBefore(), "_before");
        RunLuckDocument.putFigures(map, price.luckAfter(), "_after");
        map.put("expected_lucky_passes_after_is_upper_bound", !price.exact());
        map.put("warning", RelaxationText.warning(price).orElse(null));
    }

    private static Map<String, @Nullable Object> bought(RelaxationImpact.Bought bought) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("strategy_id", bought.result().id().value());
        map.put(MetricNames.LUCK, bought.luck());
        map.put(MetricNames.IC_Q_VALUE, bought.q());
        map.put(MetricNames.DSR, bought.dsr());
        return map;
    }

    private static List<String> values(List<StrategyResult> results) {
        return ids(results.stream().map(StrategyResult::id).toList());
    }

    private static List<String> ids(List<StrategyId> ids) {
        return ids.stream().map(StrategyId::value).toList();
    }
}
