package io.github.parallelvalidation.backtest;

import static io.github.parallelvalidation.gate.MetricNames.PROFIT_FACTOR;
import static io.github.parallelvalidation.gate.MetricNames.SHARPE;
import static io.github.parallelvalidation.gate.MetricNames.TRADES;
import static io.github.parallelvalidation.gate.MetricNames.WIN_RATE;

import io.github.parallelvalidation.gate.L1Gates;
import io.github.parallelvalidation.gate.MetricNames;
import io.github.parallelvalidation.gate.Metrics;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.gate.Variant;
import io.github.parallelvalidation.luck.LuckCount;
import io.github.parallelvalidation.luck.LuckSource;
import io.github.parallelvalidation.luck.PlaceboWorlds;
import io.github.parallelvalidation.strategy.ProgramException;
import io.github.parallelvalidation.strategy.Signals;
import io.github.parallelvalidation.strategy.Strategy;
import io.github.parallelvalidation.strategy.Value;
import io.github.parallelvalidation.trace.Trace;
import io.github.parallelvalidation.workspace.ProblemException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The backtest of a strategy, of itself on rebuilt markets, and of its two variants, all tunable parameters a tenth
/// smaller and a tenth larger: an edge that is real does not vanish beside the chosen parameters.
///
/// @param asked on how many rebuilt markets
public record VariedBacktest(
        MarketWorlds market, double roundTripCostBps, L1Gates gates, PlaceboWorlds asked, ProgressListener progress) {
    private static final String PARAMETERS = "parameters";
    private static final String ERROR = "error";

    private static final double PLACEBO_BEGINS = 0.65;
    private static final double PLACEBO_ENDS = 0.95;

    private static final double[] FACTORS = {0.9, 1.1};
    private static final List<String> SHOWN = List.of(
            SHARPE,
            PROFIT_FACTOR,
            TRADES,
            WIN_RATE,
            MetricNames.TOTAL_RETURN,
            MetricNames.MAX_DRAWDOWN,
            MetricNames.DAYS);

    /// @param strategy computed anew on each rebuilt market
    /// @param signals of the strategy itself
    /// @param returns is given the daily returns of the strategy and of each variant
    public Measured measure(Strategy strategy, Signals signals, DailyReturnsListener returns) {
        progress.at(0.5, "backtest");
        L1Backtest own = backtest(strategy, signals);
        own.tell(returns, 1);
        List<Map<String, @Nullable Object>> variants = new ArrayList<>();
        if (strategy.parameters().values().stream().anyMatch(Value.Amount.class::isInstance)) {
            for (double factor : FACTORS) {
                progress.at(0.55 + 0.05 * variants.size(), "variants");
                variants.add(variant(strategy, factor, returns));
            }
        }
        return placebo(strategy, signals, own.metrics(), variants, own.trace());
    }

    private Measured placebo(
            Strategy strategy,
            Signals signals,
            Metrics own,
            List<Map<String, @Nullable Object>> variants,
            Trace trace) {
        return switch (LuckSource.of(Tier.L1, asked, strategy.program().isPresent(), strategy.programWorlds())) {
            case LuckSource.Rebuilt(PlaceboWorlds wanted) -> {
                WorldLoop.Result result = rebuilt(strategy, own, wanted);
                MarketLimits limits = MarketLimits.of(market.real(), market.start());
                Metrics metrics = PlaceboFigures.add(own, result, gates, limits.limits(signals, market.start()));
                yield new Measured(metrics.with(MetricNames.VARIANTS, variants), Optional.of(result.worlds()), trace);
            }
            case LuckSource.CircularShift _ -> throw new IllegalStateException("L1 has no circular shift");
            case LuckSource.None(String why) -> {
                Metrics metrics = new LuckCount(Tier.L1, gates, asked.worlds()).none(own, why);
                yield new Measured(metrics.with(MetricNames.VARIANTS, variants), Optional.empty(), trace);
            }
        };
    }

    private WorldLoop.Result rebuilt(Strategy strategy, Metrics own, PlaceboWorlds wanted) {
        L1World world = new L1World(strategy, market, L1Backtest.costPerSide(roundTripCostBps));
        return new WorldLoop(Tier.L1, wanted, world, new WorldProgress(progress, PLACEBO_BEGINS, PLACEBO_ENDS))
                .run(own.number(SHARPE).orElse(Double.NaN));
    }

    private Map<String, @Nullable Object> variant(Strategy strategy, double factor, DailyReturnsListener returns) {
        Map<String, @Nullable Object> variant = new LinkedHashMap<>();
        variant.put(Variant.FACTOR, factor);
        try {
            Strategy scaled = strategy.scaled(factor);
            variant.put(PARAMETERS, Value.plain(scaled.parameters()));
            variant.put(Variant.PARAMETERS_HASH, scaled.hash());
            L1Backtest backtest = backtest(scaled, scaled.signals(market.real()));
            backtest.tell(returns, factor);
            Metrics metrics = backtest.metrics();
            SHOWN.forEach(name -> variant.put(name, metrics.values().get(name)));
        } catch (ProblemException e) {
            // A neighbour that the rules cannot take, such as a limit out of range, says nothing of the strategy.
            variant.put(ERROR, e.problem().message());
        } catch (ProgramException e) {
            variant.put(ERROR, String.valueOf(e.getMessage()));
        }
        return variant;
    }

    private L1Backtest backtest(Strategy strategy, Signals signals) {
        return L1Backtest.run(market.real(), market.start(), signals, strategy.holdBars(), roundTripCostBps, gates);
    }
}
