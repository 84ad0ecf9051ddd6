package io.github.parallelvalidation.settings;

import io.github.parallelvalidation.gate.L0Gates;
import io.github.parallelvalidation.gate.L1Gates;
import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.gate.TierGates;
import io.github.parallelvalidation.luck.PlaceboWorlds;
import io.github.parallelvalidation.workspace.Source;
import io.github.parallelvalidation.workspace.YamlDocument;
import io.github.parallelvalidation.workspace.YamlMapping;
import io.github.parallelvalidation.workspace.YamlNode;
import io.github.parallelvalidation.workspace.YamlScalar;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Period;
import java.util.Optional;

/// Reads `tiered-validation-protocol.yaml`. A missing file or key takes the default; other people's
/// keys are left alone.
public final class TierProtocolFile {
    private TierProtocolFile() {}

    /// @throws io.github.parallelvalidation.workspace.ProblemException when a value has the wrong type or range
    public static TierProtocol read(Path file, Tier tier) {
        return Files.exists(file) ? read(YamlDocument.source(file), tier) : TierProtocol.defaults(tier);
    }

    /// What a text would say as the protocol.
    ///
    /// @throws io.github.parallelvalidation.workspace.ProblemException when a value has the wrong type or range
    static TierProtocol read(Source source, Tier tier) {
        TierProtocol defaults = TierProtocol.defaults(tier);
        YamlNode root = YamlDocument.parse(source);
        if (root.isNull()) {
            return defaults;
        }
        return child(root.asMapping("the protocol"), "tiers")
                .flatMap(tiers -> child(tiers, tier.name()))
                .map(node -> read(node, defaults))
                .orElse(defaults);
    }

    private static TierProtocol read(YamlMapping tier, TierProtocol defaults) {
        YamlMapping gates = child(tier, "gates").orElse(tier);
        Numbers numbers = new Numbers(tier, gates);
        return new TierProtocol(
                defaults.tier(),
                tier.find("data_period").map(TierProtocolFile::period).orElse(defaults.dataPeriod()),
                gates(defaults.gates(), numbers),
                (int) numbers.get("warmup_bars", defaults.warmupBars(), 0, 1_000_000),
                numbers.get("round_trip_cost_bps", defaults.roundTripCostBps(), 0, 10_000),
                worlds(numbers, defaults.placeboWorlds()),
                numbers.find("max_fdr_q", 0, 1).orElse(defaults.maxFdrQ()),
                numbers.find("min_dsr", 0, 1).orElse(defaults.minDsr()));
    }

    private static PlaceboWorlds worlds(Numbers numbers, PlaceboWorlds defaults) {
        return new PlaceboWorlds(
                numbers.whole("placebo_worlds", defaults.worlds(), PlaceboWorlds.MOST),
                numbers.whole("placebo_worlds_max", defaults.most(), PlaceboWorlds.MOST));
    }

    private static TierGates gates(TierGates defaults, Numbers numbers) {
        double any = Double.MAX_VALUE;
        return switch (defaults) {
            case L0Gates l0 ->
                new L0Gates(
                        numbers.get("min_signal_frequency", l0.minSignalFrequency(), 0, any),
                        numbers.get("hit_rate_not_equal", l0.hitRateNotEqual(), 0, 1),
                        numbers.get("hit_rate_tolerance", l0.hitRateTolerance(), 0, 1),
                        numbers.get("min_ic", l0.minIc(), -1, 1));
            case L1Gates l1 ->
                new L1Gates(
                        numbers.get("min_sharpe", l1.minSharpe(), -any, any),
                        numbers.get("min_profit_factor", l1.minProfitFactor(), 0, any),
                        numbers.get("min_trades", l1.minTrades(), 0, any));
        };
    }

    private static Period period(YamlNode node) {
        YamlScalar scalar = node.asScalar("data_period");
        return DataPeriod.parse(scalar.value())
                .orElseThrow(() ->
                        scalar.problem("data_period must be a length of time such as '6 months' or '1 year', found "
                                + scalar.describe()));
    }

    private static Optional<YamlMapping> child(YamlMapping mapping, String key) {
        return mapping.find(key).map(node -> node.asMapping(key));
    }

    /// Reads our own numeric keys, which may stand beside `gates` or inside it.
    private record Numbers(YamlMapping tier, YamlMapping gates) {
        Optional<Double> find(String key, double min, double max) {
            return gates.find(key)
                    .or(() -> tier.find(key))
                    .map(node -> node.asScalar(key).asDouble(key, min, max));
        }

        int whole(String key, int fallback, int max) {
            return gates.find(key)
                    .or(() -> tier.find(key))
                    .map(node -> node.asScalar(key).asInt(key, 0, max))
                    .orElse(fallback);
        }

        double get(String key, double fallback, double min, double max) {
            return find(key, min, max).orElse(fallback);
        }
    }
}
