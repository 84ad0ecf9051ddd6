package io.github.parallelvalidation.report;

import io.github.parallelvalidation.display.Figures;
import io.github.parallelvalidation.display.LuckPicture;
import io.github.parallelvalidation.display.MarketText;
import io.github.parallelvalidation.evidence.EquityCurve;
import io.github.parallelvalidation.evidence.Given;
import io.github.parallelvalidation.evidence.StrategyEvidence;
import io.github.parallelvalidation.gate.MetricNames;
import io.github.parallelvalidation.gate.Metrics;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.result.StrategyResult;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.Function;

/// What there is to see of each strategy: is it luck, when did it work, what became of the money. Folded where
/// there are many.
final class StrategyPictures {
    /// So many are shown unfolded.
    private static final int FEW = 12;

    /// So many are shown, some 6 MB of a page: a queue may have a hundred thousand.
    private static final int MOST = 1_000;

    private final Tier tier;
    private final Function<StrategyResult, StrategyEvidence> evidence;

    /// @param evidence of a result, read when it is drawn: a thousand of them are not kept
    StrategyPictures(Tier tier, Function<StrategyResult, StrategyEvidence> evidence) {
        this.tier = tier;
        this.evidence = evidence;
    }

    /// Those that were measured; nothing where none was.
    List<Markup> of(List<StrategyResult> results) {
        List<StrategyResult> measured =
                results.stream().filter(StrategyResult::isMeasured).toList();
        if (measured.isEmpty()) {
            return List.of();
        }
        Markup all = Markup.of("div");
        shown(measured).forEach(result -> all.add(strategy(result, measured.size() <= FEW)));
        if (measured.size() > MOST) {
            all.add(Markup.of(
                            "p",
                            String.format(
                                    Locale.ROOT,
                                    "%,d of %,d, those that passed first; the window shows the others.",
                                    MOST,
                                    measured.size()))
                    .with("class", "muted"));
        }
        return List.of(Markup.of("h2", "Each strategy"), all);
    }

    /// In the order of the run; of too many those that passed come first.
    private static List<StrategyResult> shown(List<StrategyResult> measured) {
        return measured.size() <= MOST
                ? measured
                : measured.stream()
                        .sorted(Comparator.comparing(StrategyResult::passed).reversed())
                        .limit(MOST)
                        .toList();
    }

    private Markup strategy(StrategyResult result, boolean isOpen) {
        StrategyEvidence seen = evidence.apply(result);
        Metrics metrics = result.judgement().metrics();
        Markup pictures = Markup.of("div").with("class", "pictures");
        pictures.add(luck(seen, result));
        switch (tier) {
            case L0 -> {
                pictures.add(bars(
                        "Ic by month",
                        metrics.series(MetricNames.IC_BY_MONTH),
                        "months",
                        ic -> Figures.text(MetricNames.IC, ic),
                        why(metrics, MetricNames.IC_BY_MONTH, "No month has enough observations.")));
                pictures.add(bars(
                        "Forward return by tenth of scores, lowest first",
                        metrics.series(MetricNames.RETURN_BY_SCORE_DECILE),
                        "tenths of scores",
                        StrategyPictures::share,
                        why(
                                metrics,
                                MetricNames.RETURN_BY_SCORE_DECILE,
                                "Its worker did not say what follows which score.")));
            }
            case L1 -> pictures.add(equity(seen)).addAll(months(seen));
        }
        Markup folded = Markup.of(
                "details",
                Markup.of(
                        "summary",
                        Markup.of("strong", result.id().value()),
                        " %s %s · %s"
                                .formatted(
                                        result.passed() ? "✓" : "✗",
                                        result.name(),
                                        seen.market().map(MarketText::of).orElse("its market was not said"))),
                pictures);
        unread(seen).ifPresent(problem -> folded.add(Markup.of("p", problem).with("class", "why")));
        return isOpen ? folded.with("open", "open") : folded;
    }

    private static Markup picture(String title, Markup svg, String sentence) {
        return Markup.of("figure", Markup.of("b", title), svg, Markup.of("figcaption", sentence));
    }

    private static Markup missing(String why) {
        return Markup.of("figure", Markup.of("figcaption", why));
    }

    private Markup luck(StrategyEvidence seen, StrategyResult result) {
        Metrics metrics = result.judgement().metrics();
        return seen.worlds()
                .map(worlds ->
                        LuckPicture.of(tier, worlds, metrics, result.judgement().gates()))
                .map(picture -> picture("Is it luck?", LuckChart.of(picture), picture.sentence()))
                .orElseGet(() -> missing(
                        metrics.number(MetricNames.LUCK).isPresent()
                                ? "Its luck is known, but not by markets without skill that could be shown."
                                : "Its luck is not known: " + metrics.whyMissing(MetricNames.LUCK) + "."));
    }

    private static Markup bars(
            String title, Map<String, Double> values, String what, DoubleFunction<String> text, String none) {
        return values.isEmpty()
                ? missing(none)
                : picture(title, BarsChart.of(title, values, text), BarsChart.sentence(what, values, text));
    }

    /// Why there is no picture: in the worker's words, where it has some.
    private static String why(Metrics metrics, String name, String silent) {
        return metrics.reasons().containsKey(name)
                ? "No %s: %s."
                        .formatted(name.replace('_', ' '), metrics.reasons().get(name))
                : silent;
    }

    /// "0.042 %": what follows one bar is small.
    private static String share(double value) {
        return Figures.rate(100 * value) + " %";
    }

    private static Markup equity(StrategyEvidence seen) {
        return curve(seen)
                .map(curve -> picture("Equity against holding", EquityChart.of(curve), EquityChart.sentence(curve)))
                .orElseGet(() -> missing("No equity: " + seen.marks().why() + "."));
    }

    private static List<Markup> months(StrategyEvidence seen) {
        Map<String, Double> months = new LinkedHashMap<>();
        curve(seen).ifPresent(curve -> curve.months().forEach((month, gain) -> months.put(month.toString(), gain)));
        return months.isEmpty()
                ? List.of()
                : List.of(bars(
                        "Return by month", months, "months", gain -> Figures.text(MetricNames.TOTAL_RETURN, gain), ""));
    }

    private static Optional<EquityCurve> curve(StrategyEvidence seen) {
        return seen.equity().filter(curve -> curve.points().size() > 1);
    }

    /// What a worker gave and cannot be read, wherever there is a picture without it.
    private static Optional<String> unread(StrategyEvidence seen) {
        return seen.marks() instanceof Given.Broken<?> && seen.equity().isPresent()
                ? Optional.of("Drawn from its daily returns: " + seen.marks().why() + ".")
                : Optional.empty();
    }
}
