package io.github.parallelvalidation.calibrate;

import static io.github.parallelvalidation.calibrate.MarkdownTable.number;
import static io.github.parallelvalidation.calibrate.MarkdownTable.percent;

import io.github.parallelvalidation.calibrate.Simulation.Trial;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What L0 says of rules without skill: a table for each market, a row for each family.
///
/// @param count strategies in a row
record L0Tables(Simulation simulation, int count) {

    String text(List<Market> markets) {
        StringBuilder text = new StringBuilder();
        int checked = 0;
        int far = 0;
        List<Trial> everywhere = new ArrayList<>();
        for (Market market : markets) {
            MarkdownTable table = table("rule");
            List<Trial> all = new ArrayList<>();
            for (Family family : Family.values()) {
                List<Trial> trials = simulation.trials(family, market, count);
                row(table, family.words(), trials);
                all.addAll(trials);
            }
            // The rows are counted, not their sum again.
            checked += table.checked();
            far += table.far();
            row(table, "*all*", all);
            everywhere.addAll(all);
            text.append("\n### ").append(capital(market.words())).append("\n\n").append(table);
        }
        MarkdownTable together = table("");
        row(together, "all rules on all three markets", everywhere);
        return """
            %s%s
            %d of %d numbers of single rules in the columns *difference*, *p ≤ .05* and *p ≤ .01* are off by more
            than two standard errors; chance alone makes that of one in twenty.
            """.formatted(together, text, far, checked);
    }

    /// One row for each market: what the program measures of its leverage, and how far off it is.
    String limits(List<Market> markets) {
        MarkdownTable table = new MarkdownTable(
                "market",
                "leverage",
                "warned",
                "buys after falls: passed less luck",
                "p ≤ .05",
                "buys after rises: passed less luck",
                "p ≤ .05",
                "other rules: passed less luck",
                "p ≤ .05");
        for (Market market : markets) {
            Map<Family, List<Trial>> trials = new EnumMap<>(Family.class);
            for (Family family : Family.values()) {
                trials.put(family, simulation.trials(family, market, count));
            }
            List<Trial> all = of(trials, EnumSet.allOf(Family.class));
            List<Trial> reverting = of(trials, Family.REVERTING);
            List<Trial> following = of(trials, Family.FOLLOWING);
            Set<Family> rest = EnumSet.allOf(Family.class);
            rest.removeAll(Family.REVERTING);
            rest.removeAll(Family.FOLLOWING);
            List<Trial> others = of(trials, rest);
            table.row(
                    market.words(),
                    number(Estimate.of(all, Trial::leverage), 2),
                    percent(Estimate.share(all, Trial::warned)),
                    table.points(Estimate.of(reverting, Trial::missed)),
                    table.share(small(reverting, 0.05), 0.05, reverting.size()),
                    table.points(Estimate.of(following, Trial::missed)),
                    table.share(small(following, 0.05), 0.05, following.size()),
                    table.points(Estimate.of(others, Trial::missed)),
                    table.share(small(others, 0.05), 0.05, others.size()));
        }
        return table.toString();
    }

    private static List<Trial> of(Map<Family, List<Trial>> trials, Set<Family> families) {
        return families.stream()
                .flatMap(family -> trials.getOrDefault(family, List.of()).stream())
                .toList();
    }

    private static MarkdownTable table(String first) {
        return new MarkdownTable(
                first, "passed", "luck", "difference", "p ≤ .05", "p ≤ .01", "shift: luck", "shift: p ≤ .05");
    }

    private static void row(MarkdownTable table, String name, List<Trial> trials) {
        table.row(
                name,
                percent(Estimate.of(trials, Trial::passed)),
                percent(Estimate.of(trials, one -> one.first().luck())),
                table.points(Estimate.of(trials, Trial::missed)),
                table.share(small(trials, 0.05), 0.05, trials.size()),
                table.share(small(trials, 0.01), 0.01, trials.size()),
                percent(Estimate.of(trials, one -> one.first().shift().luck())),
                percent(Estimate.share(trials, one -> one.first().shift().pValue() <= 0.05)));
    }

    private static Estimate small(List<Trial> trials, double level) {
        return Estimate.share(trials, one -> one.first().p() <= level);
    }

    private static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
