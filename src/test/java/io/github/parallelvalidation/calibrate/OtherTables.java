package io.github.parallelvalidation.calibrate;

import static io.github.parallelvalidation.calibrate.MarkdownTable.number;
import static io.github.parallelvalidation.calibrate.MarkdownTable.percent;

import java.util.List;

/// The run's alarm, rules that are right, and the backtest.
final class OtherTables {
    /// Each turned so far that its information coefficient comes out near 0.05.
    private static final List<Planted> PLANTED = List.of(
            new Planted(Family.REVERSION_SHORT, 24, 1, 0.038),
            new Planted(Family.MOMENTUM_SHORT, 24, 6, 0.027),
            new Planted(Family.REVERSION_LONG, 240, 24, 0.007),
            new Planted(Family.MOMENTUM_LONG, 240, 24, 0.018));

    private OtherTables() {}

    static String queues(Simulation simulation, int count) {
        List<QueueOfIdeas> queues =
                simulation.kept().each("queue", count, place -> QueueOfIdeas.screened(simulation, place));
        MarkdownTable table = new MarkdownTable(
                "queues", "passed", "expected", "outside the range", "run's p ≤ .05", "any adjusted p ≤ .05");
        table.row(
                String.valueOf(count),
                number(Estimate.of(queues, QueueOfIdeas::passed), 2),
                number(Estimate.of(queues, QueueOfIdeas::expected), 2),
                percent(Estimate.share(queues, one -> !one.isWithinNineOfTen())),
                table.share(Estimate.share(queues, one -> one.runP() <= 0.05), 0.05, count),
                table.share(Estimate.share(queues, one -> one.leastAdjusted() <= 0.05), 0.05, count));
        return table.toString();
    }

    static String planted(Simulation simulation, int count) {
        MarkdownTable table =
                new MarkdownTable("rule that is right", "mean ic", "p ≤ .05", "p ≤ .01", "shift: p ≤ .05");
        for (Planted planted : PLANTED) {
            List<Screened> all = simulation.planted(planted, count);
            table.row(
                    "%s, z-score of %d bars, %s ahead"
                            .formatted(planted.kind(), planted.lookback(), bars(planted.horizon())),
                    number(Estimate.of(all, Screened::ic), 3),
                    percent(Estimate.share(all, one -> one.p() <= 0.05)),
                    percent(Estimate.share(all, one -> one.p() <= 0.01)),
                    percent(Estimate.share(all, one -> one.shift().pValue() <= 0.05)));
        }
        return table.toString();
    }

    private static String bars(int count) {
        return count == 1 ? "1 bar" : count + " bars";
    }

    /// @param simulation of a year
    static String backtests(Simulation simulation, int count) {
        MarkdownTable table = new MarkdownTable("rules", "passed", "luck", "difference", "p ≤ .05");
        for (Idea.Sides sides : Idea.Sides.values()) {
            List<Traded> all =
                    simulation.kept().each("traded-" + sides, count, place -> Traded.of(simulation, sides, place));
            table.row(
                    sides.words(),
                    percent(Estimate.of(all, Traded::passed)),
                    percent(Estimate.of(all, Traded::luck)),
                    table.points(Estimate.of(all, one -> one.passed() - one.luck())),
                    table.share(Estimate.share(all, one -> one.p() <= 0.05), 0.05, count));
        }
        return table.toString();
    }
}
