package io.github.parallelvalidation.journal;

import io.github.parallelvalidation.result.StrategyResult;
import io.github.parallelvalidation.workspace.YamlText;
import java.lang.ref.SoftReference;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The text of a run's summary. It is written more than once while a run is recorded, and most of it are the results:
/// for as long as these are the same, their text is not made again.
final class SummaryText {
    /// Placebo counts help a decision, and inputs a comparison; they must not make the file too large to be read.
    private static final int MOST_WITH_PLACEBO = 1_000;

    private static final String HEADING = PlanText.SUMMARY + ":\n";

    private static volatile SoftReference<Results> latest = new SoftReference<>(null);

    private SummaryText() {}

    private record Results(List<StrategyResult> strategies, String text) {}

    static String of(RunOutcome outcome) {
        return HEADING
                + lines(OutcomeDocument.beforePlan(outcome))
                + results(outcome)
                + lines(OutcomeDocument.behindResults(outcome));
    }

    @SuppressWarnings("ReferenceEquality") // To compare equal ones by content could take as long as to write them.
    private static String results(RunOutcome outcome) {
        Results known = latest.get();
        if (known == null || known.strategies() != outcome.strategies()) {
            known = new Results(
                    outcome.strategies(),
                    lines(OutcomeDocument.results(kept(outcome).withoutCards())));
            latest = new SoftReference<>(known);
        }
        return known.text();
    }

    /// What of the results is kept. What there was to each attempt, the journal says.
    static RunOutcome kept(RunOutcome outcome) {
        return outcome.strategies().size() > MOST_WITH_PLACEBO
                ? outcome.withoutPlacebo().withoutInputs()
                : outcome;
    }

    /// The lines of the summary that these keys make.
    private static String lines(Map<String, @Nullable Object> keys) {
        return YamlText.dump(Map.of(PlanText.SUMMARY, keys)).substring(HEADING.length());
    }
}
