package io.github.parallelvalidation.settings;

import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.workspace.Names;
import io.github.parallelvalidation.workspace.Printable;
import io.github.parallelvalidation.workspace.Problem;
import io.github.parallelvalidation.workspace.YamlDocument;
import io.github.parallelvalidation.workspace.YamlMapping;
import io.github.parallelvalidation.workspace.YamlNode;
import io.github.parallelvalidation.workspace.YamlScalar;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What `tiered-validation-protocol.yaml` says without effect although it was hardly meant so. Others keep what they
/// like in that file: a key is suspected where it resembles one of ours that is not there, or is one of the other tier.
public final class ProtocolSlips {
    private static final List<String> OF_BOTH =
            List.of("data_period", "gates", "warmup_bars", "placebo_worlds", "placebo_worlds_max");

    private static final List<String> OF_L0 =
            List.of("min_signal_frequency", "hit_rate_not_equal", "hit_rate_tolerance", "min_ic", "max_fdr_q");

    private static final List<String> OF_L1 = List.of("min_sharpe", "min_profit_factor", "min_trades", "min_dsr");

    private ProtocolSlips() {}

    /// @throws io.github.parallelvalidation.workspace.ProblemException when the file cannot be read
    public static List<Problem> of(Path file) {
        if (!Files.exists(file)
                || !(YamlDocument.read(file) instanceof YamlMapping root)
                || !(root.find("tiers").orElse(null) instanceof YamlMapping tiers)) {
            return List.of();
        }
        return Stream.of(Tier.values())
                .flatMap(tier -> mapping(tiers, tier.name()).flatMap(node -> of(node, tier)))
                .toList();
    }

    private static Stream<Problem> of(YamlMapping node, Tier tier) {
        return Stream.concat(
                Stream.concat(Stream.of(node), mapping(node, "gates"))
                        .flatMap(section -> section.pairs().stream())
                        .flatMap(pair -> slip(pair.key(), tier, node).stream()),
                tier == Tier.L0 ? withoutWorlds(node).stream() : Stream.empty());
    }

    private static Optional<Problem> withoutWorlds(YamlMapping node) {
        boolean hasNone = find(node, "placebo_worlds")
                .filter(worlds ->
                        worlds instanceof YamlScalar scalar && scalar.value().equals("0"))
                .isPresent();
        return find(node, "max_fdr_q")
                .filter(_ -> hasNone)
                .map(gate -> gate.problem(
                                "max_fdr_q needs p-values, which come from rebuilt markets: with 'placebo_worlds: 0'"
                                        + " nothing passes")
                        .problem());
    }

    private static Stream<YamlMapping> mapping(YamlMapping parent, String key) {
        return parent.find(key).stream().filter(YamlMapping.class::isInstance).map(YamlMapping.class::cast);
    }

    private static Optional<Problem> slip(YamlScalar key, Tier tier, YamlMapping node) {
        List<String> known = Stream.concat(OF_BOTH.stream(), own(tier).stream()).toList();
        Tier other = tier == Tier.L0 ? Tier.L1 : Tier.L0;
        if (known.contains(key.value())) {
            return Optional.empty();
        }
        if (own(other).contains(key.value())) {
            return Optional.of(
                    key.problem("the key '%s' has no effect at %s; it is one of %s".formatted(key.value(), tier, other))
                            .problem());
        }
        return Names.nearest(key.value(), known)
                .filter(meant -> find(node, meant).isEmpty())
                .map(meant -> key.problem("the key %s of %s is not known and has no effect; did you mean '%s'?"
                                .formatted(Printable.quoted(key.value()), tier, meant))
                        .problem());
    }

    private static List<String> own(Tier tier) {
        return tier == Tier.L0 ? OF_L0 : OF_L1;
    }

    private static Optional<YamlNode> find(YamlMapping node, String key) {
        return Stream.concat(Stream.of(node), mapping(node, "gates"))
                .flatMap(section -> section.find(key).stream())
                .findFirst();
    }
}
