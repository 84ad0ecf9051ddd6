package io.github.parallelvalidation.display;

import io.github.parallelvalidation.escalation.OptionPreview;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.number.Counted;
import io.github.parallelvalidation.result.RunSummary;

/// Words a run's question and its choices with their consequences, for the command line and the window.
public final class OptionText {
    private OptionText() {}

    /// "6 of 9 did not pass L0, 1 of them could not be judged", "all 4 passed L0" where later runs have answered it.
    public static String question(RunSummary summary, Tier tier) {
        if (summary.total() > 0 && summary.passed() == summary.total()) {
            return "all %d passed %s".formatted(summary.total(), tier);
        }
        return "%d of %d did not pass %s%s"
                .formatted(
                        summary.total() - summary.passed(),
                        summary.total(),
                        tier,
                        summary.unjudged() == 0
                                ? ""
                                : ", %d of them could not be judged".formatted(summary.unjudged()));
    }

    /// What a choice is called.
    public static String title(OptionPreview preview) {
        return switch (preview) {
            case OptionPreview.Continue goOn ->
                goOn.passed().isEmpty()
                        ? "Leave it at that"
                        : "Continue with the %d that passed"
                                .formatted(goOn.passed().size());
            case OptionPreview.Retry _ -> "Retry with fresh workers";
            case OptionPreview.Relax _ -> "Relax thresholds";
            case OptionPreview.Meeting _ -> "Ask for a strategy meeting";
        };
    }

    /// What a choice costs and may bring.
    public static String price(OptionPreview preview) {
        return switch (preview) {
            case OptionPreview.Continue goOn ->
                "Costs nothing. %s%s.%s"
                        .formatted(
                                Counted.of(goOn.unsuccessful(), "stays as it is", "stay as they are"),
                                fixable(goOn),
                                NoiseText.after(goOn.luck()));
            case OptionPreview.Retry retry -> retry(retry);
            case OptionPreview.Relax relax -> RelaxationText.price(relax);
            case OptionPreview.Meeting meeting ->
                "Writes a strategy meeting request with the %s as its agenda. No strategy changes its status."
                        .formatted(
                                meeting.agenda().size() == 1
                                        ? "one failure"
                                        : meeting.agenda().size() + " failures");
        };
    }

    private static String fixable(OptionPreview.Continue goOn) {
        if (goOn.fixable() == 0) {
            return "";
        }
        return goOn.unsuccessful() == 1 ? ", and looks fixable" : ", %d of them fixable".formatted(goOn.fixable());
    }

    private static String retry(OptionPreview.Retry retry) {
        int chosen = retry.chosen().size();
        if (chosen == 0) {
            return "Choose what to run again.";
        }
        boolean isAllHopeful =
                chosen == retry.hopeful() && chosen == retry.choice().hopeful().size();
        return "Runs %s again with fresh workers, about %s if each takes as long as before.%s"
                .formatted(
                        isAllHopeful ? "the %d without a result".formatted(chosen) : String.valueOf(chosen),
                        Figures.seconds(retry.seconds()),
                        hope(chosen, retry.hopeful()));
    }

    /// Only what has no verdict yet can come to another one.
    private static String hope(int chosen, int hopeful) {
        if (hopeful == chosen) {
            return "";
        }
        return " The same data is judged the same way again: "
                + (hopeful == 0
                        ? "nothing would change."
                        : "only %d of %d, without a result so far, can change.".formatted(hopeful, chosen));
    }
}
