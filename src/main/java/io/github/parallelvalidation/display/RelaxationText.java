package io.github.parallelvalidation.display;

import io.github.parallelvalidation.escalation.OptionPreview;
import io.github.parallelvalidation.escalation.RelaxationImpact;
import io.github.parallelvalidation.gate.ThresholdsText;
import io.github.parallelvalidation.luck.RunLuck;
import io.github.parallelvalidation.luck.ShiftCaveat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Words the effect of relaxed thresholds: the passes gained and the passes noise alone would have.
public final class RelaxationText {
    /// More passes than these are counted, not named.
    public static final int MOST_NAMED = 4;

    private RelaxationText() {}

    /// All of it: "ic=0.009: 4 would pass instead of 3, marked as relaxed: STR-205 (q 0.79). Noise alone would pass 2.1
    /// instead of 1.8, in nine of ten such markets 0 to 4; 4 or more in 14 of 100, before 3 or more in 22 of 100."
    static String price(OptionPreview.Relax relax) {
        if (relax.relaxation().moved().isEmpty()) {
            return "No threshold would move.";
        }
        RelaxationImpact impact = relax.impact();
        return "%s: %s%s. %s%s"
                .formatted(
                        ThresholdsText.of(relax.relaxation().moved()),
                        passes(impact),
                        impact.bought().isEmpty() ? "" : ", marked as relaxed: " + names(impact.bought()),
                        noise(impact),
                        warning(impact).map(text -> " " + text).orElse(""));
    }

    /// "4 would pass instead of 3"
    public static String passes(RelaxationImpact impact) {
        return impact.bought().isEmpty()
                ? "nobody more would pass"
                : "%d would pass instead of %d".formatted(impact.after(), impact.before());
    }

    /// "Noise alone would pass at most 2.1 instead of 1.8, in nine of ten such markets 0 to 4; …"
    public static String noise(RelaxationImpact impact) {
        RunLuck after = impact.luckAfter();
        if (after == null) {
            return "What noise would pass under these thresholds is not known: no placebo worlds are stored.";
        }
        RunLuck.Range range = after.passes90();
        return "Noise alone would pass %s%s%s%s%s%s."
                .formatted(
                        NoiseText.expected(after),
                        instead(impact),
                        range == null ? "" : ", " + NoiseText.usually(range),
                        NoiseText.reaching(after, "; "),
                        before(impact),
                        NoiseText.basis(after.counts()));
    }

    /// Nothing where the two are not about the same strategies.
    private static String instead(RelaxationImpact impact) {
        RunLuck before = impact.luckBefore();
        return before == null || impact.lost() > 0 ? "" : " instead of " + NoiseText.expected(before);
    }

    private static String before(RelaxationImpact impact) {
        RunLuck before = impact.luckBefore();
        return before == null || impact.lost() > 0 ? "" : NoiseText.reaching(before, ", before ");
    }

    /// Why the passes are mostly luck, where they are.
    public static Optional<String> warning(RelaxationImpact impact) {
        return impact.warning().map(warning -> switch (warning) {
            case RelaxationImpact.Warning.NoiseExplainsHalf(RunLuck luck) ->
                "This buys mostly luck: " + explained(luck) + ".";
            case RelaxationImpact.Warning.MostAreDoubtful(List<RelaxationImpact.Bought> doubtful) ->
                "This buys mostly luck: %s %s more likely noise than not (%s)."
                        .formatted(
                                doubtful.stream()
                                        .map(item -> item.result().id().value())
                                        .collect(Collectors.joining(", ")),
                                doubtful.size() == 1 ? "is" : "are",
                                doubtful.getFirst().q() != null ? "q above 0.5" : "deflated Sharpe ratio below 0.5");
        });
    }

    /// "noise alone would explain 2.1 of the 4 passes"; what is more than all of them explains no number of them.
    private static String explained(RunLuck luck) {
        int passed = luck.counts().passed();
        String passes = (passed == 1 ? "pass" : "passes") + (luck.counts().unknown() > 0 ? " whose luck is known" : "");
        if (luck.expected() <= passed) {
            return "noise alone would explain %s of the %d %s".formatted(NoiseText.expected(luck), passed, passes);
        }
        String all = passed == 1 ? "the 1 " + passes : "all of the %d %s".formatted(passed, passes);
        return luck.isBound()
                ? "noise alone could explain %s: it would have %s".formatted(all, NoiseText.expected(luck))
                : "noise alone would explain %s and more: it would have %s".formatted(all, NoiseText.expected(luck));
    }

    /// "STR-205 · q 0.79 · noise like it passes so 27 % of the time"
    public static String of(RelaxationImpact.Bought bought) {
        StringBuilder text = new StringBuilder(bought.result().id().value());
        if (bought.q() != null) {
            text.append(" · q ").append(Figures.probability(bought.q()));
        }
        if (bought.luck() != null) {
            text.append(" · noise like it passes so ")
                    .append(Figures.percent(bought.luck()))
                    .append(" of the time")
                    .append(ShiftCaveat.after(bought.result().judgement().metrics()));
        }
        if (bought.dsr() != null) {
            text.append(" · deflated Sharpe ratio ").append(Figures.rate(bought.dsr()));
        }
        return text.toString();
    }

    private static String names(List<RelaxationImpact.Bought> bought) {
        String named =
                bought.stream().limit(MOST_NAMED).map(RelaxationText::name).collect(Collectors.joining(", "));
        return bought.size() > MOST_NAMED ? named + " and %d more".formatted(bought.size() - MOST_NAMED) : named;
    }

    private static String name(RelaxationImpact.Bought bought) {
        String measure = bought.q() != null
                ? " (q " + Figures.probability(bought.q()) + ")"
                : bought.dsr() != null ? " (dsr " + Figures.rate(bought.dsr()) + ")" : "";
        return bought.result().id() + measure;
    }
}
