package io.github.parallelvalidation.ui.decision;

import io.github.parallelvalidation.display.EscalationText;
import io.github.parallelvalidation.display.Figures;
import io.github.parallelvalidation.display.GateRange;
import io.github.parallelvalidation.display.NoiseText;
import io.github.parallelvalidation.display.OptionText;
import io.github.parallelvalidation.escalation.Escalation;
import io.github.parallelvalidation.escalation.EscalationReason;
import io.github.parallelvalidation.escalation.OptionPreview;
import io.github.parallelvalidation.escalation.OptionPreviews;
import io.github.parallelvalidation.journal.RunOutcome;
import io.github.parallelvalidation.luck.RunLuck;
import io.github.parallelvalidation.result.StrategyResult;
import io.github.parallelvalidation.settings.Settings;
import io.github.parallelvalidation.ui.text.Texts;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The evidence for a decision. The consequences of each choice are in its [#previews].
///
/// @param limitSeconds the time limit of one attempt, as the settings say
/// @param ranges what the bars of each gate span
/// @param reasons why the run asks
/// @param luck what noise alone would have done
/// @param previews of the choices
/// @param relaxed the preview of relaxing as it is proposed; of a long run it takes its time
public record DecisionCase(
        RunOutcome outcome,
        OptionPreviews previews,
        OptionPreview.Relax relaxed,
        int limitSeconds,
        Map<String, GateRange> ranges,
        List<String> reasons,
        String luck) {

    public static DecisionCase of(RunOutcome outcome, Settings settings, OptionPreviews previews) {
        return new DecisionCase(
                outcome,
                previews,
                previews.relax(Map.of()),
                (int) settings.timeouts().of(outcome.plan().tier()).toSeconds(),
                GateRange.of(previews.choice().all()),
                Optional.ofNullable(outcome.escalation()).map(Escalation::reasons).orElse(List.of()).stream()
                        .map(reason ->
                                words(reason, outcome, settings.failures().autoEscalateThreshold()))
                        .toList(),
                luck(previews));
    }

    String title() {
        return OptionText.question(previews.summary(), previews.tier());
    }

    /// Those that did not pass, in the order of the run.
    List<StrategyResult> failures() {
        return previews.choice().all();
    }

    private static String luck(OptionPreviews previews) {
        RunLuck luck = previews.evidence().luck();
        return luck == null
                ? NoiseText.whyUnknown(previews.results()).orElse(Texts.of("decision.noise.unknown"))
                : NoiseText.of(luck);
    }

    private static String words(EscalationReason reason, RunOutcome outcome, double threshold) {
        String words = capitalised(EscalationText.of(reason, outcome.strategies()));
        return reason == EscalationReason.FAILURE_RATE
                ? Texts.of("decision.reason.rate", words, Figures.percent(threshold))
                : words + ".";
    }

    static String capitalised(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
