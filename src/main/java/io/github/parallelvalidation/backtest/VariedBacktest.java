package io.github.parallelvalidation.backtest;

import static io.github.parallelvalidation.gate.MetricNames.PROFIT_FACTOR;
import static io.github.parallelvalidation.gate.MetricNames.SHARPE;
import static io.github.parallelvalidation.gate.MetricNames.TRADES;
import static io.github.parallelvalidation.gate.MetricNames.WIN_RATE;

import io.github.parallelvalidation.data.Bars;
import io.github.parallelvalidation.gate.L1Gates;
import io.github.parallelvalidation.gate.MetricNames;
import io.github.parallelvalidation.gate.Metrics;
import io.github.parallelvalidation.gate.Variant;
import io.github.parallelvalidation.strategy.ProgramException;
import io.github.parallelvalidation.strategy.Signals;
import io.github.parallelvalidation.strategy.Strategy;
import io.github.parallelvalidation.strategy.Value;
import io.github.parallelvalidation.workspace.ProblemException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The backtest of a strategy and of its two variants, all tunable parameters a tenth smaller and a tenth larger: an
/// edge that is real does not vanish beside the chosen parameters.
///
/// @param start index of the first bar that counts
public record VariedBacktest(Bars bars, int start, double roundTripCostBps, L1Gates gates, ProgressListener progress) {
    private static final String PARAMETERS = "parameters";
    private static final String ERROR = "error";

    private static final double[] FACTORS = {0.9, 1.1};
    private static final List<String> SHOWN = List.of(
            SHARPE,
            PROFIT_FACTOR,
            TRADES,
            WIN_RATE,
            MetricNames.TOTAL_RETURN,
            MetricNames.MAX_DRAWDOWN,
            MetricNames.DAYS);

    /// @param signals of the strategy itself
    /// @param returns is given the daily returns of the strategy and of each variant
    public Metrics measure(Strategy strategy, Signals signals, DailyReturnsListener returns) {
        progress.at(0.5, "backtest");
        Metrics own = backtest(strategy, signals, daily -> returns.returned(1, daily));
        List<Map<String, @Nullable Object>> variants = new ArrayList<>();
        if (strategy.parameters().values().stream().anyMatch(Value.Amount.class::isInstance)) {
            for (double factor : FACTORS) {
                progress.at(0.6 + 0.15 * variants.size(), "variants");
                variants.add(variant(strategy, factor, returns));
            }
        }
        return own.with(MetricNames.VARIANTS, variants);
    }

    private Map<String, @Nullable Object> variant(Strategy strategy, double factor, DailyReturnsListener returns) {
        Map<String, @Nullable Object> variant = new LinkedHashMap<>();
        variant.put(Variant.FACTOR, factor);
        try {
            Strategy scaled = strategy.scaled(factor);
            variant.put(PARAMETERS, Value.plain(scaled.parameters()));
            variant.put(Variant.PARAMETERS_HASH, scaled.hash());
            Metrics metrics = backtest(scaled, scaled.signals(bars), daily -> returns.returned(factor, daily));
            SHOWN.forEach(name -> variant.put(name, metrics.values().get(name)));
        } catch (ProblemException e) {
            // A neighbour that the rules cannot take, such as a limit out of range, says nothing of the strategy.
            variant.put(ERROR, e.problem().message());
        } catch (ProgramException e) {
            variant.put(ERROR, String.valueOf(e.getMessage()));
        }
        return variant;
    }

    private Metrics backtest(Strategy strategy, Signals signals, Consumer<DailyReturns> returns) {
        return L1Backtest.measure(bars, start, signals, strategy.holdBars(), roundTripCostBps, gates, returns);
    }
}
