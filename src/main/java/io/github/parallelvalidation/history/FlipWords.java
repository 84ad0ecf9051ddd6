package io.github.parallelvalidation.history;

import io.github.parallelvalidation.gate.GateResult;
import io.github.parallelvalidation.journal.RunOutcome;
import io.github.parallelvalidation.result.StrategyResult;
import java.util.List;
import java.util.stream.Collectors;

/// Words the verdicts that two runs do not share, and what decided them.
record FlipWords(RunComparison comparison) {

    List<String> sentences() {
        return comparison.flipped().stream().map(this::sentence).toList();
    }

    /// "STR-205 failed (ic 0.0035, needs more than 0.01), then passed (ic 0.021). Its parameters are others."
    private String sentence(RunComparison.Pair pair) {
        return "%s %s%s, then %s%s.%s"
                .formatted(
                        pair.id(),
                        verdict(pair.before(), comparison.before()),
                        why(pair.before(), pair.after()),
                        verdict(pair.after(), comparison.after()),
                        why(pair.after(), pair.before()),
                        cause(pair));
    }

    private String verdict(StrategyResult result, RunOutcome run) {
        String verdict = RunWords.verdict(result);
        return comparison.isSameTier() ? verdict : verdict + " at " + run.plan().tier();
    }

    /// What decided: why it failed, or the figures that had failed in the other run.
    private static String why(StrategyResult result, StrategyResult other) {
        if (!result.passed()) {
            return " (" + result.judgement().why() + ")";
        }
        String figures = result.judgement().gates().stream()
                .filter(gate -> failedIn(other, gate))
                .map(gate ->
                        RunWords.figure(gate) + ", needs " + gate.requirement().words())
                .collect(Collectors.joining("; "));
        return figures.isEmpty() ? "" : " (" + figures + ")";
    }

    private static boolean failedIn(StrategyResult other, GateResult gate) {
        return other.judgement().gates().stream()
                .anyMatch(theirs -> theirs.name().equals(gate.name()) && !theirs.passed());
    }

    private String cause(RunComparison.Pair pair) {
        if (!comparison.isSameTier() || !pair.isMeasured()) {
            return "";
        }
        if (sameFigures(pair)) {
            return " Its figures are the same: the gates are others.";
        }
        boolean isKnown = pair.hasParameters();
        boolean isOther = isKnown
                && !String.valueOf(pair.before().inputs().parametersHash())
                        .equals(pair.after().inputs().parametersHash());
        boolean hasOtherData =
                !pair.before().inputs().data().equals(pair.after().inputs().data());
        if (isOther && hasOtherData) {
            return " Its parameters or rules and its data are others.";
        }
        return isOther ? " Its parameters or rules are others." : hasOtherData ? " Its data are others." : "";
    }

    private static boolean sameFigures(RunComparison.Pair pair) {
        return pair.before().judgement().gates().stream()
                .allMatch(gate -> pair.after().judgement().gates().stream()
                        .filter(theirs -> theirs.name().equals(gate.name()))
                        .allMatch(theirs -> String.valueOf(theirs.actual()).equals(String.valueOf(gate.actual()))));
    }
}
