package io.github.parallelvalidation.ui.overview;

import io.github.parallelvalidation.gate.Tier;
import io.github.parallelvalidation.ui.control.Role;
import io.github.parallelvalidation.ui.model.StrategyItem;
import io.github.parallelvalidation.ui.model.StrategyRow;
import java.util.Optional;

/// A strategy in the picture of all of them.
///
/// @param noise the score that noise reaches once in twenty with its rules
/// @param score its own
record ScatterPoint(StrategyItem item, double noise, double score, Role role) {

    /// Empty where it has no score, or it is not known what noise reaches.
    static Optional<ScatterPoint> of(StrategyItem item, Tier tier) {
        StrategyRow row = item.now();
        double noise = row.number(tier.noise95());
        double score = row.number(tier.score());
        return Double.isFinite(noise) && Double.isFinite(score)
                ? Optional.of(new ScatterPoint(item, noise, score, row.status().role()))
                : Optional.empty();
    }

    double above() {
        return score - noise;
    }
}
