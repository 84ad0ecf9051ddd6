package io.github.parallelvalidation.compare;

import io.github.parallelvalidation.data.Bars;
import io.github.parallelvalidation.data.Lookback;
import io.github.parallelvalidation.evidence.EquityCurve;
import io.github.parallelvalidation.evidence.EvidenceReader;
import io.github.parallelvalidation.format.DataException;
import io.github.parallelvalidation.gate.Metrics;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.settings.TierProtocol;
import io.github.parallelvalidation.settings.TierProtocolFile;
import io.github.parallelvalidation.strategy.Strategy;
import io.github.parallelvalidation.trace.SignalEvent;
import io.github.parallelvalidation.trials.ReturnSeries;
import io.github.parallelvalidation.trust.Accepted;
import io.github.parallelvalidation.worker.StrategyInputs;
import io.github.parallelvalidation.workspace.ProblemException;
import io.github.parallelvalidation.workspace.StrategyId;
import io.github.parallelvalidation.workspace.Workspace;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/// Lays strategies beside one another. Scores are computed from the rules and the bars as they are now; no program of
/// a strategy is started for it.
public final class ComparisonReader {
    private static final int FEWEST_DAYS = 30;

    private final Workspace workspace;
    private final Accepted accepted;

    /// @param accepted of a folder that was accepted as a whole the data may be elsewhere, behind links
    public ComparisonReader(Workspace workspace, Accepted accepted) {
        this.workspace = workspace;
        this.accepted = accepted;
    }

    /// One of the strategies to be compared.
    ///
    /// @param metrics of the result that is shown; none where there is none
    public record Asked(StrategyId id, String name, Metrics metrics) {}

    public Comparison read(Tier tier, List<Asked> asked) {
        EvidenceReader evidence = new EvidenceReader(workspace);
        List<ComparedStrategy> strategies = asked.stream()
                .map(each -> new ComparedStrategy(
                        each.id(), each.name(), each.metrics(), evidence.read(each.id(), tier, each.metrics())))
                .toList();
        return new Comparison(
                tier,
                strategies,
                Differences.of(strategies),
                switch (tier) {
                    case L0 -> screened(strategies);
                    case L1 -> traded(strategies);
                });
    }

    private List<Agreement> screened(List<ComparedStrategy> strategies) {
        List<Optional<BarScores>> scores =
                strategies.stream().map(strategy -> scores(strategy.id())).toList();
        List<Agreement> agreements = new ArrayList<>();
        for (int one = 0; one < strategies.size(); one++) {
            for (int other = one + 1; other < strategies.size(); other++) {
                Optional<BarScores> others = scores.get(other);
                OptionalDouble correlation = scores.get(one)
                        .flatMap(own -> others.map(own::agreement))
                        .orElse(OptionalDouble.empty());
                OptionalDouble signals = signals(strategies.get(one), strategies.get(other));
                String lacking = correlation.isPresent() || signals.isPresent()
                        ? ""
                        : "they have no bars in common, or the score of one is not known";
                agreements.add(new Agreement(one, other, correlation, signals, OptionalDouble.empty(), lacking));
            }
        }
        return agreements;
    }

    /// Within the window that counts.
    private Optional<BarScores> scores(StrategyId id) {
        try {
            Optional<Path> folder = workspace.strategy(id);
            if (folder.isEmpty()) {
                return Optional.empty();
            }
            StrategyInputs inputs = new StrategyInputs(workspace, folder.get(), accepted);
            Strategy strategy = inputs.strategy().strategy();
            if (strategy.program().isPresent()) {
                return Optional.empty();
            }
            TierProtocol protocol = TierProtocolFile.read(workspace.protocol(), Tier.L0);
            Lookback history = new Lookback(protocol.dataPeriod(), protocol.warmupBars());
            Bars bars = inputs.bars(strategy, history);
            int start = history.windowStart(bars);
            double[] score = strategy.entries(bars).score();
            return Optional.of(new BarScores(
                    Arrays.copyOfRange(bars.time(), start, bars.length()),
                    Arrays.copyOfRange(score, start, bars.length())));
        } catch (ProblemException | DataException broken) {
            // The check and the run say what is wrong with it.
            return Optional.empty();
        }
    }

    private static OptionalDouble signals(ComparedStrategy one, ComparedStrategy other) {
        Optional<Map<Instant, Integer>> own = directions(one);
        Optional<Map<Instant, Integer>> others = directions(other);
        if (own.isEmpty()
                || others.isEmpty()
                || !doOverlap(own.get().keySet(), others.get().keySet())) {
            return OptionalDouble.empty();
        }
        long both = own.get().entrySet().stream()
                .filter(event -> event.getValue().equals(others.get().get(event.getKey())))
                .count();
        long any = own.get().size()
                + others.get().keySet().stream()
                        .filter(time -> !own.get().containsKey(time))
                        .count();
        return any == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) both / any);
    }

    /// Signals of different years have nothing in common, which says nothing about the rules.
    private static boolean doOverlap(Set<Instant> one, Set<Instant> other) {
        return !one.isEmpty()
                && !other.isEmpty()
                && !Collections.min(one).isAfter(Collections.max(other))
                && !Collections.min(other).isAfter(Collections.max(one));
    }

    private static Optional<Map<Instant, Integer>> directions(ComparedStrategy strategy) {
        return strategy.evidence().events().value().map(events -> {
            Map<Instant, Integer> directions = new HashMap<>();
            for (SignalEvent event : events) {
                directions.put(event.time(), event.direction());
            }
            return directions;
        });
    }

    private static List<Agreement> traded(List<ComparedStrategy> strategies) {
        List<Optional<ReturnSeries>> returns = strategies.stream()
                .map(strategy -> strategy.evidence().equity().map(ComparisonReader::returns))
                .toList();
        List<Agreement> agreements = new ArrayList<>();
        for (int one = 0; one < strategies.size(); one++) {
            for (int other = one + 1; other < strategies.size(); other++) {
                Optional<ReturnSeries> others = returns.get(other);
                OptionalDouble correlation = returns.get(one)
                        .flatMap(own -> others.map(second -> correlation(own, second)))
                        .orElse(OptionalDouble.empty());
                String lacking =
                        correlation.isPresent() ? "" : "the daily returns of one are not known, or are too few";
                agreements.add(new Agreement(
                        one, other, OptionalDouble.empty(), OptionalDouble.empty(), correlation, lacking));
            }
        }
        return agreements;
    }

    private static OptionalDouble correlation(ReturnSeries one, ReturnSeries other) {
        return Math.min(one.count(), other.count()) < FEWEST_DAYS
                ? OptionalDouble.empty()
                : OptionalDouble.of(one.correlation(other));
    }

    private static ReturnSeries returns(EquityCurve curve) {
        List<EquityCurve.Point> points = curve.points();
        long[] days = new long[points.size()];
        double[] values = new double[points.size()];
        double before = 1;
        for (int i = 0; i < days.length; i++) {
            days[i] = points.get(i).day().toEpochDay();
            double equity = points.get(i).equity();
            values[i] = before == 0 ? 0 : equity / before - 1;
            before = equity;
        }
        return new ReturnSeries(days, values);
    }
}
