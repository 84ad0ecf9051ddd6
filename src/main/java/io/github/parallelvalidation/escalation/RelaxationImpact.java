package io.github.parallelvalidation.escalation;

import io.github.parallelvalidation.gate.MetricNames;
import io.github.parallelvalidation.gate.PlaceboGrid;
import io.github.parallelvalidation.luck.RunLuck;
import io.github.parallelvalidation.result.StrategyResult;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// The effect of relaxed thresholds: who would pass, and how many passes noise alone would then have.
///
/// @param before passes under the run's own thresholds
/// @param bought the passes that relaxing adds
/// @param luckBefore passes of noise alone under the run's own thresholds, or null where nothing is known
/// @param luckAfter the same under the relaxed thresholds
/// @param lost how many had a luck under the run's own thresholds, but have none under these
public record RelaxationImpact(
        int before,
        List<Bought> bought,
        @Nullable RunLuck luckBefore,
        @Nullable RunLuck luckAfter,
        int lost) {
    /// Above this share of passes noise is the better explanation.
    private static final double HALF = 0.5;

    public RelaxationImpact {
        bought = List.copyOf(bought);
    }

    /// A strategy that would pass under the relaxed thresholds.
    ///
    /// @param luck how often noise with its signals would pass the relaxed gates, or null
    /// @param q the false-discovery rate at which its information coefficient would count as a discovery, or null
    /// @param dsr the deflated Sharpe ratio at L1, or null
    public record Bought(
            StrategyResult result,
            @Nullable Double luck,
            @Nullable Double q,
            @Nullable Double dsr) {

        /// More likely noise than not, by the measure that its tier has.
        boolean isDoubtful() {
            return q != null ? q > HALF : dsr != null && dsr < HALF;
        }
    }

    /// A warning that relaxing adds mostly luck.
    public sealed interface Warning {
        /// Noise alone would explain half of the passes, or more.
        ///
        /// @param luck that of the relaxed gates
        record NoiseExplainsHalf(RunLuck luck) implements Warning {}

        /// Most of those that relaxing adds are more likely noise than not.
        record MostAreDoubtful(List<Bought> doubtful) implements Warning {
            public MostAreDoubtful {
                doubtful = List.copyOf(doubtful);
            }
        }
    }

    /// @param results as the run judged them
    public static RelaxationImpact of(Relaxation relaxation, List<StrategyResult> results, RunEvidence evidence) {
        RelaxedLuck luck = relaxation.luck(evidence);
        List<StrategyResult> after = relaxation.judged(results);
        boolean isMoved = !relaxation.moved().isEmpty();
        return new RelaxationImpact(
                (int) results.stream().filter(StrategyResult::passed).count(),
                after.stream()
                        .filter(StrategyResult::isRelaxed)
                        .map(result -> bought(luck, result))
                        .toList(),
                evidence.luck(),
                relaxation.runLuck(after, evidence),
                isMoved ? luck.lost(results) : 0);
    }

    /// False where a threshold lies between two steps of a grid of circular shifts: then `luckAfter` is an upper bound.
    public boolean exact() {
        return luckAfter == null || !luckAfter.isBound();
    }

    public int after() {
        return before + bought.size();
    }

    /// Why the passes are mostly luck, where they are.
    public Optional<Warning> warning() {
        if (bought.isEmpty()) {
            return Optional.empty();
        }
        // Of passes whose own luck is not known, noise explains no share.
        if (luckAfter != null
                && luckAfter.counts().passed() > 0
                && luckAfter.expected() >= HALF * luckAfter.counts().passed()) {
            return Optional.of(new Warning.NoiseExplainsHalf(luckAfter));
        }
        List<Bought> doubtful = bought.stream().filter(Bought::isDoubtful).toList();
        return doubtful.size() > HALF * bought.size()
                ? Optional.of(new Warning.MostAreDoubtful(doubtful))
                : Optional.empty();
    }

    private static Bought bought(RelaxedLuck luck, StrategyResult result) {
        return new Bought(
                result,
                luck.of(result).map(PlaceboGrid.Luck::share).orElse(null),
                number(result, MetricNames.IC_Q_VALUE),
                number(result, MetricNames.DSR));
    }

    private static @Nullable Double number(StrategyResult result, String metric) {
        OptionalDouble value = result.judgement().metrics().number(metric);
        return value.isPresent() ? Double.valueOf(value.getAsDouble()) : null;
    }
}
