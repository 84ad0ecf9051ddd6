package io.github.parallelvalidation.escalation;

import io.github.parallelvalidation.merge.StrategyResult;
import io.github.parallelvalidation.workspace.AtomicFile;
import io.github.parallelvalidation.workspace.YamlText;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
        AtomicFile.write(file, YamlText.dump(document));
    }

    private static Map<String, Object> option(
            EscalationOption option, Relaxation relaxation, List<StrategyResult> before) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("option", option.code());
        List<String> unsuccessful =
                ids(before.stream().filter(result -> !result.passed()).toList());
        switch (option) {
            case RETRY -> map.put("runs_again", unsuccessful);
            case RELAX -> {
                map.put("thresholds", relaxation.moved());
                map.put("would_pass", ids(relaxation.passes(before)));
            }
            case MEETING -> map.put("on_the_agenda", unsuccessful);
            case CONTINUE ->
                map.put(
                        "goes_on_with",
                        ids(before.stream().filter(StrategyResult::passed).toList()));
        }
        return map;
    }

    private static List<String> ids(List<StrategyResult> results) {
        return results.stream().map(result -> result.id().value()).toList();
    }
}
