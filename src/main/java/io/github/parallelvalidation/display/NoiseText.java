package io.github.parallelvalidation.display;

import io.github.parallelvalidation.escalation.Relaxation;
import io.github.parallelvalidation.gate.MetricNames;
import io.github.parallelvalidation.luck.RunLuck;
import io.github.parallelvalidation.luck.ShiftCaveat;
import io.github.parallelvalidation.result.StrategyResult;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Words how many passes noise alone would have produced.
public final class NoiseText {
    private static final double HUNDREDTH = 0.01;
    private static final double THOUSANDTH = 0.0005;

    private NoiseText() {}

    /// A sentence to stand behind another one, or nothing where nothing is known.
    public static String after(@Nullable RunLuck luck) {
        return luck == null ? "" : " " + of(luck);
    }

    /// "Noise alone passes about 3.0, in nine of ten such markets 1 to 5; 4 or more in 35 of 100."
    public static String of(RunLuck luck) {
        String about = luck.isBound() ? "" : "about ";
        RunLuck.Range range = luck.passes90();
        if (range == null) {
            return "Noise alone would have passed " + about + expected(luck) + ".";
        }
        return "Noise alone passes %s%s, %s%s%s."
                .formatted(about, expected(luck), usually(range), reaching(luck, "; "), basis(luck.counts()));
    }

    /// "3.0", or "at most 3.0"
    static String expected(RunLuck luck) {
        return (luck.isBound() ? "at most " : "") + Figures.expected(luck.expected());
    }

    /// "in nine of ten such markets 1 to 5"
    static String usually(RunLuck.Range range) {
        return "in nine of ten such markets " + words(range);
    }

    /// "; 4 or more in 35 of 100"; nothing where none passed, for so many pass always.
    static String reaching(RunLuck luck, String separator) {
        Double p = luck.pValue();
        return p == null || luck.counts().passed() == 0
                ? ""
                : "%s%d or more in %s".formatted(separator, luck.counts().passed(), share(p));
    }

    /// What the figures rest on, where it is not the same worlds for all.
    static String basis(RunLuck.Counts counts) {
        StringBuilder text = new StringBuilder();
        int all = counts.measured();
        if (counts.shifted() > 0) {
            text.append("; %d of %d by the circular shift (%s)%s"
                    .formatted(
                            counts.shifted(),
                            all,
                            ShiftCaveat.WORDS,
                            counts.fewer() > 0 ? "" : ", counted as independent"));
        }
        if (counts.fewer() > 0) {
            text.append("; %d of %d by fewer worlds, %scounted as independent"
                    .formatted(counts.fewer(), all, counts.shifted() > 0 ? "both " : ""));
        }
        if (counts.unknown() > 0) {
            text.append("; for %d of %d luck is not known".formatted(counts.unknown(), all));
        }
        return text.toString();
    }

    /// "3.0 by luck, 1 to 5", with a caveat where it needs one.
    public static String briefly(RunLuck luck) {
        return bare(luck) + ShiftCaveat.after(luck);
    }

    /// The same for a place that has the caveat beside it.
    public static String bare(RunLuck luck) {
        RunLuck.Range range = luck.passes90();
        return expected(luck) + " by luck" + (range == null ? "" : ", " + words(range));
    }

    /// Where nothing is known: why, if the results say so.
    public static Optional<String> whyUnknown(List<StrategyResult> results) {
        List<String> reasons = results.stream()
                .filter(StrategyResult::isMeasured)
                .flatMap(result ->
                        Optional.ofNullable(
                                result.judgement().metrics().reasons().get(MetricNames.LUCK))
                                .stream())
                .filter(reason -> !reason.isBlank())
                .distinct()
                .toList();
        return switch (reasons.size()) {
            case 0 -> Optional.empty();
            case 1 ->
                Optional.of(
                        reasons.getFirst().equals(Relaxation.NOT_STORED)
                                ? notStored(results)
                                : sentence(reasons.getFirst()));
            default -> Optional.of("What noise alone would have passed is not known.");
        };
    }

    /// Of whom "its worlds" is said.
    private static String notStored(List<StrategyResult> results) {
        List<String> without = results.stream()
                .filter(StrategyResult::isMeasured)
                .filter(result -> Relaxation.NOT_STORED.equals(
                        result.judgement().metrics().reasons().get(MetricNames.LUCK)))
                .map(result -> result.id().value())
                .toList();
        return "Luck under relaxed thresholds is not known: the worlds of %s are not stored."
                .formatted(
                        without.size() > RelaxationText.MOST_NAMED
                                ? without.size() + " strategies"
                                : String.join(", ", without));
    }

    /// 1 to 5
    private static String words(RunLuck.Range range) {
        return range.low() == range.high() ? String.valueOf(range.low()) : range.low() + " to " + range.high();
    }

    /// 35 of 100, 5 of 1,000
    static String share(double p) {
        if (p >= HUNDREDTH) {
            return Figures.ofHundred(p) + " of 100";
        }
        return p < THOUSANDTH ? "fewer than 1 of 1,000" : Math.round(1_000 * p) + " of 1,000";
    }

    private static String sentence(String reason) {
        return Character.toUpperCase(reason.charAt(0)) + reason.substring(1) + ".";
    }
}
